/**
 * The files of NCIC, the National Crime Information Center: comma-separated (also by `;`, `:` or a tab), and in fixed columns. The
 * first letter of a record's number tells its kind. Kind N serves immigration, which profiles bar (POLICY.md H9).
 */
import type { AlertClass } from '../../domain/alert-class.ts';
import type { ListedVehicle } from '../../domain/hot-list.ts';
import { fieldsOf } from './fields.ts';
import { bad, known, type Layout, type LineOutcome, linewise, noRecord, plated } from './layout.ts';
import { yearOf } from './listed-text.ts';

/**
 * Kinds for which the policies have no class of their own are shown in the lowest, and the note says what they are: none of these
 * persons is wanted.
 */
const kinds: Readonly<Record<string, readonly [AlertClass, string]>> = {
  V: ['stolen-vehicle', 'stolen vehicle'],
  P: ['stolen-plate', 'stolen plate'],
  W: ['wanted-person', 'wanted person'],
  M: ['missing-person', 'missing person'],
  R: ['stolen-vehicle', 'Canadian record'],
  H: ['protection-order', 'protection order'],
  T: ['terrorist-related', 'gang or terrorism'],
  C: ['local-bolo', 'supervised release'],
  X: ['local-bolo', 'sex offender'],
  L: ['local-bolo', 'violent person'],
  B: ['stolen-vehicle', 'boat'],
};
const IMMIGRATION = 'N';

const delimiters = [',', ';', ':', '\t'] as const;
const COLUMNS_MIN = 11;
const COLUMNS_MAX = 12;

/** Record, ORI, date, plate, state, registration year, vehicle year, make, model, style, colour, and one more that is not used. */
export const ncicCsv: Layout = {
  open(state) {
    let delimiter = state?.delimiter;
    return {
      state: (): Record<string, string> => (delimiter === undefined ? {} : { delimiter }),
      read(line) {
        if (line.trim() === '') return noRecord;
        delimiter ??= delimiters.find((each) => isRow(fieldsOf(line, each)));
        if (delimiter === undefined) return bad(`not ${COLUMNS_MIN} to ${COLUMNS_MAX} columns by any delimiter`);
        const fields = fieldsOf(line, delimiter);
        if (!isRow(fields)) return bad(`not ${COLUMNS_MIN} to ${COLUMNS_MAX} columns`);
        const [record = '', , date = '', plate = '', region = '', , year = '', make, model, style, colour] = fields;
        return recordOf({ record, date, plate, state: region, vehicle: { year, make, model, style, colour } });
      },
    };
  },
};

function isRow(fields: readonly string[]): boolean {
  return fields.length >= COLUMNS_MIN && fields.length <= COLUMNS_MAX;
}

/** Widths are those of NCIC's own fields: 10 for its number, 3 for a model, 2 for a style. */
export const ncicFixed = linewise((line) => {
  if (line.length < 39) return bad('the line ends before the state');
  const column = (from: number, to?: number) => line.slice(from, to).trim();
  return recordOf({
    record: column(0, 10),
    date: column(19, 27),
    plate: column(27, 37),
    state: column(37, 39),
    vehicle: {
      year: column(45, 49),
      make: column(49, 53),
      model: column(53, 56),
      style: column(56, 58),
      colour: column(58),
    },
  });
});

interface Written {
  readonly record: string;
  readonly date: string;
  readonly plate: string;
  readonly state: string;
  readonly vehicle: Readonly<Record<Exclude<keyof ListedVehicle, 'year'>, string | undefined>> & {
    readonly year: string;
  };
}

function recordOf({ record, date, plate, state, vehicle }: Written): LineOutcome {
  const letter = record.charAt(0).toUpperCase();
  if (letter === IMMIGRATION) return { kind: 'purpose', purpose: 'immigration', record: undefined };
  const kind = kinds[letter];
  if (kind === undefined) return bad("the first letter of the record's number is no kind of NCIC");
  if (!/^(?:\d{8})?$/.test(date)) return bad('the date is not yyyymmdd');
  const [alertClass, words] = kind;
  return plated(
    { plate, state },
    {
      entryId: record,
      alertClass,
      note: [`NCIC: ${words}`, date].filter(Boolean).join(' '),
      vehicle: known({ ...vehicle, year: yearOf(vehicle.year) }),
    },
  );
}
