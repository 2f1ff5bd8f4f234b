import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabet } from '../../firmware/domain/reading.ts';
import {
  alignedColumns,
  CLASSES,
  characterDistribution,
  foldedColumns,
  foldedText,
  probabilityOf,
  rankedTexts,
  softmaxColumns,
} from '../../firmware/pipeline/ctc.ts';

const BLANK = alphabet.length;

/** Columns that spell a path of classes, each with the given probability and the rest spread evenly. */
function columnsOf(path: readonly number[], probability = 0.9): Float32Array {
  const columns = new Float32Array(path.length * CLASSES).fill((1 - probability) / (CLASSES - 1));
  for (const [t, k] of path.entries()) columns[t * CLASSES + k] = probability;
  return columns;
}

const classOf = (character: string) => alphabet.indexOf(character);

/** Columns of a small random net: `count` columns of normalised random weights over four classes and the blank. */
const smallColumns = fc
  .array(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 5, maxLength: 5 }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((rows) => {
    const columns = new Float32Array(rows.length * CLASSES);
    for (const [t, row] of rows.entries()) {
      const sum = row.reduce((a, b) => a + b, 0);
      for (let k = 0; k < 4; k++) columns[t * CLASSES + k] = row[k]! / sum;
      columns[t * CLASSES + BLANK] = row[4]! / sum;
    }
    return columns;
  });

/** The probability of every text by adding up all paths: the definition (Graves et al. 2006, equation 3). */
function bySumOverPaths(columns: Float32Array): Map<string, number> {
  const count = columns.length / CLASSES;
  const classes = [0, 1, 2, 3, BLANK];
  const texts = new Map<string, number>();
  const walk = (t: number, path: readonly number[], p: number): void => {
    if (t === count) {
      const text = path.filter((k, i) => k !== BLANK && k !== path[i - 1]).map((k) => alphabet[k]!);
      const key = text.join('');
      texts.set(key, (texts.get(key) ?? 0) + p);
      return;
    }
    for (const k of classes) walk(t + 1, [...path, k], p * columns[t * CLASSES + k]!);
  };
  walk(0, [], 1);
  return texts;
}

describe('texts from columns', () => {
  test('a repeated class without a blank between is one character, with a blank it is two', () => {
    const a = classOf('A');
    expect(rankedTexts(columnsOf([a, a, BLANK]), 4)[0]!.text).toBe('A');
    expect(rankedTexts(columnsOf([a, BLANK, a]), 4)[0]!.text).toBe('AA');
  });

  test("a text's probability is the sum over all of its paths", () => {
    fc.assert(
      fc.property(smallColumns, (columns) => {
        const truth = bySumOverPaths(columns);
        for (const { text, probability } of rankedTexts(columns, 2000)) {
          expect(probability).toBeCloseTo(truth.get(text)!, 5);
          expect(probabilityOf(columns, text)).toBeCloseTo(truth.get(text)!, 5);
        }
      }),
      { numRuns: 50 },
    );
  });

  test('what is certain of 0 or O together is certain of both', () => {
    const columns = columnsOf([classOf('A'), classOf('0')], 0.5);
    columns[CLASSES + classOf('O')] = 0.45;
    const folded = foldedColumns(columns);
    expect(probabilityOf(folded, foldedText('AO'))).toBe(probabilityOf(folded, foldedText('A0')));
    expect(probabilityOf(folded, 'A0')).toBeGreaterThan(0.9 * 0.5);
  });

  test('the ranking is best first and of distinct texts', () => {
    fc.assert(
      fc.property(smallColumns, (columns) => {
        const ranked = rankedTexts(columns, 10);
        expect(new Set(ranked.map(({ text }) => text)).size).toBe(ranked.length);
        const sorted = ranked.map(({ probability }) => probability);
        expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
      }),
    );
  });

  test('each character of the best text is carried by its own column, in order, where that character is likely', () => {
    const path = ['I', 'L', 'L', '1', '2'].flatMap((character) => [classOf(character), BLANK]);
    const columns = columnsOf(path);
    const carriers = alignedColumns(columns, 'ILL12');
    expect(carriers).toEqual([0, 2, 4, 6, 8]);
    const distribution = characterDistribution(columns, carriers[2]!);
    expect(distribution[classOf('L')]).toBeGreaterThan(0.9);
    expect(distribution.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
  });

  test('columns too few for a text have no alignment', () => {
    expect(alignedColumns(columnsOf([classOf('A')]), 'AB')).toEqual([]);
  });

  test('softmax makes every column sum to one and a higher temperature flattens it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -30, max: 30, noNaN: true }), { minLength: CLASSES, maxLength: CLASSES }),
        (logits) => {
          const plain = softmaxColumns(Float32Array.from(logits), 1);
          const flat = softmaxColumns(Float32Array.from(logits), 2);
          expect(plain.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 4);
          expect(Math.max(...flat)).toBeLessThanOrEqual(Math.max(...plain) + 1e-6);
        },
      ),
    );
  });
});
