import { describe, expect, it } from 'vitest';
import { type Image, isa, type RectifyOptions, withIsa } from '../../native/index.ts';
import { type FrameSpec, frameOf } from './frames.ts';
import { lumaBytes } from './reference.ts';

const scalar = withIsa('scalar');
const plain = { marginX: 0, marginY: 0 };
type Point = readonly [x: number, y: number];

describe('rectify', () => {
  it('gives the frame itself for the frame as its own quadrilateral', () => {
    const image = frameOf({ format: 'rgb', width: 31, height: 17, paddingBytes: 4, content: 'noise', seed: 5 });
    const out = new Uint8Array(31 * 17);
    scalar.rectifyToGrey(
      image,
      new Float32Array([0, 0, 31, 0, 31, 17, 0, 17]),
      { ...plain, width: 31, height: 17 },
      out,
    );
    expect(out).toEqual(lumaBytes(image));
  });

  it('turns with the quadrilateral: a quarter turn is a quarter turn', () => {
    const image = frameOf({ format: 'grey', width: 12, height: 9, paddingBytes: 0, content: 'noise', seed: 6 });
    const out = new Uint8Array(9 * 12);
    scalar.rectifyToGrey(image, new Float32Array([12, 0, 12, 9, 0, 9, 0, 0]), { ...plain, width: 9, height: 12 }, out);
    const luma = lumaBytes(image);
    for (let y = 0; y < 12; y++) {
      for (let x = 0; x < 9; x++) expect(out[y * 9 + x]).toBe(luma[x * 12 + (11 - y)]);
    }
  });

  it('averages blocks when it shrinks by a whole number', () => {
    const image = frameOf({ format: 'grey', width: 60, height: 40, paddingBytes: 0, content: 'noise', seed: 7 });
    const out = new Uint8Array(15 * 10);
    scalar.rectifyToGrey(
      image,
      new Float32Array([0, 0, 60, 0, 60, 40, 0, 40]),
      { ...plain, width: 15, height: 10 },
      out,
    );
    for (let y = 0; y < 10; y++) {
      for (let x = 0; x < 15; x++) {
        let sum = 0;
        for (let k = 0; k < 16; k++) sum += image.data[(y * 4 + (k >> 2)) * 60 + x * 4 + (k & 3)] ?? Number.NaN;
        expect(Math.abs((out[y * 15 + x] ?? Number.NaN) - sum / 16)).toBeLessThan(1); // rounded twice
      }
    }
  });

  it('does not alias: a fine chequered plate of any size becomes even grey', () => {
    const image: Image = { format: 'grey', width: 640, height: 200, strideBytes: 640, data: new Uint8Array(640 * 200) };
    image.data.forEach((_, i) => {
      image.data[i] = ((i % 640) + Math.floor(i / 640)) % 2 === 0 ? 0 : 255;
    });
    for (const wide of [300, 337, 420, 500, 571, 600]) {
      const high = wide / 4;
      const quad = new Float32Array([20.3, 20.1, 20.3 + wide, 22.7, 21.9 + wide, 22.7 + high, 19.2, 20 + high]);
      const out = new Uint8Array(128 * 32);
      scalar.rectifyToGrey(image, quad, { ...plain, width: 128, height: 32 }, out);
      expect(Math.min(...out), `${wide} pixels wide`).toBeGreaterThan(127 - 50);
      expect(Math.max(...out), `${wide} pixels wide`).toBeLessThan(128 + 50);
    }
  });

  it.each<[string, readonly Point[], Pick<RectifyOptions, 'marginX' | 'marginY'>]>([
    [
      'upright',
      [
        [100, 80],
        [228, 80],
        [228, 112],
        [100, 112],
      ],
      { marginX: 0, marginY: 0 },
    ],
    [
      'large',
      [
        [40, 30],
        [540, 50],
        [530, 200],
        [35, 170],
      ],
      { marginX: 0.05, marginY: 0.1 },
    ],
    [
      'turned',
      [
        [200, 60],
        [300, 130],
        [280, 160],
        [180, 90],
      ],
      { marginX: 0.1, marginY: 0.2 },
    ],
    [
      'in perspective',
      [
        [120, 60],
        [300, 90],
        [300, 130],
        [120, 140],
      ],
      { marginX: 0.08, marginY: 0.15 },
    ],
    [
      'small',
      [
        [300, 200],
        [340, 203],
        [340, 214],
        [299, 211],
      ],
      { marginX: 0.1, marginY: 0.1 },
    ],
    [
      'over the corner',
      [
        [-20, -10],
        [70, -5],
        [72, 25],
        [-22, 20],
      ],
      { marginX: 0.1, marginY: 0.1 },
    ],
  ])('draws a smooth scene as its projection says: %s', (_, corners, margin) => {
    const width = 640;
    const height = 360;
    const scene = (x: number, y: number) =>
      128 + 60 * Math.sin(x / 19) * Math.cos(y / 13) + 40 * Math.sin((x + y) / 23);
    const image: Image = { format: 'grey', width, height, strideBytes: width, data: new Uint8Array(width * height) };
    image.data.forEach((_value, i) => {
      image.data[i] = Math.round(scene((i % width) + 0.5, Math.floor(i / width) + 0.5));
    });
    const size = { width: 96, height: 24 };
    const out = new Uint8Array(size.width * size.height);
    scalar.rectifyToGrey(image, new Float32Array(corners.flat()), { ...size, ...margin }, out);

    const project = projection(corners);
    for (let j = 0; j < size.height; j++) {
      for (let i = 0; i < size.width; i++) {
        let sum = 0;
        const fine = 6;
        for (let k = 0; k < fine * fine; k++) {
          const u = ((i + ((k % fine) + 0.5) / fine) / size.width) * (1 + 2 * margin.marginX) - margin.marginX;
          const v =
            ((j + (Math.floor(k / fine) + 0.5) / fine) / size.height) * (1 + 2 * margin.marginY) - margin.marginY;
          const [x, y] = project(u, v);
          sum += scene(Math.min(Math.max(x, 0.5), width - 0.5), Math.min(Math.max(y, 0.5), height - 0.5));
        }
        const wanted = sum / (fine * fine);
        const found = out[j * size.width + i] ?? Number.NaN;
        expect(Math.abs(found - wanted), `(${i}, ${j}): ${found}, not ${wanted}`).toBeLessThan(3);
      }
    }
  });

  it('normalises each crop by its own mean and deviation, and not beyond the floor', () => {
    const image = frameOf({ format: 'grey', width: 64, height: 32, paddingBytes: 0, content: 'noise', seed: 8 });
    const faint = { ...image, data: image.data.map((value) => 100 + value / 128) };
    const quads = new Float32Array([0, 0, 30, 0, 30, 20, 0, 20, 20, 10, 60, 10, 60, 30, 20, 30]);
    const options = { ...plain, width: 24, height: 8, deviationFloor: 10 };
    const out = new Float32Array(2 * 24 * 8);
    for (const [frame, least, most] of [
      [image, 0.99, 1.01],
      [faint, 0, 0.2],
    ] as const) {
      scalar.rectify(frame, quads, options, out);
      for (const crop of [out.subarray(0, 192), out.subarray(192)]) {
        const mean = crop.reduce((sum, value) => sum + value, 0) / 192;
        const deviation = Math.sqrt(crop.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 192);
        expect(mean).toBeCloseTo(0, 4);
        expect(deviation).toBeGreaterThanOrEqual(least);
        expect(deviation).toBeLessThanOrEqual(most);
      }
    }
  });

  it.each([
    ['a bow tie', [0, 0, 20, 10, 20, 0, 0, 10]],
    ['a dart', [0, 0, 20, 0, 4, 3, 0, 20]],
    ['a line', [0, 0, 10, 0, 20, 0, 30, 0]],
    ['a point', [5, 5, 5, 5, 5, 5, 5, 5]],
    ['corners beyond all reason', [0, 0, 1e30, 0, 1e30, 1e30, 0, 1e30]],
    ['a margin over the horizon', [0, 0, 30, 14, 30, 15, 0, 30]],
  ])('draws nothing for %s', (_, corners) => {
    const image = frameOf({ format: 'grey', width: 40, height: 30, paddingBytes: 0, content: 'noise', seed: 9 });
    const out = new Float32Array(16 * 8).fill(7);
    scalar.rectify(
      image,
      new Float32Array(corners),
      { width: 16, height: 8, marginX: 0.5, marginY: 0.5, deviationFloor: 1 },
      out,
    );
    expect([...new Set(out)]).toEqual([0]);
  });
});

// The unit square's map to four corners, by solving its eight linear equations.
function projection(corners: readonly Point[]): (u: number, v: number) => Point {
  const rows: number[][] = [];
  const unit = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 1],
  ] as const;
  corners.forEach(([x, y], i) => {
    const [u, v] = unit[i] ?? [Number.NaN, Number.NaN];
    rows.push([u, v, 1, 0, 0, 0, -x * u, -x * v, x], [0, 0, 0, u, v, 1, -y * u, -y * v, y]);
  });
  for (let column = 0; column < 8; column++) {
    const best = rows
      .slice(column)
      .reduce((most, row) => (Math.abs(row[column]!) > Math.abs(most[column]!) ? row : most));
    rows.splice(rows.indexOf(best), 1);
    rows.splice(column, 0, best);
    for (const row of rows) {
      if (row === best) continue;
      const share = row[column]! / best[column]!;
      for (let k = column; k < 9; k++) row[k] = row[k]! - share * best[k]!;
    }
  }
  const h = rows.map((row, i) => row[8]! / row[i]!);
  return (u, v) => {
    const w = h[6]! * u + h[7]! * v + 1;
    return [(h[0]! * u + h[1]! * v + h[2]!) / w, (h[3]! * u + h[4]! * v + h[5]!) / w];
  };
}

it('a frame reduced before it is sampled gives every instruction set the same bytes (a counterexample once found)', () => {
  const spec: FrameSpec = {
    format: 'bayer-rggb8',
    width: 6,
    height: 81,
    paddingBytes: 14,
    content: 'noise',
    seed: 176562710,
  };
  const quad = Float32Array.of(-1.2, -16.2, 4.9, -16.2, 4.9, 64.3, -1.2, 64.3);
  const [reference, ...others] = [...isa().available].reverse().map((each) => {
    const out = new Float32Array(5);
    withIsa(each).rectify(frameOf(spec), quad, { width: 1, height: 5, marginX: 0, marginY: 0, deviationFloor: 4 }, out);
    return out;
  });
  for (const other of others) for (const [i, value] of other.entries()) expect(value).toBeCloseTo(reference![i]!, 4);
});
