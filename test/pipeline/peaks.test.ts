import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap } from '../../firmware/domain/candidate.ts';
import { candidatesOf } from '../../firmware/pipeline/peaks.ts';

const CHANNELS = 13;
const options = { scoreMin: 0.3, overlapMax: 0.3, candidatesMax: 8 };
const plain = { scale: 1, offsetX: 0, offsetY: 0 };

function maps(rows: number, columns: number) {
  const data = new Float32Array(rows * columns * CHANNELS);
  for (let at = 0; at < data.length; at += CHANNELS) data[at] = -6;
  return { shape: [1, rows, columns, CHANNELS], data };
}

/** Puts a plate of the given size, in cells, on a cell. */
function plant(
  map: ReturnType<typeof maps>,
  plate: { row: number; column: number; logit: number; width?: number; height?: number },
) {
  const { width = 8, height = 3 } = plate;
  const at = (plate.row * map.shape[2]! + plate.column) * CHANNELS;
  map.data.set([plate.logit, 0, 0, Math.log(width), Math.log(height)], at);
  map.data.set(
    [-width, -height, width, -height, width, height, -width, height].map((v) => v / 2),
    at + 5,
  );
}

describe('candidates from maps', () => {
  test('a planted plate comes back where it was, in pixels of the frame', () => {
    const map = maps(48, 80);
    plant(map, { row: 10, column: 20, logit: 3 });
    const letterbox = { scale: 0.5, offsetX: 0, offsetY: 0 };
    const [found, ...others] = candidatesOf(map, letterbox, options);
    expect(others).toEqual([]);
    // Cell centre (20.5, 10.5) x 8 pixels, over half scale; 8 x 3 cells of 16 pixels.
    expect(found!.box).toEqual([20.5 * 16 - 64, 10.5 * 16 - 24, 128, 48]);
    expect(found!.score).toBeCloseTo(1 / (1 + Math.exp(-3)), 6);
  });

  test('a flat top of equal cells gives one candidate', () => {
    const map = maps(12, 12);
    for (const column of [4, 5]) plant(map, { row: 5, column, logit: 2 });
    expect(candidatesOf(map, plain, options)).toHaveLength(1);
  });

  test('of overlapping candidates the stronger stays', () => {
    const map = maps(20, 20);
    plant(map, { row: 5, column: 5, logit: 2 });
    plant(map, { row: 5, column: 7, logit: 3 });
    const found = candidatesOf(map, plain, options);
    expect(found.map(({ score }) => score)).toEqual([expect.closeTo(1 / (1 + Math.exp(-3)), 6)]);
  });

  test('candidates never overlap beyond the limit, never exceed the count and come best first', () => {
    const plates = fc.array(
      fc.record({ row: fc.nat(19), column: fc.nat(19), logit: fc.double({ min: -1, max: 6, noNaN: true }) }),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(plates, (planted) => {
        const map = maps(20, 20);
        for (const plate of planted) plant(map, plate);
        const found = candidatesOf(map, plain, options);
        expect(found.length).toBeLessThanOrEqual(options.candidatesMax);
        const scores = found.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        for (const [i, a] of found.entries()) {
          for (const b of found.slice(i + 1)) expect(overlap(a.box, b.box)).toBeLessThanOrEqual(options.overlapMax);
        }
      }),
    );
  });

  test('maps of another shape are refused by name', () => {
    expect(() => candidatesOf({ shape: [1, 2, 2, 5], data: new Float32Array(20) }, plain, options)).toThrow(/maps/);
  });
});
