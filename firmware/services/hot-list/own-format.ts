/**
 * Our own files of hot lists (docs/hot-lists.md): CSV under a header that names its columns, and JSON with one object a line, under the
 * same names. Beside plate and class a record may say its number, its purpose, the vehicle, and who stands behind a local entry.
 */
import { type AlertClass, alertClasses } from '../../domain/alert-class.ts';
import { Fault } from '../../domain/fault.ts';
import { type BarredPurpose, barredPurposes, type LocalOrigin } from '../../domain/hot-list.ts';
import { fieldsOf } from './fields.ts';
import { bad, known, type Layout, type LineOutcome, type ListedRecord, linewise, noRecord } from './layout.ts';
import { isFalsePlate, plainOf, yearOf } from './listed-text.ts';
import { isWatch, unfitWatch } from './watch.ts';

/** In the order in which we write them; `note` last, as it may then hold commas without quotes. */
export const columns = [
  'id',
  'plate',
  'region',
  'class',
  'purpose',
  'make',
  'model',
  'style',
  'colour',
  'year',
  'entered_by',
  'case_number',
  'synopsis',
  'approved_by',
  'expires_at',
  'note',
] as const;
type Column = (typeof columns)[number];
type Fields = Readonly<Partial<Record<Column, string>>>;

/** What an entry may serve, where the record says what; others are in `barredPurposes`. */
export const purposes = [
  'criminal-investigation',
  'stolen-property',
  'missing-or-endangered-person',
  'wanted-person',
  'protection-order',
  'motor-carrier-safety',
] as const;

export const ownCsv: Layout = {
  open(state) {
    let header = state?.header?.split(',') as readonly Column[] | undefined;
    return {
      state: (): Record<string, string> => (header === undefined ? {} : { header: header.join(',') }),
      read(line, number) {
        if (header === undefined) {
          header = headerOf(line);
          return noRecord;
        }
        if (line.trim() === '') return noRecord;
        const fields = fieldsOf(line, ',');
        if (fields.length > header.length && header.at(-1) === 'note')
          fields.push(fields.splice(header.length - 1).join(', '));
        if (fields.length > header.length) return bad(`more than the ${header.length} fields of the header`);
        return recordOf(Object.fromEntries(header.map((name, index) => [name, fields[index]])), number);
      },
    };
  },
};

/** Throws Fault `hotlist.unreadable`: under a header that is not ours no line can be told. */
function headerOf(line: string): readonly Column[] {
  const header = fieldsOf(line.replace(/^\uFEFF/, ''), ',');
  const isOurs = header.every((name) => (columns as readonly string[]).includes(name));
  if (!isOurs || !header.includes('plate') || !header.includes('class') || new Set(header).size < header.length)
    throw new Fault(
      'hotlist.unreadable',
      `Line 1: the header must name plate and class, and may name ${columns.join(', ')}.`,
    );
  return header as readonly Column[];
}

export const ownJson = linewise((line, number) => {
  const fields = objectOf(line);
  if (fields === undefined) return bad('not a JSON object of texts and numbers');
  const unknown = Object.keys(fields).some((name) => !(columns as readonly string[]).includes(name));
  return unknown ? bad(`a name is none of ${columns.join(', ')}`) : recordOf(fields, number);
});

function objectOf(line: string): Fields | undefined {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.some(([, each]) => typeof each !== 'string' && typeof each !== 'number')) return undefined;
  return Object.fromEntries(entries.map(([name, each]) => [name, String(each)]));
}

function recordOf(fields: Fields, number: number): LineOutcome {
  const text = plainOf(fields.plate ?? '');
  const unfit = unfitText(text);
  if (unfit !== undefined) return bad(unfit);
  if (isFalsePlate(text)) return { kind: 'false-plate' };
  const region = (fields.region ?? '').toLowerCase();
  if (!/^(?:|us|us-[a-z]{2}|eu|br|other)$/.test(region))
    return bad('the region is none of us, us-il and the like, eu, br, other');
  const alertClass = fields.class as AlertClass;
  if (!alertClasses.includes(alertClass)) return bad(`the class is none of ${alertClasses.join(', ')}`);
  const local = originOf(fields);
  if (typeof local === 'string') return bad(local);
  const { make, model, style, colour, year = '' } = fields;
  const vehicle = known({ make, model, style, colour, year: yearOf(year) });
  const record: ListedRecord = {
    entryId: fields.id || `line ${number}`,
    text,
    ...(region === '' ? {} : { region }),
    alertClass,
    note: fields.note ?? '',
    ...(Object.keys(vehicle).length === 0 ? {} : { vehicle }),
    ...(local === undefined ? {} : { local }),
  };
  return purposed(record, fields.purpose ?? '');
}

function unfitText(text: string): string | undefined {
  if (isWatch(text)) return unfitWatch(text);
  return /^[0-9A-Z]{1,15}$/.test(text) ? undefined : 'the plate is not 1 to 15 letters and digits';
}

/** A purpose that nobody knows is a mistake, not a permission. */
function purposed(record: ListedRecord, purpose: string): LineOutcome {
  const barred = barredPurposes.find((each) => each === purpose);
  if (barred !== undefined) return { kind: 'purpose', purpose: barred satisfies BarredPurpose, record };
  const isKnown = purpose === '' || (purposes as readonly string[]).includes(purpose);
  return isKnown
    ? { kind: 'entry', record }
    : bad(`the purpose is none of ${[...purposes, ...barredPurposes].join(', ')}`);
}

/** Who stands behind a local entry: all of it or nothing (POLICY.md H3, H5, H6). */
function originOf({
  entered_by,
  case_number,
  synopsis,
  approved_by,
  expires_at,
}: Fields): LocalOrigin | string | undefined {
  const given = [entered_by, case_number, synopsis, approved_by, expires_at].filter(Boolean).length;
  if (given === 0) return undefined;
  if (!entered_by || !case_number || !synopsis || !approved_by || !expires_at)
    return 'a local entry names entered_by, case_number, synopsis, approved_by and expires_at';
  if (entered_by === approved_by) return 'who entered a local entry can not approve it';
  const epochMs = Date.parse(expires_at);
  if (!/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d)$/.test(expires_at) || Number.isNaN(epochMs))
    return 'expires_at is no time such as 2026-12-31T23:59:59Z';
  return {
    enteredBy: entered_by,
    caseNumber: case_number,
    synopsis,
    approvedBy: approved_by,
    expiresAt: { epochMs, quality: { source: 'free-running' } },
  };
}
