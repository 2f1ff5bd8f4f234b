import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quad } from '../../firmware/domain/candidate.ts';
import { enlarged, straightened } from '../../firmware/pipeline/straighten.ts';

const jitter = fc.double({ min: -3, max: 3, noNaN: true });
/** Outlines as a detector gives them: a leaning, slightly perspective rectangle. */
const outlines = fc.tuple(...Array.from({ length: 8 }, () => jitter)).map(
  ([a, b, c, d, e, f, g, h]): Quad => [
    [100 + a!, 100 + b!],
    [220 + c!, 104 + d!],
    [222 + e!, 148 + f!],
    [98 + g!, 144 + h!],
  ],
);

describe('straightening', () => {
  test('no offset leaves a parallelogram where it was', () => {
    const outline: Quad = [
      [10, 10],
      [110, 20],
      [105, 60],
      [5, 50],
    ];
    const same = straightened(new Float32Array(8), outline)!;
    for (const [index, corner] of same.entries()) {
      expect(corner[0]).toBeCloseTo(outline[index]![0], 6);
      expect(corner[1]).toBeCloseTo(outline[index]![1], 6);
    }
  });

  test('no offset leaves any outline about where it was', () => {
    fc.assert(
      fc.property(outlines, (outline) => {
        const same = straightened(new Float32Array(8), outline)!;
        for (const [index, corner] of same.entries()) {
          expect(Math.hypot(corner[0] - outline[index]![0], corner[1] - outline[index]![1])).toBeLessThan(4);
        }
      }),
    );
  });

  test('the corners of the crop itself are those of the enlarged outline', () => {
    fc.assert(
      fc.property(outlines, (outline) => {
        const u = 0.12 / 1.24;
        const v = 0.28 / 1.56;
        const outwards = Float32Array.of(-u, -v, u, -v, u, v, -u, v);
        const corners = straightened(outwards, outline)!;
        for (const [index, corner] of enlarged(outline).entries()) {
          expect(corners[index]![0]).toBeCloseTo(corner[0], 3);
          expect(corners[index]![1]).toBeCloseTo(corner[1], 3);
        }
      }),
    );
  });

  test('an answer that is no outline is refused', () => {
    const outline: Quad = [
      [0, 0],
      [100, 0],
      [100, 40],
      [0, 40],
    ];
    expect(straightened(Float32Array.of(0.9, 0, -0.9, 0, 0, 0, 0, 0), outline)).toBeUndefined();
    expect(() => straightened(new Float32Array(4), outline)).toThrow(/offsets/);
  });
});
