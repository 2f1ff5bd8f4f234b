/** The packed index: every entry is found by its text and nothing else is, and what it weighs. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FoundEntry, type PlateIndex, REGIONS_MAX } from '../../../firmware/services/hot-list/plate-index.ts';
import { PlateIndexBuilder } from '../../../firmware/services/hot-list/plate-index-builder.ts';
import { keyInto, plateKey, substitute } from '../../../firmware/services/hot-list/plate-key.ts';
import { WATCHES_MAX } from '../../../firmware/services/hot-list/watch.ts';

const text = fc.stringMatching(/^[0-9A-Z]{1,15}$/);

function found(index: PlateIndex, plate: string): readonly FoundEntry[] {
  const key = plateKey();
  keyInto(key, plate);
  return index.entriesOf(key);
}

describe('a key', () => {
  test('is another for another text, and that of an exchange is that of the text with the exchange', () => {
    const [one, other] = [plateKey(), plateKey()];
    fc.assert(
      fc.property(text, text, fc.nat(14), fc.stringMatching(/^[0-9A-Z]$/), (a, b, at, to) => {
        keyInto(one, a);
        keyInto(other, b);
        expect(String(one) === String(other)).toBe(a === b);
        const place = at % a.length;
        substitute(one, place, { from: a[place]!, to });
        keyInto(other, a.slice(0, place) + to + a.slice(place + 1));
        expect(one).toEqual(other);
      }),
    );
  });
});

describe('the index', () => {
  test('finds each entry by its text, all of the same plate, with class, state and ref, and nothing by another text', () => {
    const entry = fc.record({
      text,
      region: fc.constantFrom('us-il', 'us-wi', 'br'),
      alertClass: fc.constantFrom('amber' as const, 'local-bolo' as const),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 300 }), fc.array(text), (entries, others) => {
        const builder = new PlateIndexBuilder();
        for (const [ref, each] of entries.entries()) expect(builder.add({ ...each, ref })).toBeUndefined();
        const index = builder.build();
        for (const plate of [...entries.map((each) => each.text), ...others]) {
          const expected = entries.flatMap(({ text: listed, ...rest }, ref) =>
            listed === plate ? [{ ...rest, ref }] : [],
          );
          expect(found(index, plate).toSorted((a, b) => a.ref - b.ref)).toEqual(expected);
        }
      }),
    );
  });

  test('holds refs of 32 bits', () => {
    const builder = new PlateIndexBuilder();
    builder.add({ text: 'A', alertClass: 'amber', ref: 2 ** 32 - 1 });
    expect(found(builder.build(), 'A')).toEqual([{ alertClass: 'amber', ref: 2 ** 32 - 1 }]);
  });

  test('refuses what it can not hold, without a word of the plate, and keeps the others', () => {
    const builder = new PlateIndexBuilder();
    const add = (listed: string, state?: string) =>
      builder.add({ text: listed, alertClass: 'amber', ref: 0, ...(state === undefined ? {} : { region: state }) });
    for (const listed of ['', 'ABCDEFGHIJKLMNOP', 'AB 12', 'äB12', 'A?']) expect(add(listed)).toMatch(/plate/);
    for (let count = 0; count < WATCHES_MAX; count++) expect(add('ABC*')).toBeUndefined();
    expect(add('ABC*')).toMatch(/more than/);
    for (let count = 1; count < REGIONS_MAX; count++) expect(add('GOOD', `state ${count}`)).toBeUndefined();
    expect(add('GOOD', 'one more state')).toMatch(/states/);
    expect(add('GOOD', 'state 1')).toBeUndefined();
    const index = builder.build();
    expect(found(index, 'GOOD')).toHaveLength(REGIONS_MAX);
    expect(index.parts.watches).toHaveLength(WATCHES_MAX);
  });

  test('of a million entries takes at most 20 bytes an entry, all told, and finds them', () => {
    const count = 1_000_000;
    const before = held();
    const index = counted(count);
    const after = held();
    expect(index.bytes / count).toBeLessThanOrEqual(20);
    // No object an entry.
    expect((after - before) / count).toBeLessThanOrEqual(22);
    for (let ref = 0; ref < count; ref += 997)
      expect(found(index, plateOf(ref))).toEqual([{ alertClass: 'amber', ref }]);
  });
});

function counted(count: number): PlateIndex {
  const builder = new PlateIndexBuilder();
  for (let ref = 0; ref < count; ref++) builder.add({ text: plateOf(ref), alertClass: 'amber', ref });
  return builder.build();
}

function plateOf(ref: number): string {
  return ref.toString(36).toUpperCase().padStart(7, '0');
}

function held(): number {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}
