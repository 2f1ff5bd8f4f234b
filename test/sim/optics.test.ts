import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Quad } from '../../firmware/domain/candidate.ts';
import { Dice } from '../../sim/dice.ts';
import { apply, inverse, Pinhole, squareToQuad } from '../../sim/optics/projection.ts';
import {
  addGlow,
  drawSharp,
  drawTexture,
  exposureMoments,
  fillPolygon,
  type Grey,
  textureOf,
} from '../../sim/optics/raster.ts';
import { levelOf, Noise, toneOf } from '../../sim/optics/sensor.ts';

const lens = { focalPx: 2400, width: 1280, height: 720 };
const angle = fc.double({ min: -20, max: 40, noNaN: true });
const unit = fc.double({ min: 0, max: 1, noNaN: true });

/** Convex quads: a square whose corners are moved by less than a quarter of its side. */
const quads = fc
  .tuple(
    fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 8, maxLength: 8 }),
    fc.integer({ min: 50, max: 500 }),
  )
  .map(
    ([d, at]): Quad => [
      [at + d[0]!, at + d[1]!],
      [at + 100 + d[2]!, at + d[3]!],
      [at + 100 + d[4]!, at + 100 + d[5]!],
      [at + d[6]!, at + 100 + d[7]!],
    ],
  );

describe('projection', () => {
  test('a pixel’s ray comes back to the place it shows', () => {
    fc.assert(
      fc.property(
        fc.record({
          heightM: fc.double({ min: 1, max: 8, noNaN: true }),
          offsetM: fc.double({ min: -5, max: 5, noNaN: true }),
          tiltDeg: angle,
          yawDeg: angle,
        }),
        fc.double({ min: -10, max: 10, noNaN: true }),
        fc.double({ min: 3, max: 80, noNaN: true }),
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        (pose, x, z, y) => {
          const pinhole = new Pinhole(pose, lens);
          const pixel = pinhole.project([x, y, z]);
          fc.pre(pixel !== undefined);
          const back = pinhole.onHeight(pixel, y);
          expect(back).toBeDefined();
          expect(back![0]).toBeCloseTo(x, 4);
          expect(back![2]).toBeCloseTo(z, 4);
        },
      ),
    );
  });

  test('a plate of 12 inches at 10 metres is as wide as the lens says', () => {
    const pinhole = new Pinhole({ heightM: 0.8, offsetM: 0, tiltDeg: 0, yawDeg: 0 }, lens);
    const [left, right] = [pinhole.project([-0.1524, 0.8, 10])!, pinhole.project([0.1524, 0.8, 10])!];
    expect(right[0] - left[0]).toBeCloseTo((2400 * 0.3048) / 10, 6);
    expect(left[1]).toBeCloseTo(360, 6);
  });

  test('what is behind the camera has no pixel', () => {
    const pinhole = new Pinhole({ heightM: 3, offsetM: 0, tiltDeg: 10, yawDeg: 0 }, lens);
    expect(pinhole.project([0, 1, -5])).toBeUndefined();
  });

  test('a homography takes the square’s corners to the quad’s and its inverse takes every point back', () => {
    fc.assert(
      fc.property(quads, unit, unit, (quad, u, v) => {
        const map = squareToQuad(quad);
        const corners = [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1],
        ] as const;
        corners.forEach((corner, i) => {
          const at = apply(map, corner);
          expect(at[0]).toBeCloseTo(quad[i]![0], 6);
          expect(at[1]).toBeCloseTo(quad[i]![1], 6);
        });
        const back = apply(inverse(map), apply(map, [u, v]));
        expect(back[0]).toBeCloseTo(u, 6);
        expect(back[1]).toBeCloseTo(v, 6);
      }),
    );
  });
});

const blank = (level = 0): Grey => ({ width: 64, height: 48, data: new Uint8Array(64 * 48).fill(level) });
const everywhere = fc.array(
  fc.tuple(fc.double({ min: -200, max: 300, noNaN: true }), fc.double({ min: -200, max: 300, noNaN: true })),
  { minLength: 4, maxLength: 4 },
);
const identity = toneOf(1).map((_, i) => i) as Uint8Array;

describe('raster', () => {
  test('nothing is written outside the picture, wherever the corners lie', () => {
    const guarded = new Uint8Array(64 * 48 + 200).fill(7);
    const target: Grey = { width: 64, height: 48, data: guarded.subarray(100, 100 + 64 * 48) };
    const texture = textureOf(40, 20, new Uint8Array(800).fill(200), new Uint8Array(800).fill(255));
    fc.assert(
      fc.property(everywhere, (points) => {
        const quad = points as unknown as Quad;
        fillPolygon(target, quad, 255);
        drawTexture(target, texture, quad, identity);
        drawSharp(
          target,
          texture,
          Array.from({ length: exposureMoments }, () => quad),
          identity,
        );
        addGlow(target, quad[0], 30, 200);
        expect(guarded.subarray(0, 100).every((byte) => byte === 7)).toBe(true);
        expect(guarded.subarray(100 + 64 * 48).every((byte) => byte === 7)).toBe(true);
      }),
    );
  });

  test('a polygon covers its area', () => {
    const target = blank();
    fillPolygon(
      target,
      [
        [10.25, 10],
        [30.75, 10],
        [30.75, 30],
        [10.25, 30],
      ],
      200,
    );
    const sum = target.data.reduce((total, level) => total + level, 0);
    expect(sum / 200).toBeCloseTo(20.5 * 20, -1);
  });

  test('a sharp texture keeps its mean level, and its left and right stay left and right', () => {
    const data = new Uint8Array(80 * 40);
    for (let i = 0; i < data.length; i++) data[i] = i % 80 < 40 ? 240 : 60;
    const quad: Quad = [
      [12, 12],
      [52, 12],
      [52, 32],
      [12, 32],
    ];
    const target = blank();
    drawSharp(
      target,
      textureOf(80, 40, data),
      Array.from({ length: exposureMoments }, () => quad),
      identity,
    );
    expect(target.data[22 * 64 + 20]).toBe(240);
    expect(target.data[22 * 64 + 44]).toBe(60);
    const sum = target.data.reduce((total, level) => total + level, 0);
    expect(sum / (40 * 20)).toBeGreaterThan(147);
    expect(sum / (40 * 20)).toBeLessThan(153);
  });

  test('a plate that moves during the exposure is smeared along its way only', () => {
    const stripes = new Uint8Array(80 * 40);
    for (let i = 0; i < stripes.length; i++) stripes[i] = (i % 80) % 16 < 8 ? 255 : 0;
    const contrast = (perMoment: readonly [number, number]) => {
      const target = blank(128);
      const path = Array.from({ length: exposureMoments }, (_, m): Quad => {
        const [dx, dy] = [perMoment[0] * m, perMoment[1] * m];
        return [
          [10 + dx, 10 + dy],
          [50 + dx, 10 + dy],
          [50 + dx, 30 + dy],
          [10 + dx, 30 + dy],
        ];
      });
      drawSharp(target, textureOf(80, 40, stripes), path, identity);
      const row = target.data.subarray(20 * 64 + 20, 20 * 64 + 40);
      return Math.max(...row) - Math.min(...row);
    };
    expect(contrast([0, 0])).toBeGreaterThan(180);
    expect(contrast([0, 0.3])).toBeGreaterThan(180);
    expect(contrast([0.5, 0])).toBeLessThan(60);
  });
});

describe('sensor', () => {
  test('more light never gives a lower level', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 5, noNaN: true }), fc.double({ min: 0, max: 5, noNaN: true }), (a, b) => {
        expect(levelOf(Math.max(a, b))).toBeGreaterThanOrEqual(levelOf(Math.min(a, b)));
      }),
    );
  });

  test.each([20, 100, 180])('noise at level %i has the mean and deviation of its model', (level) => {
    const pixels = 40_000;
    const noise = new Noise(pixels, { read: 2, shot: 0.1 }, new Dice('noise'));
    const clean = new Uint8Array(pixels).fill(level);
    const out = new Uint8ClampedArray(pixels);
    noise.expose(clean, out);
    const mean = out.reduce((sum, x) => sum + x, 0) / pixels;
    const deviation = Math.sqrt(out.reduce((sum, x) => sum + (x - mean) ** 2, 0) / pixels);
    expect(Math.abs(mean - level)).toBeLessThan(0.1);
    expect(Math.abs(deviation / Math.sqrt(4 + 0.1 * level) - 1)).toBeLessThan(0.06);
  });

  test('two exposures of one scene differ', () => {
    const noise = new Noise(1000, { read: 2, shot: 0.1 }, new Dice('noise'));
    const clean = new Uint8Array(1000).fill(100);
    const [first, second] = [new Uint8ClampedArray(1000), new Uint8ClampedArray(1000)];
    noise.expose(clean, first);
    noise.expose(clean, second);
    expect(first).not.toEqual(second);
  });
});
