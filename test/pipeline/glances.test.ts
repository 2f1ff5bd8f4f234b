/** Laws of averaging several glances, and what their outlines are. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Quad } from '../../firmware/domain/candidate.ts';
import { Plate } from '../../firmware/domain/plate.ts';
import { alphabet } from '../../firmware/domain/reading.ts';
import { averaged, furtherGlances } from '../../firmware/pipeline/glances.ts';
import type { RawText } from '../../firmware/pipeline/syntax.ts';

const texts = fc
  .tuple(
    fc.constantFrom('ABC123', 'ABC128', 'A8C123', 'BC123', 'AOC123', 'A0C123'),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
  )
  .map(([text, confidence]) => read(text, confidence));

test('a glance averaged with itself is itself', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 5 }), (text, count) => {
      const mean = averaged(Array.from({ length: count }, () => text));
      expect(mean.plate.reveal()).toBe(text.plate.reveal());
      expect(mean.confidence).toBeCloseTo(text.confidence, 6);
      expect(mean.candidates[0]!.plate.reveal()).toBe(text.plate.reveal());
    }),
  );
});

test('what is read was read by a glance, no surer than the surest, and the order of the glances does not matter', () => {
  fc.assert(
    fc.property(fc.array(texts, { minLength: 1, maxLength: 5 }), (glances) => {
      const mean = averaged(glances);
      const other = averaged(glances.toReversed());
      expect(glances.map(({ plate }) => folded(plate))).toContain(folded(mean.plate));
      expect(mean.confidence).toBeLessThanOrEqual(Math.max(...glances.map(({ confidence }) => confidence)) + 1e-9);
      expect(mean.confidence).toBeCloseTo(other.confidence, 9);
      expect(mean.characters).toHaveLength(mean.plate.length);
    }),
  );
});

test('a glance that reads nothing makes the others less sure', () => {
  const text = read('ABC123', 0.9);
  expect(averaged([text, undefined, text]).confidence).toBeCloseTo(0.6, 6);
});

test('three glances outvote one that is surer of something else', () => {
  const mean = averaged([read('ABC123', 0.95), read('ABC128', 0.5), read('ABC128', 0.5), read('ABC128', 0.5)]);
  expect(mean.plate.reveal()).toBe('ABC128');
});

test('further outlines are as large and where they should be, also of a tilted plate', () => {
  const quad: Quad = [
    [10, 20],
    [110, 30],
    [105, 80],
    [5, 70],
  ];
  const [smaller, larger, lower, higher] = furtherGlances(quad);
  expect(area(smaller!) / area(quad)).toBeCloseTo(0.92 ** 2, 6);
  expect(area(larger!) / area(quad)).toBeCloseTo(1.1 ** 2, 6);
  expect(area(lower!)).toBeCloseTo(area(quad), 6);
  expect(lower![0]).toEqual([10 + 2 - 0.25, 20 + 0.2 + 2.5]);
  expect(higher![0]).toEqual([10 - 2 + 0.25, 20 - 0.2 - 2.5]);
});

function read(text: string, confidence: number): RawText {
  const plate = new Plate(text);
  return {
    plate,
    confidence,
    characters: Array.from(text, (character) => {
      const distribution = new Float32Array(alphabet.length);
      distribution[alphabet.indexOf(character)] = confidence;
      return { character, confidence, distribution };
    }),
    candidates: [{ plate, confidence }],
  };
}

function folded(plate: Plate): string {
  return plate.reveal().replaceAll('O', '0').replaceAll('I', '1');
}

function area(quad: Quad): number {
  return Math.abs(
    quad.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = quad[(index + 1) % 4]!;
      return sum + x * nextY - nextX * y;
    }, 0) / 2,
  );
}
