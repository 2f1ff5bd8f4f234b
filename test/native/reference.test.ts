import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesPerImage, type Image, motionCells, withIsa } from '../../native/index.ts';
import { formats, frameOf, frameSpec } from './frames.ts';
import { letterboxedAt, lumaByteAt, lumaBytes } from './reference.ts';

const scalar = withIsa('scalar');
const side = fc.integer({ min: 1, max: 24 });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the scalar reference against its meaning', () => {
  it('takes the luma of every format exactly', () => {
    fc.assert(
      fc.property(frameSpec(19), (spec) => {
        const image = frameOf(spec);
        const out = new Uint8Array(image.width * image.height);
        scalar.lumaOf(image, out);
        expect(out).toEqual(lumaBytes(image));
      }),
      { numRuns: 400 },
    );
  });

  it.each(formats)('gives full white for the brightest %s frame', (format) => {
    const image = frameOf({ format, width: 7, height: 5, paddingBytes: 3, content: 'white', seed: 0 });
    const out = new Uint8Array(35);
    scalar.lumaOf(image, out);
    expect([...new Set(out)]).toEqual([255]);
  });

  it('letterboxes by exact area averages, and bilinearly when enlarging', () => {
    const property = fc.property(
      frameSpec(19),
      side,
      side,
      fc.tuple(share, share, share, share),
      (spec, width, height, cut) => {
        const image = frameOf(spec);
        expectLetterboxed(image, cropBy(image, cut), { width, height });
      },
    );
    fc.assert(property, { numRuns: 400 });
  });

  it('letterboxes by a whole factor as by any other', () => {
    const property = fc.property(frameSpec(40), fc.integer({ min: 1, max: 6 }), share, (spec, factor, left) => {
      const image = frameOf(spec);
      const width = Math.ceil(spec.width / factor / 2);
      const height = Math.max(1, Math.floor(spec.height / factor));
      const x = Math.floor(left * Math.max(0, spec.width - factor * width));
      const crop = {
        x,
        y: 0,
        width: Math.min(factor * width, spec.width - x),
        height: Math.min(factor * height, spec.height),
      };
      expectLetterboxed(image, crop, { width, height });
    });
    fc.assert(property, { numRuns: 400 });
  });

  it('keeps the mean luma of a whole frame that it shrinks by a whole number', () => {
    const image = frameOf({ format: 'grey', width: 96, height: 48, paddingBytes: 5, content: 'noise', seed: 3 });
    const out = new Float32Array(16 * 8);
    scalar.letterbox(image, { width: 16, height: 8, mean: 0, deviation: 1, pad: 0 }, out);
    const mean = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value, 0);
    expect(mean(out) / out.length).toBeCloseTo(mean(lumaBytes(image)) / (96 * 48), 3);
  });

  it('counts luma and its share of white and black', () => {
    fc.assert(
      fc.property(frameSpec(19), fc.integer({ min: 1, max: 7 }), (spec, step) => {
        const image = frameOf(spec);
        const wanted = new Uint32Array(256);
        const seen: number[] = [];
        const steps: number[] = [];
        for (let y = 0; y < image.height; y += step) {
          const row = Array.from({ length: image.width }, (_, x) => lumaByteAt(image, x, y));
          for (let x = 0; x + 3 < image.width; x++)
            steps.push(Math.abs(row[x]! + row[x + 1]! - row[x + 2]! - row[x + 3]!) / 2);
          for (let x = 0; x < image.width; x += step) {
            const luma = lumaByteAt(image, x, y);
            wanted[luma] = (wanted[luma] ?? 0) + 1;
            seen.push(luma);
          }
        }
        const found = scalar.lumaStatistics(image, step);
        const mean = seen.reduce((sum, luma) => sum + luma, 0) / seen.length;
        const spread = Math.sqrt(seen.reduce((sum, luma) => sum + (luma - mean) ** 2, 0) / seen.length);
        expect(found.histogram).toEqual(wanted);
        expect(found.mean).toBeCloseTo(mean, 6);
        expect(found.deviation).toBeCloseTo(spread, 3);
        expect(found.saturatedShare).toBeCloseTo(seen.filter((luma) => luma >= 250).length / seen.length, 9);
        expect(found.steps).toBeCloseTo(steps.reduce((sum, each) => sum + each, 0) / Math.max(1, steps.length), 6);
        expect(found.darkShare).toBeCloseTo(seen.filter((luma) => luma <= 16).length / seen.length, 9);
      }),
    );
  });

  it('averages cells of 16 pixels over every second row', () => {
    fc.assert(
      fc.property(frameSpec(50), (spec) => {
        const image = frameOf(spec);
        const luma = lumaBytes(image);
        const seen = new Float32Array(motionCells(image));
        scalar.motion(image, seen);
        const columns = Math.ceil(image.width / 16);
        seen.forEach((mean, cell) => {
          const levels: number[] = [];
          const [left, top] = [16 * (cell % columns), 16 * Math.floor(cell / columns)];
          for (let y = top; y < Math.min(top + 16, image.height); y += 2)
            for (let x = left; x < Math.min(left + 16, image.width); x++) levels.push(luma[y * image.width + x]!);
          expect(mean).toBeCloseTo(levels.reduce((sum, level) => sum + level, 0) / levels.length, 3);
        });
      }),
    );
  });

  it('measures motion by the most changed cell and the median one, and none for the same frame', () => {
    const still = frameOf({ format: 'nv12', width: 64, height: 32, paddingBytes: 0, content: 'black', seed: 1 });
    const seen = new Float32Array(8).fill(3);
    expect(scalar.motion(still, seen)).toEqual({ largest: 3, typical: 3 });
    expect(scalar.motion(still, seen)).toEqual({ largest: 0, typical: 0 });
    const moved = { ...still, data: still.data.slice() };
    for (let y = 16; y < 32; y++) moved.data.fill(200, y * 64 + 16, y * 64 + 24); // half of one cell
    expect(scalar.motion(moved, seen)).toEqual({ largest: 100, typical: 0 });
    expect(Array.from(seen)).toEqual([0, 0, 0, 0, 0, 100, 0, 0]);
  });

  it('lays out nothing of a frame that is still, and looks again from where it last looked', () => {
    const frame = frameOf({ format: 'grey', width: 64, height: 32, paddingBytes: 0, content: 'noise', seed: 5 });
    const views = [{ crop: { x: 0, y: 0, width: 64, height: 32 }, within: { width: 32, height: 16 } }];
    const seen = new Float32Array(8);
    const out = new Float32Array(32 * 16).fill(-7);
    const limits = { noises: 8, typicalMost: 2, levels: 1 };
    const look = (image: Image, anyway = false) => {
      const still = { ...limits, seen, anyway };
      const options = { width: 32, height: 16, mean: 0, deviation: 1, pad: 0, still };
      return scalar.letterboxesIfMoved(image, views, options, out) !== undefined;
    };
    const brighter = (levels: number) => {
      const data = frame.data.slice();
      for (let y = 0; y < 16; y++)
        for (let x = 0; x < 16; x++) data[y * 64 + x] = Math.min(255, data[y * 64 + x]! + levels);
      return { ...frame, data };
    };
    expect(look(frame)).toBe(true);
    out.fill(-7);
    expect(look(frame)).toBe(false);
    expect(new Set(out)).toEqual(new Set([-7]));
    expect(look(frame, true)).toBe(true);
    // A change too small for one step adds up, as nothing was looked at between.
    expect([1, 2].map((levels) => look(brighter(levels)))).toEqual([false, true]);
  });

  it('lays out several views as it does each alone, into the parts of the tensor that are theirs', () => {
    const size = fc.integer({ min: 1, max: 12 });
    fc.assert(
      fc.property(frameSpec(40), fc.array(fc.tuple(size, size), { minLength: 1, maxLength: 4 }), (spec, sizes) => {
        const image = frameOf(spec);
        const crop = { x: 0, y: 0, width: image.width, height: image.height };
        const levels = { mean: 110, deviation: 60, pad: 114 };
        const views = sizes.map(([width, height]) => ({ crop, within: { width, height } }));
        const out = new Float32Array(views.length * 144);
        const placed = scalar.letterboxes(image, views, { width: 12, height: 12, ...levels }, out);
        for (const [index, { within }] of views.entries()) {
          const alone = new Float32Array(within.width * within.height);
          expect(placed[index]).toEqual(scalar.letterbox(image, { ...within, ...levels }, alone));
          const part = Float32Array.from({ length: 144 }, (_, at) => {
            const [x, y] = [at % 12, Math.floor(at / 12)];
            return x < within.width && y < within.height ? alone[y * within.width + x]! : 4 / 60;
          });
          out.subarray(index * 144, (index + 1) * 144).forEach((value, at) => {
            expect(value).toBeCloseTo(part[at]!, 5);
          });
        }
      }),
    );
  });
});

describe('bytesPerImage', () => {
  it('counts every plane, with odd sizes rounded up where chroma is shared', () => {
    expect(bytesPerImage('grey', 5, 3)).toBe(15);
    expect(bytesPerImage('nv12', 5, 3)).toBe(6 * 3 + 6 * 2);
    expect(bytesPerImage('yuv420p', 5, 3)).toBe(5 * 3 + 2 * 3 * 2);
    expect(bytesPerImage('yuyv', 5, 3)).toBe(12 * 3);
    expect(bytesPerImage('rgb', 5, 3, 16)).toBe(48);
    expect(bytesPerImage('bayer-rggb10', 5, 3)).toBe(30);
  });
});

type Size = { readonly width: number; readonly height: number };

function expectLetterboxed(image: Image, crop: Size & { x: number; y: number }, { width, height }: Size): void {
  const out = new Float32Array(width * height);
  const placed = scalar.letterbox(image, { crop, width, height, mean: 100, deviation: 50, pad: 114 }, out);
  expect(placed.scale).toBeCloseTo(Math.min(width / crop.width, height / crop.height), 6);
  expect(placed.offsetX + crop.x * placed.scale).toBeCloseTo(0, 6);
  expect(placed.offsetY + crop.y * placed.scale).toBeCloseTo(0, 6);
  const luma = { width: image.width, height: image.height, bytes: lumaBytes(image) };
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const wanted = letterboxedAt(luma, crop, { width, height }, column, row) ?? 114;
      const found = (out[row * width + column] ?? Number.NaN) * 50 + 100;
      expect(Math.abs(found - wanted), `(${column}, ${row}): ${found}, not ${wanted}`).toBeLessThan(0.01);
    }
  }
}

function cropBy(image: Image, [left, top, wide, high]: readonly [number, number, number, number]) {
  // In quarters of a pixel: fractions count, and both sides round alike.
  const quarter = (value: number) => Math.round(value * 4) / 4;
  const x = Math.min(quarter(left * image.width), image.width - 0.25);
  const y = Math.min(quarter(top * image.height), image.height - 0.25);
  return {
    x,
    y,
    width: Math.max(0.25, quarter(wide * (image.width - x))),
    height: Math.max(0.25, quarter(high * (image.height - y))),
  };
}
