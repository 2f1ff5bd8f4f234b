import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import type { Box, Candidate } from '../../firmware/domain/candidate.ts';
import { overlap, type Search, searches } from '../../firmware/domain/candidate.ts';
import { noFix } from '../../firmware/domain/fix.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { detect } from '../../firmware/pipeline/detect.ts';
import { detectorInput, prepare } from '../../firmware/pipeline/prepare.ts';
import { agreed, type Look, type Size, viewsOf } from '../../firmware/pipeline/search.ts';
import type { View } from '../../firmware/ports/engine.ts';
import type { Network } from '../../firmware/ports/inference.ts';
import { FramePool } from '../../native/index.ts';

const sizes = fc.record({ width: fc.integer({ min: 64, max: 8000 }), height: fc.integer({ min: 64, max: 8000 }) });
const scaleOf = (frame: Size) => Math.min(detectorInput.width / frame.width, detectorInput.height / frame.height);
const tilesIn = (frame: Size) => viewsOf(frame, detectorInput, 'tiles').slice(1);

describe('the views of a frame', () => {
  test('a search costs what the configuration says, in runs of the network', () => {
    const runs = (frame: Size) => searches.map((search) => viewsOf(frame, detectorInput, search).length);
    for (const height of [720, 768, 960]) expect(runs({ width: 1280, height })).toEqual([1, 2, 5, 7]);
    expect(runs({ width: 1920, height: 1080 })).toEqual([1, 2, 5, 7]);
    expect(runs({ width: 3840, height: 2160 })).toEqual([1, 2, 5, 7]);
    // Nothing finer to show; photographs, which `thorough` is for, are asked all the same.
    expect(runs({ width: 640, height: 384 })).toEqual([1, 2, 1, 7]);
    // A portrait wastes half the input, so its tiles are as wide as itself.
    expect(runs({ width: 3024, height: 4032 })).toEqual([1, 2, 3, 5]);
  });

  test('the first is the whole frame, and every one lies in it', () => {
    fc.assert(
      fc.property(sizes, fc.constantFrom(...searches), (frame, search) => {
        const views = viewsOf(frame, detectorInput, search);
        expect(views[0]!.crop).toEqual({ x: 0, y: 0, ...frame });
        for (const { crop } of views) {
          expect(Math.min(crop.x, crop.y)).toBeGreaterThanOrEqual(0);
          expect(crop.x + crop.width).toBeLessThanOrEqual(frame.width + 1e-6);
          expect(crop.y + crop.height).toBeLessThanOrEqual(frame.height + 1e-6);
        }
      }),
    );
  });

  test('a plate of a width that tiles answer for lies wholly in one of them, clear of its cuts', () => {
    fc.assert(
      fc.property(sizes, share, share, share, (frame, across, down, size) => {
        const tiles = tilesIn(frame);
        fc.pre(tiles.length > 0 && frame.width < 6 * frame.height && frame.height < 6 * frame.width);
        const width = (0.02 + 0.98 * size) * Math.min((0.85 * 64) / scaleOf(frame), frame.width);
        const height = Math.min(0.4 * width, frame.height);
        const box: Box = [across * (frame.width - width), down * (frame.height - height), width, height];
        const looks = tiles.filter((tile) => isIn(box, tile)).map((tile) => lookAt(tile, [candidate(box)]));
        expect(agreed(looks, frame, options)).toHaveLength(1);
      }),
    );
  });
});

describe('what several looks agree on', () => {
  const frame = { width: 1280, height: 720 };
  const [whole, threeQuarters, half] = viewsOf(frame, detectorInput, 'thorough') as [View, View, View];
  const plate: Box = [600, 300, 160, 50];
  const scoreOf = (looks: readonly Look[]) => agreed(looks, frame, options)[0]?.score ?? 0;

  test('what touches a cut edge is not believed, and what touches the edge of the frame is', () => {
    const first = tilesIn(frame)[0]!;
    const piece: Box = [first.crop.width - 60, 200, 60, 20];
    const atTheEdge: Box = [0, 200, 60, 20];
    const found = agreed([lookAt(first, [candidate(piece), candidate(atTheEdge)])], frame, options);
    expect(found.map(({ box }) => overlap(box, atTheEdge) > 0.99)).toEqual([true]);
  });

  test('a look that could see the plate and does not makes it less sure; one that could not, no less', () => {
    const seen = lookAt(whole, [candidate(plate)]);
    expect(scoreOf([seen])).toBeCloseTo(0.9);
    expect(scoreOf([seen, lookAt(half, [])])).toBeLessThan(0.5);
    const far: Box = [600, 300, 50, 20];
    const tile = tilesIn(frame).find((each) => isIn(far, each))!;
    expect(scoreOf([lookAt(tile, [candidate(far)]), lookAt(half, [])])).toBeCloseTo(0.9);
    const elsewhere = tilesIn(frame).find((each) => !isIn(plate, each))!;
    expect(scoreOf([seen, lookAt(elsewhere, [])])).toBeCloseTo(0.9);
  });

  test('corners that fell into a point stay numbers', () => {
    const [{ quad } = candidate(plate)] = agreed([lookAt(whole, [candidate([600, 300, 0, 0])])], frame, options);
    expect(quad.flat().every(Number.isFinite)).toBe(true);
  });

  test('the order of the looks says nothing, and the score lies between the least and the most sure', () => {
    const scores = fc.array(fc.double({ min: 0.05, max: 0.99, noNaN: true }), { minLength: 3, maxLength: 3 });
    const moves = fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(scores, moves, (sureness, moved) => {
        fc.pre(new Set(sureness).size === sureness.length);
        const looks = [whole, threeQuarters, half].map((view, index) => {
          const [x, y, width, height] = plate;
          return lookAt(view, [candidate([x + moved[index]!, y, width, height], sureness[index]!)]);
        });
        const found = agreed(looks, frame, { ...options, scoreMin: 0 });
        expect(found).toHaveLength(1);
        expect(found[0]!.score).toBeGreaterThanOrEqual(Math.min(...sureness) - 1e-9);
        expect(found[0]!.score).toBeLessThanOrEqual(Math.max(...sureness) + 1e-9);
        expect(overlap(found[0]!.box, plate)).toBeGreaterThan(0.9);
        const again = agreed(looks.toReversed(), frame, { ...options, scoreMin: 0 });
        expect(again[0]!.score).toBeCloseTo(found[0]!.score, 9);
      }),
    );
  });
});

const options = { scoreMin: 0.1, overlapMax: 0.3, candidatesMax: 24 };
const share = fc.double({ min: 0, max: 1, noNaN: true });

function lookAt(view: View, found: readonly Candidate[]): Look {
  return { view, found, scale: Math.min(view.within.width / view.crop.width, view.within.height / view.crop.height) };
}

const isIn = ([x, y, width, height]: Box, { crop }: View) =>
  x >= crop.x && y >= crop.y && x + width <= crop.x + crop.width + 1e-6 && y + height <= crop.y + crop.height + 1e-6;

function candidate(box: Box, score = 0.9): Candidate {
  const [x, y, width, height] = box;
  return { box, score, quad: [[x, y], [x + width, y], [x + width, y + height], [x, y + height]] }; // biome-ignore format: four corners
}

/** A detector that takes the bounds of what is bright for a plate, if it has a width that the real one knows. */
const brightness: Network = {
  name: 'brightness',
  async run({ shape, data }) {
    const [pictures, height, width] = shape as [number, number, number, number];
    const floats = (height / 8) * (width / 8) * 13;
    const maps = new Float32Array(pictures * floats).fill(-9);
    for (let picture = 0; picture < pictures; picture++) {
      const shown = data.subarray(picture * width * height, (picture + 1) * width * height);
      mark(brightIn(shown, { width, height }), maps.subarray(picture * floats, (picture + 1) * floats), width);
    }
    return { outputs: [{ shape: [pictures, height / 8, width / 8, 13], data: maps }], besideMs: 0 };
  },
  dispose: () => {},
};

interface Bounds {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function brightIn(data: Float32Array, { width, height }: Size): Bounds {
  const bounds = { left: width, top: height, right: -1, bottom: -1 };
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! < 1) continue;
      bounds.left = Math.min(bounds.left, x);
      bounds.top = Math.min(bounds.top, y);
      bounds.right = Math.max(bounds.right, x + 1);
      bounds.bottom = Math.max(bounds.bottom, y + 1);
    }
  }
  return bounds;
}

function mark({ left, top, right, bottom }: Bounds, maps: Float32Array, width: number): void {
  const wide = right - left;
  if (wide < 20 || wide > width / 2) return;
  const column = Math.floor((left + right) / 16);
  const row = Math.floor((top + bottom) / 16);
  const at = (row * (width / 8) + column) * 13;
  const corner = (x: number, y: number) => [x / 8 - column - 0.5, y / 8 - row - 0.5];
  maps.set([3, 0, 0, 0, 0], at);
  maps.set([...corner(left, top), ...corner(right, top), ...corner(right, bottom), ...corner(left, bottom)], at + 5);
}

/** The candidates in a grey frame with one bright plate. */
async function found(frame: Size, plate: Box, search: Search): Promise<readonly Candidate[]> {
  const engine = nativeEngine();
  const pool = FramePool.create({ slots: 1, bytesPerSlot: frame.width * frame.height });
  const lease = pool.acquire()!;
  const pixels = pool.bytesOf(lease).fill(90);
  const [x, y, width, height] = plate;
  for (let row = y; row < y + height; row++) pixels.fill(250, row * frame.width + x, row * frame.width + x + width);
  const cpuMs = () => 0;
  async function* source() {
    const geometry = { format: 'grey' as const, ...frame, strideBytes: frame.width };
    const wall = { epochMs: 0, quality: { source: 'simulated' as const } };
    yield { camera: 'c', sequence: 0, geometry, lease, wall, monotonic: monotonicMs(0), exposure: {}, fix: noFix };
  }
  const prepared = prepare(source(), {
    engine,
    pool,
    search,
    stillness: undefined,
    cpuMs,
    tally: new Tally('prepare'),
  });
  const peaks = { scoreMin: 0.3, overlapMax: 0.3, candidatesMax: 24 };
  const tools = { ...peaks, detector: brightness, stillness: undefined, cpuMs, tally: new Tally('detect') };
  for await (const { candidates } of detect(prepared, tools)) return candidates;
  return [];
}

describe('searching a frame', () => {
  const frame = { width: 1280, height: 720 };
  const cases: readonly [string, Box, readonly Search[]][] = [
    ['a plate in the good range is found once by every search', [700, 300, 120, 40], searches],
    ['a far plate is found in tiles alone', [1100, 560, 30, 14], ['tiles', 'thorough']],
    ['a far plate on the seam of tiles is found once', [625, 352, 34, 16], ['tiles', 'thorough']],
    ['a plate that fills the frame is found at half the scale', [180, 200, 900, 300], ['second-scale', 'thorough']],
  ];
  test.each(cases)('%s, in pixels of the frame', async (_, plate, by) => {
    for (const search of searches) {
      const candidates = await found(frame, plate, search);
      expect(candidates.map(({ box }) => overlap(box, plate) > 0.8)).toEqual(by.includes(search) ? [true] : []);
    }
  });
});
