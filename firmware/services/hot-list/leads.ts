/**
 * The file of LEADS, the Illinois Law Enforcement Agencies Data System, in fixed columns (docs/hot-lists.md). Stolen vehicles stand
 * with tags at fixed places (`VMA/DODG`), persons with a line of text; both with the number of their record in LEADS.
 */
import type { AlertClass } from '../../domain/alert-class.ts';
import { bad, known, type LineOutcome, linewise, plated } from './layout.ts';
import { yearOf } from './listed-text.ts';

const classes: ReadonlyMap<string, AlertClass> = new Map([
  ['STOLEN', 'stolen-vehicle'],
  ['MISSING', 'missing-person'],
  ['WANTED', 'wanted-person'],
]);

/** Where each tag of a stolen vehicle begins; its value lies behind it, up to the next. */
const tags = [
  ['VYR/', 19],
  ['VMA/', 26],
  ['VMO/', 35],
  ['VST/', 43],
  ['VCO/', 50],
  ['DOT/', 62],
  ['LDS/', 73],
] as const;
const TAG_LENGTH = 4;
const RECORD_END = 85;
const PERSON = { text: 19, textEnd: 77, record: 81 } as const;

export const leads = linewise((line, number) => {
  const alertClass = classes.get(line.slice(12, 19).trim());
  if (alertClass === undefined) return bad(`the list is none of ${[...classes.keys()].join(', ')}`);
  const written = { plate: line.slice(0, 8), state: line.slice(8, 10) };
  return alertClass === 'stolen-vehicle'
    ? stolen(line, written, number)
    : person(line, { ...written, alertClass }, number);
});

type Written = Parameters<typeof plated>[0];

function stolen(line: string, written: Written, number: number): LineOutcome {
  const values: Record<string, string> = {};
  for (const [index, [tag, at]] of tags.entries()) {
    if (line.length <= at) break;
    if (!line.startsWith(tag, at)) return bad(`${tag} is not at column ${at}`);
    values[tag] = line.slice(at + TAG_LENGTH, tags[index + 1]?.[1] ?? RECORD_END).trim();
  }
  return plated(written, {
    entryId: values['LDS/'] || `line ${number}`,
    alertClass: 'stolen-vehicle',
    note: ['LEADS: stolen', values['DOT/']].filter(Boolean).join(' '),
    vehicle: known({
      make: values['VMA/'],
      model: values['VMO/'],
      style: values['VST/'],
      colour: values['VCO/'],
      year: yearOf(values['VYR/'] ?? ''),
    }),
  });
}

function person(
  line: string,
  { alertClass, ...written }: Written & { readonly alertClass: AlertClass },
  number: number,
): LineOutcome {
  const text = line.slice(PERSON.text, PERSON.textEnd).trim();
  return plated(written, {
    entryId: line.slice(PERSON.record).trim() || `line ${number}`,
    alertClass,
    note: `LEADS: ${alertClass === 'wanted-person' ? 'wanted' : 'missing'}${text === '' ? '' : `: ${text}`}`,
  });
}
