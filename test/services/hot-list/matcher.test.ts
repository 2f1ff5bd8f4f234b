/** The matcher against lists walked entry by entry, and the clauses that it serves. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertClasses } from '../../../firmware/domain/alert-class.ts';
import { Fault } from '../../../firmware/domain/fault.ts';
import type { Hit } from '../../../firmware/domain/hit.ts';
import type { HotListEntry } from '../../../firmware/domain/hot-list.ts';
import type { ReadPlate } from '../../../firmware/domain/matched.ts';
import { HITS_MAX } from '../../../firmware/services/hot-list/matcher.ts';
import { entryOf, listOf, madeAt, matcherOf, readOf } from './lists.ts';

// Few characters, so that plates meet; among them are confusable ones and others.
const plateText = fc.oneof(
  { weight: 5, arbitrary: fc.string({ unit: fc.constantFrom('0', 'O', '8', 'B'), minLength: 2, maxLength: 2 }) },
  {
    weight: 1,
    arbitrary: fc.string({ unit: fc.constantFrom('0', 'O', 'D', '1', 'I', '8', 'B', 'A'), minLength: 4, maxLength: 7 }),
  },
  { weight: 1, arbitrary: fc.string({ unit: fc.constantFrom('0', 'O'), minLength: 13, maxLength: 15 }) },
);
const watchText = fc
  .string({ unit: fc.constantFrom('0', 'O', '?', '*', '*'), minLength: 4, maxLength: 6 })
  .filter((text) => /[?*]/.test(text) && text.replaceAll(/[?*]/g, '').length >= 3);
const region = fc.constantFrom(undefined, 'us-il', 'us-wi', 'eu');
const entries = fc
  .array(
    fc.record({
      text: fc.oneof({ weight: 4, arbitrary: plateText }, { weight: 1, arbitrary: watchText }),
      region,
      alertClass: fc.constantFrom(...alertClasses),
    }),
    { maxLength: 60 },
  )
  .map((all) =>
    all.map(({ region: state, ...rest }, index) =>
      entryOf({ ...rest, entryId: String(index), ...(state === undefined ? {} : { region: state }) }),
    ),
  );
const read = fc
  .record({
    text: plateText,
    confidences: fc.array(fc.constantFrom(0.3, 0.89, 0.9, 1), { minLength: 15, maxLength: 15 }),
    code: fc.constantFrom('us-il', 'us-wi', 'eu', 'unknown'),
    confidence: fc.constantFrom(0.3, 0.5, 0.89, 0.9),
  })
  .map(({ text, confidences, ...state }) => readOf(text, { confidences, region: { ...state, others: [] } }));

const isPrintedBy = (state: string, text: string) => state.startsWith('us-') && !text.endsWith('A');

describe('the index', () => {
  test('meets what a walk over every entry meets: exact, fuzzy, partial, by state, with entries of the same plate', () => {
    const met = { exact: 0, fuzzy: 0, partial: 0 };
    const law = fc.property(entries, entries, fc.array(read, { minLength: 1, maxLength: 20 }), (one, other, reads) => {
      const matcher = matcherOf([listOf(one), listOf(other)], { isPrintedBy });
      for (const each of reads) {
        const expected = [...one, ...other].flatMap((entry) => walked(entry, each));
        fc.pre(expected.length <= HITS_MAX);
        const hits = matcher.hitsOf(each);
        expect(hits.map(told).toSorted()).toEqual(expected.toSorted());
        for (const { kind } of hits) met[kind]++;
      }
    });
    fc.assert(law, { numRuns: 300 });
    // Else the law would have been about nothing.
    for (const count of Object.values(met)) expect(count).toBeGreaterThan(20);
  });

  test('of a list that is replaced meets nothing any more', () => {
    fc.assert(
      fc.property(entries, entries, fc.array(read, { minLength: 1, maxLength: 20 }), (old, fresh, reads) => {
        const matcher = matcherOf([listOf(old)], { isPrintedBy });
        matcher.replace([listOf(fresh)]);
        const alone = matcherOf([listOf(fresh)], { isPrintedBy });
        for (const each of reads) expect(matcher.hitsOf(each)).toEqual(alone.hitsOf(each));
      }),
    );
  });
});

describe('hits', () => {
  test('come gravest class first, then exact before fuzzy before partial', () => {
    fc.assert(
      fc.property(entries, read, (all, each) => {
        const hits = matcherOf([listOf(all)], { isPrintedBy }).hitsOf(each);
        const ranks = hits.map(
          ({ entry, kind }) =>
            10 * alertClasses.indexOf(entry.alertClass) + ['exact', 'fuzzy', 'partial'].indexOf(kind),
        );
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });

  test('are the gravest where one plate has more than are put before anyone', () => {
    const many = Array.from({ length: 2 * HITS_MAX }, () => entryOf({ text: 'AB12345', alertClass: 'local-bolo' }));
    const hits = matcherOf([listOf([...many, entryOf({ text: 'AB12345', alertClass: 'amber' })])]).hitsOf(
      readOf('AB12345'),
    );
    expect(hits).toHaveLength(HITS_MAX);
    expect(hits[0]!.entry.alertClass).toBe('amber');
  });

  test('are not crowded out by graver ones that another vehicle makes void', () => {
    const entries = [
      ...Array.from({ length: HITS_MAX }, () =>
        entryOf({ text: 'AB1*', alertClass: 'amber', vehicle: { make: 'FORD' } }),
      ),
      entryOf({ text: 'AB1*', alertClass: 'local-bolo' }),
    ];
    const hits = matcherOf([listOf(entries)]).hitsOf(readOf('AB12345', { vehicle: { make: 'DODG' } }));
    expect(hits.map(({ entry }) => entry.alertClass)).toEqual(['local-bolo']);
  });

  test('say which character differs, and that it does', () => {
    const matcher = matcherOf([listOf([entryOf({ text: 'AB12345', region: 'us-il' })])]);
    const unsure = { confidences: [1, 0.6, 1, 1, 1, 1, 1] };
    expect(matcher.hitsOf(readOf('A812345', unsure))).toMatchObject([{ kind: 'fuzzy', differsAt: 1 }]);
    expect(matcher.hitsOf(readOf('A812345'))).toEqual([]);
  });

  test('stand with what the index knows where the rest can not be unsealed, and that is logged without the plate', () => {
    const lines: string[] = [];
    const list = {
      ...listOf([entryOf({ text: 'AB12345', region: 'us-il' })]),
      entries: {
        entry: () => {
          throw new Fault('vault.damaged', 'test');
        },
      },
    };
    const log = { event: (...line: unknown[]) => lines.push(JSON.stringify(line)) };
    expect(matcherOf([list], { log }).hitsOf(readOf('AB12345'))).toMatchObject([
      { kind: 'exact', entry: { text: 'AB12345', region: 'us-il', alertClass: 'stolen-vehicle' } },
    ]);
    expect(lines.join()).toContain('vault.damaged');
    expect(lines.join()).not.toContain('AB12345');
  });

  test('by a partial or a fuzzy plate want a vehicle that does not contradict; an exact one tells of it', () => {
    const red = { colour: 'RED', make: 'D0DG' };
    const matcher = matcherOf([
      listOf(['AB12345', 'AB1*', 'A812345'].map((text) => entryOf({ text, region: 'us-il', vehicle: red }))),
    ]);
    const seen = (vehicle: ReadPlate['vehicle']) =>
      matcher
        .hitsOf(readOf('AB12345', { confidences: [1, 0.5], ...(vehicle === undefined ? {} : { vehicle }) }))
        .map(({ kind, vehicle: agreement }) => [kind, agreement]);
    const all = (agreement?: string) => ['exact', 'fuzzy', 'partial'].map((kind) => [kind, agreement]);
    expect(seen(undefined)).toEqual(all());
    expect(seen({ model: 'MAG' })).toEqual(all());
    expect(seen({ colour: 'RED/BLK', make: 'DODG' })).toEqual(all('agrees'));
    expect(seen({ colour: 'RED', make: 'FORD' })).toEqual([['exact', 'contradicts']]);
  });
});

test('U3 every read is compared at once, with no network: hits are there when the call returns', () => {
  const plates = ['AB12345', '1234567', 'Z9'];
  const matcher = matcherOf([listOf(plates.map((text) => entryOf({ text })))]);
  for (const text of plates) expect(matcher.hitsOf(readOf(text)).map(({ entry }) => entry.text)).toEqual([text]);
  expect(matcher.hitsOf(readOf('AB12346'))).toEqual([]);
});

test('H2 a list older than its limit is flagged on every hit it makes, and no other is', () => {
  const entry = entryOf({ text: 'AB12345' });
  const now = (epochMs: number) => () => ({ ...madeAt, epochMs });
  const lists = [listOf([entry], { limitHours: 24 }), listOf([entry], { limitHours: 25 })];
  const late = matcherOf(lists, { now: now(madeAt.epochMs + 24 * 3_600_000 + 1) });
  expect(late.hitsOf(readOf('AB12345'))).toMatchObject([
    { listStale: true, listAgeMs: 86_400_001 },
    { listStale: false, listAgeMs: 86_400_001 },
  ]);
  const before = matcherOf(lists, { now: now(madeAt.epochMs - 5) });
  expect(before.hitsOf(readOf('AB12345')).map(({ listAgeMs, listStale }) => [listAgeMs, listStale])).toEqual([
    [0, false],
    [0, false],
  ]);
});

test('H2 a list whose age nobody can tell, as by the unit’s time it is not made yet, is flagged', () => {
  const lost = matcherOf([listOf([entryOf({ text: 'AB12345' })])], { now: () => ({ ...madeAt, epochMs: 0 }) });
  expect(lost.hitsOf(readOf('AB12345'))).toMatchObject([{ listAgeMs: 0, listStale: true }]);
});

test('H4 a watch for a partial plate meets the plates that fit it, labelled partial, and the state still counts', () => {
  const matcher = matcherOf([listOf([entryOf({ text: 'AB?2*5', region: 'us-il' })])]);
  const kinds = (text: string, own = {}) => matcher.hitsOf(readOf(text, own)).map(({ kind }) => kind);
  expect(kinds('AB12345')).toEqual(['partial']);
  expect(kinds('ABX25')).toEqual(['partial']);
  expect(kinds('AB25')).toEqual([]);
  expect(kinds('AB12346')).toEqual([]);
  expect(kinds('AB12345', { region: { code: 'us-wi', confidence: 0.95, others: [] } })).toEqual([]);
});

/** As `told` says it; what the rule is, over again and as plainly as can be. */
function walked(entry: HotListEntry, { plate, characters, region: state }: ReadPlate): string[] {
  const [listed, seen] = [entry.text, plate.reveal()];
  const contradicts = (sure: number) =>
    state.confidence >= sure &&
    [entry.region, state.code].every((code) => ['us-il', 'us-wi'].includes(code ?? '')) &&
    entry.region !== state.code;
  const hit = (kind: string, at?: number) => [`${entry.entryId} ${listed} ${kind} ${at}`];
  if (/[?*]/.test(listed)) {
    const pattern = new RegExp(`^${listed.replaceAll('?', '.').replaceAll('*', '.*')}$`);
    return pattern.test(seen) && !contradicts(0.9) ? hit('partial') : [];
  }
  if (listed === seen) return contradicts(0.9) ? [] : hit('exact');
  const differing = [...listed].flatMap((character, at) => (character === seen[at] ? [] : [at]));
  const [at] = differing;
  if (listed.length !== seen.length || differing.length !== 1 || characters[at!]!.confidence >= 0.9) return [];
  const isConfusable = ['0ODQ', '1I', '2Z', '5S', '8B', '6G'].some(
    (group) => group.includes(listed[at!]!) && group.includes(seen[at!]!),
  );
  const issuer = entry.region ?? (state.confidence >= 0.5 ? state.code : undefined);
  const fits = issuer !== undefined && isPrintedBy(issuer, listed);
  return isConfusable && fits && !contradicts(0.5) ? hit('fuzzy', at) : [];
}

function told({ entry, kind, differsAt }: Hit): string {
  return `${entry.entryId} ${entry.text} ${kind} ${differsAt}`;
}
