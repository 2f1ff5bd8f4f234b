import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ListLayout, listLayouts } from '../../../firmware/domain/hot-list.ts';
import type { LineOutcome } from '../../../firmware/services/hot-list/layout.ts';
import { layouts } from '../../../firmware/services/hot-list/layouts.ts';
import { comparisonKey, regionOf } from '../../../firmware/services/hot-list/listed-text.ts';

function read(layout: ListLayout, ...lines: readonly string[]): LineOutcome[] {
  const reader = layouts[layout].open();
  return lines.map((line, index) => reader.read(line, index + 1));
}

const record = (outcome: LineOutcome | undefined) => (outcome?.kind === 'entry' ? outcome.record : outcome);

describe('H1 LEADS, fixed width', () => {
  test("the field's own sample is read whole", () => {
    const sample = '660JEM  WIPCSTOLEN VYR/05 VMA/DODG VMO/MAG VST/4D VCO/RED     DOT/010315 LDS/V16A0661';
    expect(record(read('leads', sample)[0])).toEqual({
      text: '660JEM',
      region: 'us-wi',
      alertClass: 'stolen-vehicle',
      entryId: 'V16A0661',
      note: 'LEADS: stolen 010315',
      vehicle: { make: 'DODG', model: 'MAG', style: '4D', colour: 'RED', year: 2005 },
    });
  });

  test('a wanted person stands with the words of the file and its number', () => {
    const line = `${'TEST 12 ILPCWANTED '}${'BURGLARY, ARMED'.padEnd(58)}LDS/W07X1234`;
    expect(record(read('leads', line)[0])).toEqual({
      text: 'TEST12',
      region: 'us-il',
      alertClass: 'wanted-person',
      entryId: 'W07X1234',
      note: 'LEADS: wanted: BURGLARY, ARMED',
    });
  });

  test.each(['valueOf', 'HASOWNP', ''])('a list of the name "%s" is none', (list) => {
    expect(read('leads', `TEST 12 ILPC${list.padEnd(7)}words`)).toEqual([
      { kind: 'bad', reason: 'the list is none of STOLEN, MISSING, WANTED' },
    ]);
  });

  test('a tag that is not at its place is a bad line, which does not repeat what it holds', () => {
    const [outcome] = read('leads', '660JEM  WIPCSTOLEN VYR/05 VMA/DODGE VMO/MAG VST/4D VCO/RED     DOT/010315');
    expect(outcome).toEqual({ kind: 'bad', reason: 'VMO/ is not at column 35' });
  });
});

describe('H1 Secretary of State, fixed width', () => {
  test("the field's own sample is read whole", () => {
    expect(record(read('sos', '15386VDE ILFMREVOKED DOT/032910 EXP/0721')[0])).toEqual({
      text: '15386VDE',
      region: 'us-il',
      alertClass: 'suspended-or-revoked',
      entryId: 'line 1',
      note: 'Secretary of State: registration revoked 032910, plates expire 0721',
    });
  });

  test('another list, or tags elsewhere, are bad lines', () => {
    expect(read('sos', '15386VDE ILFMEXPIRED DOT/032910', '15386VDE ILFMSUSPEND  DOT/032910')).toEqual([
      { kind: 'bad', reason: 'the list is none of SUSPEND, REVOKED' },
      { kind: 'bad', reason: 'DOT/ and EXP/ are not at columns 21 and 32' },
    ]);
  });
});

describe('H1 NCIC', () => {
  const columns = ['V123456789', 'IL0160000', '20260102', 'ab-1234', '0H', '2026', '2005', 'D0DG', 'MAG', '4D', 'RED'];
  const wanted = {
    text: 'AB1234',
    region: 'us-oh',
    alertClass: 'stolen-vehicle',
    entryId: 'V123456789',
    note: 'NCIC: stolen vehicle 20260102',
    vehicle: { make: 'D0DG', model: 'MAG', style: '4D', colour: 'RED', year: 2005 },
  };

  test.each([',', ';', ':', '\t'])('of 11 or 12 columns by %j; the make stays as it was written', (delimiter) => {
    const [eleven, twelve] = read('ncic-csv', columns.join(delimiter), [...columns, 'x'].join(delimiter));
    expect(record(eleven)).toEqual(wanted);
    expect(record(twelve)).toEqual(wanted);
  });

  test('of another number of columns is a bad line; the delimiter of the file stays what it was', () => {
    const lines = [columns.join(';'), columns.slice(1).join(';'), columns.join(',')];
    expect(read('ncic-csv', ...lines).map(({ kind }) => kind)).toEqual(['entry', 'bad', 'bad']);
  });

  test('in fixed columns', () => {
    const line = 'V123456789IL016000020260102AB1234    0H2026PC2005D0DGMAG4DRED';
    expect(record(read('ncic-fixed', line)[0])).toEqual(wanted);
  });

  test('H9 a record of kind N serves immigration, in either layout', () => {
    const barred = { kind: 'purpose', purpose: 'immigration', record: undefined };
    expect(read('ncic-csv', ['N1', ...columns.slice(1)].join(','))).toEqual([barred]);
    expect(read('ncic-fixed', 'N123456789IL016000020260102AB1234    0H2026PC2005')).toEqual([barred]);
  });

  test('H1 every other kind has a class, and its note says which it is', () => {
    const outcomes = read('ncic-csv', ...[...'VPWMRHTCXLB'].map((kind) => [`${kind}1`, ...columns.slice(1)].join(',')));
    expect(outcomes.map(({ kind }) => kind)).toEqual(outcomes.map(() => 'entry'));
    expect(new Set(outcomes.map((each) => each.kind === 'entry' && each.record.note)).size).toBe(11);
  });

  test('a letter that is no kind, and a date that is none, are bad lines', () => {
    const [kind, date] = read('ncic-csv', ['Q1', ...columns.slice(1)].join(','), columns.with(2, '2 Jan').join(','));
    expect([kind?.kind, date?.kind]).toEqual(['bad', 'bad']);
  });
});

describe('our own CSV', () => {
  test('under the short header, where the note is the rest of the line', () => {
    const outcomes = read(
      'csv',
      'plate,region,class,note',
      'ab 12-34,US-IL,stolen-vehicle,red, dented',
      'ZZ99,,amber,',
    );
    expect(outcomes.map(record)).toEqual([
      { kind: 'no-record' },
      { entryId: 'line 2', text: 'AB1234', region: 'us-il', alertClass: 'stolen-vehicle', note: 'red, dented' },
      { entryId: 'line 3', text: 'ZZ99', alertClass: 'amber', note: '' },
    ]);
  });

  test('under other columns, with quotes', () => {
    const [, outcome] = read('csv', 'class,id,make,plate,note', 'amber,7,"FORD, ""F""",AB1234,"a, b"');
    expect(record(outcome)).toEqual({
      entryId: '7',
      text: 'AB1234',
      alertClass: 'amber',
      note: 'a, b',
      vehicle: { make: 'FORD, "F"' },
    });
  });

  test('under a header that is not ours nothing is read', () => {
    for (const header of ['plate,colours,class', 'plate,note', '', 'plate,plate,class'])
      expect(() => read('csv', header)).toThrow(/Line 1: the header must name/);
  });
});

describe('our own JSON', () => {
  test('one object a line, under the names of the columns', () => {
    const local = {
      entered_by: 'd.jones',
      case_number: '26-1',
      synopsis: 'fled',
      approved_by: 'l.smith',
      expires_at: '2026-12-01T00:00:00Z',
    };
    const [outcome] = read(
      'json',
      JSON.stringify({ id: '7', plate: 'AB 1234', class: 'local-bolo', year: 2005, ...local }),
    );
    expect(record(outcome)).toEqual({
      entryId: '7',
      text: 'AB1234',
      alertClass: 'local-bolo',
      note: '',
      vehicle: { year: 2005 },
      local: {
        enteredBy: 'd.jones',
        caseNumber: '26-1',
        synopsis: 'fled',
        approvedBy: 'l.smith',
        expiresAt: { epochMs: Date.UTC(2026, 11, 1), quality: { source: 'free-running' } },
      },
    });
  });

  test.each([
    ['H3 half a local entry', { entered_by: 'd.jones' }, /names entered_by, case_number/],
    [
      'H6 a local entry approved by who entered it',
      { entered_by: 'a', approved_by: 'a', case_number: '1', synopsis: 's', expires_at: '2026-12-01T00:00:00Z' },
      /can not approve/,
    ],
    ['a name that is not ours', { color: 'red' }, /a name is none of/],
    ['a list in it', { note: [] }, /not a JSON object/],
    ['a purpose that nobody knows', { purpose: 'curiosity' }, /the purpose is none of/],
  ])('%s is a bad line', (_name, more, reason) => {
    const [outcome] = read('json', JSON.stringify({ plate: 'AB1234', class: 'amber', ...more }));
    expect(outcome).toMatchObject({ kind: 'bad', reason: expect.stringMatching(reason) });
  });

  test.each(['immigration', 'traffic-fines', 'towing', 'health-care'])(
    'H9 a record that serves %s says so',
    (purpose) => {
      expect(read('json', JSON.stringify({ plate: 'AB1234', class: 'amber', purpose }))[0]).toMatchObject({
        kind: 'purpose',
        purpose,
      });
    },
  );
});

describe('every layout', () => {
  const plates: Readonly<Record<ListLayout, (plate: string) => string>> = {
    leads: (plate) => `${plate.padEnd(8)}ILPCMISSING`,
    sos: (plate) => `${plate.padEnd(9)}ILPCREVOKED `,
    'ncic-csv': (plate) => `V1,,,${plate},IL,,,,,,`,
    'ncic-fixed': (plate) => `V1${' '.repeat(25)}${plate.padEnd(10)}IL`,
    csv: (plate) => `${plate},amber`,
    json: (plate) => JSON.stringify({ plate, class: 'amber' }),
  };
  const readOne = (layout: ListLayout, line: string) =>
    read(layout, ...(layout === 'csv' ? ['plate,class'] : []), line).at(-1)!;

  test.each(listLayouts.flatMap((layout) => ['0', '00', '000', '190'].map((plate) => [layout, plate] as const)))(
    '%s: the false plate %s is skipped',
    (layout, plate) => {
      expect(readOne(layout, plates[layout](plate))).toEqual({ kind: 'false-plate' });
    },
  );

  test.each(listLayouts)('%s: whatever a line holds, it is told what it is, and no reason repeats it', (layout) => {
    const token = fc.stringMatching(/^[A-Z]{2}[0-9]{4}[A-Z]$/);
    const around = fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replaceAll('\n', ' '));
    const line = fc.oneof(
      fc.tuple(around, token, around).map(([before, plate, after]) => ({ plate, line: before + plate + after })),
      fc.tuple(token, around).map(([plate, after]) => ({ plate, line: plates[layout](plate) + after })),
      fc
        .tuple(token, fc.string({ maxLength: 4 }))
        .map(([plate, more]) => ({ plate, line: plates[layout](plate + more) })),
    );
    fc.assert(
      fc.property(line, ({ plate, line }) => {
        const outcome = readOne(layout, line);
        expect(['entry', 'purpose', 'false-plate', 'no-record', 'bad']).toContain(outcome.kind);
        if (outcome.kind === 'entry') expect(outcome.record.text).toMatch(/^[0-9A-Z?*]{1,30}$/);
        if (outcome.kind === 'bad') expect(outcome.reason).not.toContain(plate);
      }),
      { numRuns: 500 },
    );
  });
});

test('zeros stand for the letter O in state and make, for comparison alone', () => {
  expect(regionOf('0H')).toBe('us-oh');
  expect(regionOf('M0')).toBe('us-mo');
  expect(regionOf('NB')).toBe('us-ne');
  expect(regionOf('0N')).toBe('other');
  expect(comparisonKey('D0DG')).toBe(comparisonKey('DODG'));
});
