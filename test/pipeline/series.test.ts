import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  knownSeries,
  seriesOfLength,
  seriesThatPrint,
  seriesThatPrintAlike,
} from '../../firmware/pipeline/known-series.ts';
import { foldedText } from '../../firmware/pipeline/ranking.ts';
import { tableOf } from '../../firmware/pipeline/series.ts';

const series = (patterns: readonly string[], letters?: string) =>
  tableOf([{ region: 'eu', register: 'ro', name: 'Test', weight: 1, patterns, letters }])[0]!;

describe('a series', () => {
  test.each([
    ['AAA 9999', 'ABC1234', true],
    ['AAA-99/99', 'ABC123', false],
    ['a9', 'O1', false],
    ['i9', 'O1', false],
    ['i9', 'I1', true],
    ['A{1,2}[1-9]9{0,2}', 'B1', true],
    ['A{1,2}[1-9]9{0,2}', 'B01', false],
    ['EL999', 'EL123', true],
    ['EL999', 'EM123', false],
  ])('of the pattern %s and the text %s: %s', (pattern, text, printed) => {
    expect(series([pattern]).prints(text)).toBe(printed);
  });

  test('prints no letter that it leaves out, nor its digit when they are taken as one', () => {
    const one = series(['A99'], 'ABCDEFGH');
    expect(one.prints('K12')).toBe(false);
    expect(one.printsFolded('012')).toBe(false);
    expect(series(['A99']).printsFolded('012')).toBe(true);
  });

  test('of districts prints their codes and no other', () => {
    const [one] = tableOf([
      { region: 'eu', register: 'ro', name: 'Test', weight: 1, patterns: ['D99'], districts: 'B IS' },
    ]);
    expect(['B12', 'IS12', 'S12', 'IB12'].map(one!.prints)).toEqual([true, true, false, false]);
    expect([one!.printsFolded('1S12'), [...one!.lengths]]).toEqual([true, [3, 4]]);
  });

  test('of an American state may print letters that it is said to leave out', () => {
    const [state] = tableOf([
      { region: 'us-il', register: 'us-il', name: 'Test', weight: 1, patterns: ['A99'], letters: 'ABC' },
    ]);
    expect([state!.prints('O12'), state!.mayPrint('O12'), state!.mayPrint('K12')]).toEqual([false, true, false]);
  });

  test('knows how long its texts are', () => {
    expect([...series(['A{2,5}[1-9]9{0,3}[EH]', '9{4,5}']).lengths].sort((a, b) => a - b)).toEqual([
      4, 5, 6, 7, 8, 9, 10,
    ]);
  });

  test('that prints the same as another of its region is one with it', () => {
    const entry = { region: 'us-il', register: 'us-il', name: 'first', weight: 3, patterns: ['AA 99'] };
    const table = tableOf([
      entry,
      { ...entry, name: 'second', weight: 1, patterns: ['AA-99'] },
      { ...entry, patterns: ['9'] },
    ]);
    expect(table.map(({ name, share }) => [name, share])).toEqual([
      ['us-il first', 4 / 7],
      ['us-il first', 3 / 7],
    ]);
  });
});

describe('the table', () => {
  test('weighs the series of each region to one', () => {
    const sums = new Map<string, number>();
    for (const { region, share } of knownSeries) sums.set(region, (sums.get(region) ?? 0) + share);
    for (const sum of sums.values()) expect(sum).toBeCloseTo(1, 9);
  });

  test('knows all of the United States, the countries of the European Union, and Brazil', () => {
    const regions = new Set(knownSeries.map(({ region }) => region));
    expect([...regions].filter((region) => region.startsWith('us-'))).toHaveLength(51);
    expect([...regions].filter((region) => region.startsWith('eu-'))).toHaveLength(27);
    expect([...regions].filter((region) => !/^(us|eu)-/.test(region)).sort()).toEqual(['br', 'other']);
  });

  test('finds a series by every text that it prints, at the length it says, alike or not', () => {
    const texts = fc.stringMatching(/^[0-9A-Z]{2,9}$/);
    fc.assert(
      fc.property(texts, (text) => {
        const printing = knownSeries.filter(({ prints }) => prints(text));
        expect(seriesThatPrint(text)).toEqual(printing);
        expect(seriesThatPrintAlike(text)).toEqual(knownSeries.filter((one) => one.printsFolded(foldedText(text))));
        for (const one of printing) expect(one.printsFolded(foldedText(text))).toBe(true);
        for (const one of printing) expect(seriesOfLength(text.length)).toContain(one);
      }),
    );
  });
});
