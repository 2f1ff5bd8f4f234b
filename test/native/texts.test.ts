/** Decoding of texts against its definition: a text's probability is the sum over all paths of columns that spell it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabet } from '../../firmware/domain/reading.ts';
import { textAt } from '../../firmware/pipeline/interpret.ts';
import { foldedText } from '../../firmware/pipeline/ranking.ts';
import { decodeTexts, NativeArgumentError } from '../../native/index.ts';

const BLANK = alphabet.length;
const CLASSES = alphabet.length + 1;
const LENGTHS = 13;

/** Probabilities of a column's classes; what is not named has next to none. */
type Column = ReadonlyMap<number, number>;

const classOf = (character: string) => alphabet.indexOf(character);

function logitsOf(columns: readonly Column[]): Float32Array {
  const logits = new Float32Array(columns.length * CLASSES).fill(-80);
  for (const [at, column] of columns.entries())
    for (const [k, share] of column) logits[at * CLASSES + k] = Math.log(share);
  return logits;
}

/** Logits of the length that leave the columns' own text as it is. */
function lengthOf(length: number): Float32Array {
  const logits = new Float32Array(LENGTHS);
  logits[length] = 9;
  return logits;
}

function textOf(columns: readonly Column[], { length = 0, temperature = 1 } = {}) {
  return textAt(decodeTexts(logitsOf(columns), lengthOf(length), { crops: 1, temperature }), 0);
}

/** Columns of random weights over these characters and the blank. */
function columnsOver(characters: string, count: { min: number; max: number }): fc.Arbitrary<Column[]> {
  const classes = [...Array.from(characters, classOf), BLANK];
  const weight = fc.double({ min: 0.01, max: 1, noNaN: true });
  return fc
    .array(fc.array(weight, { minLength: classes.length, maxLength: classes.length }), {
      minLength: count.min,
      maxLength: count.max,
    })
    .map((rows) =>
      rows.map((row) => {
        const sum = row.reduce((a, b) => a + b, 0);
        return new Map(classes.map((k, index) => [k, row[index]! / sum]));
      }),
    );
}

/** The probability of every text by adding up all paths: the definition (Graves et al. 2006, equation 3). */
function bySumOverPaths(columns: readonly Column[]): Map<string, number> {
  const texts = new Map<string, number>();
  const walk = (at: number, path: readonly number[], probability: number): void => {
    const column = columns[at];
    if (column === undefined) {
      const text = path.filter((k, i) => k !== BLANK && k !== path[i - 1]).map((k) => alphabet[k]!);
      texts.set(text.join(''), (texts.get(text.join('')) ?? 0) + probability);
      return;
    }
    for (const [k, share] of column) walk(at + 1, [...path, k], probability * share);
  };
  walk(0, [], 1);
  return texts;
}

/** The column in which 0 and O, and 1 and I, are one class. */
function folded(column: Column): Column {
  const shares = new Map<number, number>();
  for (const [k, share] of column) {
    const one = k === BLANK ? BLANK : classOf(foldedText(alphabet[k]!));
    shares.set(one, (shares.get(one) ?? 0) + share);
  }
  return shares;
}

/** Columns that spell a path of classes, each with the given probability and the rest spread evenly. */
function spelling(path: readonly number[], probability = 0.9): Column[] {
  return path.map(
    (spelled) =>
      new Map(
        Array.from({ length: CLASSES }, (_, k) => [k, k === spelled ? probability : (1 - probability) / (CLASSES - 1)]),
      ),
  );
}

describe('texts from columns', () => {
  test('a repeated class without a blank between is one character, with a blank it is two', () => {
    const [a, b] = [classOf('A'), classOf('B')];
    expect(textOf(spelling([a, a, b]))!.plate.reveal()).toBe('AB');
    expect(textOf(spelling([a, BLANK, a]))!.plate.reveal()).toBe('AA');
  });

  test("a text's probability is the sum over all of its paths, where the beam holds every prefix", () => {
    fc.assert(
      fc.property(columnsOver('AB', { min: 2, max: 3 }), (columns) => {
        const truth = bySumOverPaths(columns);
        for (const { plate, confidence } of textOf(columns)?.candidates ?? [])
          expect(confidence).toBeCloseTo(truth.get(plate.reveal())!, 5);
      }),
    );
  });

  test('where it does not, no text gets more than that', () => {
    fc.assert(
      fc.property(columnsOver('AB0O', { min: 2, max: 5 }), (columns) => {
        const truth = bySumOverPaths(columns);
        for (const { plate, confidence } of textOf(columns)?.candidates ?? [])
          expect(confidence).toBeLessThanOrEqual(truth.get(plate.reveal())! + 1e-6);
      }),
      { numRuns: 60 },
    );
  });

  test('the confidence counts 0 and O, and 1 and I, as one, as far as the length agrees', () => {
    fc.assert(
      fc.property(columnsOver('0OI1', { min: 2, max: 5 }), (columns) => {
        const plate = textOf(columns)?.plate.reveal();
        if (plate === undefined) return;
        const sum = bySumOverPaths(columns.map(folded)).get(foldedText(plate)) ?? 0;
        expect(textOf(columns, { length: plate.length })!.confidence).toBeCloseTo(sum, 5);
        const granted = 1 / (Math.exp(9) + LENGTHS - 1);
        expect(textOf(columns, { length: plate.length + 1 })!.confidence).toBeCloseTo(sum * granted, 9);
      }),
      { numRuns: 60 },
    );
  });

  test('the ranking is best first and of distinct texts', () => {
    fc.assert(
      fc.property(columnsOver('ABC012', { min: 2, max: 20 }), (columns) => {
        const ranked = textOf(columns)?.candidates ?? [];
        expect(new Set(ranked.map(({ plate }) => plate.reveal())).size).toBe(ranked.length);
        const sorted = ranked.map(({ confidence }) => confidence);
        expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
      }),
    );
  });

  test('each character of the best text has the shares of the column that carries it', () => {
    const path = Array.from('ILL12', (character, place) => [classOf(character), 0.8 + place / 50] as const);
    const columns = path.flatMap(([k, share]) => [...spelling([k], share), ...spelling([BLANK])]);
    const { plate, characters } = textOf(columns)!;
    expect(plate.reveal()).toBe('ILL12');
    for (const [place, { character, confidence, distribution }] of characters.entries()) {
      const [k, share] = path[place]!;
      expect(character).toBe(alphabet[k]);
      expect(confidence).toBeCloseTo(share, 5);
      expect(distribution[k]).toBeCloseTo(share / (1 - (1 - share) / (CLASSES - 1)), 5);
      expect(distribution.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
    }
  });

  test('a higher temperature flattens', () => {
    const columns = spelling([classOf('A'), BLANK, classOf('B')], 0.8);
    expect(textOf(columns, { temperature: 2 })!.characters[0]!.confidence).toBeLessThan(0.5);
  });

  test('a single character, nothing, and what is no number are no text', () => {
    expect(textOf(spelling([classOf('A'), classOf('A')]))).toBeUndefined();
    expect(textOf(spelling([BLANK, BLANK, BLANK]))).toBeUndefined();
    expect(textOf([...spelling([0, 1, 2]), new Map([[3, Number.NaN]])])).toBeUndefined();
  });

  test('crops of a batch are answered each for itself', () => {
    const texts = ['AB', 'XYZ', 'Q1'].map((text) =>
      [...text].flatMap((each) => [classOf(each), BLANK]).concat([BLANK, BLANK]),
    );
    const all = texts.map((path) => spelling(path.slice(0, 6)));
    const rows = decodeTexts(
      Float32Array.from(all.flatMap((columns) => [...logitsOf(columns)])),
      Float32Array.from(all.flatMap(() => [...lengthOf(2)])),
      { crops: 3, temperature: 1 },
    );
    expect([0, 1, 2].map((crop) => textAt(rows, crop)!.plate.reveal())).toEqual(['AB', 'XYZ', 'Q1']);
  });

  test.each<[string, () => unknown]>([
    ['characters', () => decodeTexts(new Float32Array(40), lengthOf(2), { crops: 1, temperature: 1 })],
    ['characters', () => decodeTexts([] as never, lengthOf(2), { crops: 1, temperature: 1 })],
    ['lengths', () => decodeTexts(new Float32Array(3 * CLASSES), lengthOf(2), { crops: 3, temperature: 1 })],
    ['options.crops', () => decodeTexts(new Float32Array(CLASSES), lengthOf(2), { crops: -1, temperature: 1 })],
    ['options.temperature', () => decodeTexts(new Float32Array(CLASSES), lengthOf(2), { crops: 1, temperature: 0 })],
  ])('a bad %s is refused by its name', (argument, call) => {
    expect(call).toThrow(NativeArgumentError);
    expect(call).toThrow(argument);
  });
});
