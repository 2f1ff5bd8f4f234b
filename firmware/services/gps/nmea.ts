/**
 * NMEA 0183 sentences: bytes in, values out. Pure.
 *
 * Reads RMC, GGA, GNS, GLL, GSA, VTG and ZDA of any talker (GP, GN, GL, GA, GB, BD, GQ, ...), as receivers write them
 * (NMEA 0183 4.11; field layouts as in gpsd's "NMEA Revealed"). A sentence without a checksum, or with a wrong one, is refused: half a sentence
 * over a noisy line can look like a good one. Never throws, whatever the bytes.
 */

/** How the position was had, as the receiver says. `estimated`: dead reckoning, entered by hand, or a receiver's own simulation. */
export type Mode = 'none' | 'autonomous' | 'differential' | 'estimated';

interface Placed {
  /** Degrees, WGS 84; absent where the receiver gives none. */
  readonly latitude?: number;
  readonly longitude?: number;
}

interface Timed {
  /** Milliseconds since midnight UTC; absent before the receiver has time. */
  readonly dayMs?: number;
  /** The moment lies in a leap second, 23:59:60, and `dayMs` at the end of the second before. */
  readonly leapSecond?: true;
}

export interface Rmc extends Placed, Timed {
  readonly kind: 'rmc';
  readonly valid: boolean;
  readonly speedMps?: number;
  readonly courseDeg?: number;
  /** Midnight UTC of the date, milliseconds since 1970. */
  readonly dateMs?: number;
  readonly mode: Mode;
}

export interface Gga extends Placed, Timed {
  readonly kind: 'gga';
  readonly mode: Mode;
  readonly satellites?: number;
  readonly hdop?: number;
  readonly altitudeM?: number;
}

export interface Gns extends Placed, Timed {
  readonly kind: 'gns';
  readonly mode: Mode;
  readonly satellites?: number;
  readonly hdop?: number;
  readonly altitudeM?: number;
}

export interface Gsa {
  readonly kind: 'gsa';
  readonly dimensions: 'none' | '2d' | '3d';
  readonly hdop?: number;
}

export interface Vtg {
  readonly kind: 'vtg';
  readonly courseDeg?: number;
  readonly speedMps?: number;
}

export interface Gll extends Placed, Timed {
  readonly kind: 'gll';
  readonly mode: Mode;
}

export interface Zda extends Timed {
  readonly kind: 'zda';
  /** Midnight UTC of the date, milliseconds since 1970. */
  readonly dateMs?: number;
}

export type Sentence = Rmc | Gga | Gns | Gll | Gsa | Vtg | Zda;

/** The standard allows 82 bytes; receivers with more digits exceed it. What is longer is noise. */
const longest = 120;

/**
 * Cuts a stream of bytes into sentences, whatever the chunks. A `$` begins one anew, so a broken sentence costs itself
 * and no other. Returns each as text from `$` to before its line end.
 */
export class SentenceCutter {
  #partial = '';
  #open = false;

  push(chunk: Uint8Array): readonly string[] {
    const whole: string[] = [];
    for (const byte of chunk) {
      if (byte === 0x24) {
        this.#partial = '$';
        this.#open = true;
      } else if (!this.#open) {
      } else if (byte === 0x0d || byte === 0x0a) {
        whole.push(this.#partial);
        this.#open = false;
      } else if (byte < 0x20 || byte > 0x7e || this.#partial.length >= longest) {
        this.#open = false;
      } else {
        this.#partial += String.fromCharCode(byte);
      }
    }
    return whole;
  }
}

/** What a checked sentence is; undefined for one that is damaged. `other`: sound, but of a kind that is not read here. */
export function parseSentence(text: string): Sentence | { readonly kind: 'other' } | undefined {
  const match = /^\$([A-Z]{2})?([A-Z0-9]+)(?:,([^*$]*))?\*([0-9A-Fa-f]{2})$/.exec(text);
  if (!match) return undefined;
  const [, talker = 'P', formatter, body = '', sum] = match as unknown as [string, string?, string?, string?, string?];
  if (checksumOf(text.slice(1, -3)) !== Number.parseInt(sum ?? '', 16)) return undefined;
  // A maker's own sentence may end like a standard one: $PGRMC is no RMC.
  if (talker.startsWith('P')) return { kind: 'other' };
  const fields = body.split(',');
  switch (formatter) {
    case 'RMC':
      return rmcOf(fields);
    case 'GGA':
      return ggaOf(fields);
    case 'GNS':
      return gnsOf(fields);
    case 'GLL':
      return gllOf(fields);
    case 'GSA':
      return gsaOf(fields);
    case 'VTG':
      return compact<Vtg>({ kind: 'vtg', courseDeg: numberOf(fields[0], 0, 360), speedMps: knots(fields[4]) });
    case 'ZDA':
      return zdaOf(fields);
    default:
      return { kind: 'other' };
  }
}

/** The exclusive or of all bytes between `$` and `*`. */
export function checksumOf(body: string): number {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum ^= body.charCodeAt(i);
  return sum;
}

function rmcOf(fields: readonly string[]): Rmc | undefined {
  if (fields.length < 9) return undefined;
  const valid = fields[1] === 'A';
  return compact<Rmc>({
    kind: 'rmc',
    ...timeOf(fields[0]),
    valid,
    ...placeOf(fields, 2),
    speedMps: knots(fields[6]),
    courseDeg: numberOf(fields[7], 0, 360),
    dateMs: shortDateMsOf(fields[8]),
    // Older receivers (before NMEA 2.3) have no mode field.
    mode: !valid ? 'none' : fields[11] ? modeOfLetter(fields[11]) : 'autonomous',
  });
}

function ggaOf(fields: readonly string[]): Gga | undefined {
  if (fields.length < 10) return undefined;
  const modes: Record<string, Mode> = {
    1: 'autonomous',
    2: 'differential',
    3: 'autonomous',
    4: 'differential',
    5: 'differential',
    6: 'estimated',
    7: 'estimated',
    8: 'estimated',
  };
  return compact<Gga>({
    kind: 'gga',
    ...timeOf(fields[0]),
    ...placeOf(fields, 1),
    mode: (Object.hasOwn(modes, fields[5] ?? '') && modes[fields[5] ?? '']) || 'none',
    satellites: numberOf(fields[6], 0, 99),
    hdop: numberOf(fields[7], 0, 99),
    altitudeM: numberOf(fields[8], -1000, 100_000),
  });
}

function gnsOf(fields: readonly string[]): Gns | undefined {
  if (fields.length < 10) return undefined;
  // One letter a constellation; the best of them is what the position is worth.
  const modes = [...(fields[5] ?? '')].map(modeOfLetter);
  const mode = (['differential', 'autonomous', 'estimated'] as const).find((each) => modes.includes(each)) ?? 'none';
  return compact<Gns>({
    kind: 'gns',
    ...timeOf(fields[0]),
    ...placeOf(fields, 1),
    mode,
    satellites: numberOf(fields[6], 0, 99),
    hdop: numberOf(fields[7], 0, 99),
    altitudeM: numberOf(fields[8], -1000, 100_000),
  });
}

function gllOf(fields: readonly string[]): Gll | undefined {
  if (fields.length < 6) return undefined;
  const mode = fields[5] !== 'A' ? 'none' : fields[6] ? modeOfLetter(fields[6]) : 'autonomous';
  return compact<Gll>({ kind: 'gll', ...placeOf(fields, 0), ...timeOf(fields[4]), mode });
}

function zdaOf(fields: readonly string[]): Zda | undefined {
  if (fields.length < 4) return undefined;
  const [day, month, year] = [fields[1], fields[2], fields[3]].map((text) => numberOf(text, 1, 9999));
  return compact<Zda>({ kind: 'zda', ...timeOf(fields[0]), dateMs: dateMsOf(day, month, year) });
}

function gsaOf(fields: readonly string[]): Gsa | undefined {
  if (fields.length < 17) return undefined;
  const dimensions = fields[1] === '3' ? '3d' : fields[1] === '2' ? '2d' : 'none';
  return compact<Gsa>({ kind: 'gsa', dimensions, hdop: numberOf(fields[15], 0, 99) });
}

function modeOfLetter(letter: string): Mode {
  switch (letter) {
    case 'A':
    case 'P':
      return 'autonomous';
    case 'D':
    case 'R':
    case 'F':
      return 'differential';
    case 'E':
    case 'M':
    case 'S':
      return 'estimated';
    default:
      return 'none';
  }
}

function placeOf(fields: readonly string[], at: number): { latitude?: number; longitude?: number } {
  const latitude = angleOf(fields[at], fields[at + 1], 'N', 'S', 90);
  const longitude = angleOf(fields[at + 2], fields[at + 3], 'E', 'W', 180);
  return latitude === undefined || longitude === undefined ? {} : { latitude, longitude };
}

/** (d)ddmm.mmmm and a letter, as degrees. */
function angleOf(
  text: string | undefined,
  side: string | undefined,
  plus: string,
  minus: string,
  most: number,
): number | undefined {
  const match = /^(\d{1,3})(\d\d(?:\.\d+)?)$/.exec(text ?? '');
  if (!match || (side !== plus && side !== minus)) return undefined;
  const minutes = Number(match[2]);
  const degrees = Number(match[1]) + minutes / 60;
  if (minutes >= 60 || degrees > most) return undefined;
  return side === minus ? -degrees : degrees;
}

/** hhmmss(.sss) */
function timeOf(text: string | undefined): Timed {
  const match = /^(\d\d)(\d\d)(\d\d(?:\.\d+)?)$/.exec(text ?? '');
  if (!match) return {};
  const [hours, minutes, seconds] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const leap = seconds >= 60;
  // A leap second is the last of a UTC day, and 1970's count has no number for it.
  if (hours > 23 || minutes > 59 || seconds >= 61 || (leap && (hours !== 23 || minutes !== 59))) return {};
  const dayMs = (hours * 60 + minutes) * 60_000 + (leap ? 59_999 : Math.min(59_999, Math.round(seconds * 1000)));
  return leap ? { dayMs, leapSecond: true } : { dayMs };
}

/** ddmmyy; two-digit years are 1980 to 2079. */
function shortDateMsOf(text: string | undefined): number | undefined {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(text ?? '');
  if (!match) return undefined;
  const short = Number(match[3]);
  return dateMsOf(Number(match[1]), Number(match[2]), short < 80 ? 2000 + short : 1900 + short);
}

/** Undefined for a day that the calendar lacks, and before GPS was. */
function dateMsOf(day = 0, month = 0, year = 0): number | undefined {
  const date = Date.UTC(year, month - 1, day);
  return year >= 1980 && month >= 1 && month <= 12 && new Date(date).getUTCDate() === day ? date : undefined;
}

function knots(text: string | undefined): number | undefined {
  const speed = numberOf(text, 0, 2000);
  return speed === undefined ? undefined : (speed * 1852) / 3600;
}

function numberOf(text: string | undefined, least: number, most: number): number | undefined {
  if (!text || !/^-?\d+(\.\d*)?$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

/** Without the fields that are undefined, as the types ask. */
function compact<T extends object>(value: { [key in keyof T]: T[key] | undefined }): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
