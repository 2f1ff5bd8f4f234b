/**
 * What the sources of hot lists write, made comparable: plates without spaces and hyphens in capitals, states as regions, makes with
 * the letter O where NCIC writes a zero (`0H`, `D0DG`). These are keys for comparison; what the source wrote is kept as it came.
 */

/** The text that is compared, or undefined when it is no plate of 1 to 15 letters and digits. */
export function plateOf(written: string): string | undefined {
  const text = plainOf(written);
  return /^[0-9A-Z]{1,15}$/.test(text) ? text : undefined;
}

export function plainOf(written: string): string {
  return written.toUpperCase().replace(/[\s-]/g, '');
}

/** Plates that sources write where they know none. */
const noPlates: ReadonlySet<string> = new Set(['0', '00', '000', '190']);

export function isFalsePlate(text: string): boolean {
  return noPlates.has(text);
}

/** Makes, models and colours compare by this key. */
export function comparisonKey(written: string): string {
  return written.trim().toUpperCase().replaceAll('0', 'O');
}

const states = new Set(
  (
    'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN ' +
    'TX UT VT VA WA WV WI WY DC'
  ).split(' '),
);

/** `us-oh`; `other` for a code that is no state's; undefined where the source says nothing; false for what is no code. */
export function regionOf(written: string): string | undefined | false {
  const code = comparisonKey(written);
  if (code === '') return undefined;
  if (!/^[A-Z]{2}$/.test(code)) return false;
  if (states.has(code)) return `us-${code.toLowerCase()}`;
  return code === 'NB' ? 'us-ne' : 'other'; // NB: Nebraska in the files of NCIC
}

/** A year of two or four digits; of two, the century that makes it 1950 to 2049. */
export function yearOf(written: string): number | undefined {
  const digits = written.trim();
  if (/^(?:19|20)\d\d$/.test(digits)) return Number(digits);
  if (!/^\d\d$/.test(digits)) return undefined;
  return Number(digits) < 50 ? 2000 + Number(digits) : 1900 + Number(digits);
}
