import { describe, expect, it } from 'vitest';
import {
  bytesPerImage,
  FramePool,
  type Image,
  type LetterboxOptions,
  letterbox,
  letterboxes,
  lumaOf,
  lumaStatistics,
  motion,
  NativeArgumentError,
  type RectifyOptions,
  rectify,
  rectifyToGrey,
} from '../../native/index.ts';
import { engineOf } from '../../native/load.ts';

const image: Image = { format: 'grey', width: 8, height: 6, strideBytes: 10, data: new Uint8Array(60) };
const boxed: LetterboxOptions = { width: 4, height: 4, mean: 0, deviation: 1, pad: 0 };
const drawn: RectifyOptions = { width: 4, height: 2, marginX: 0.1, marginY: 0.1, deviationFloor: 1 };
const quad = new Float32Array([1, 1, 6, 1, 6, 4, 1, 4]);
const tensor = new Float32Array(16);
const view = { crop: { x: 0, y: 0, width: 8, height: 6 }, within: { width: 4, height: 4 } };
const wider = { ...view, crop: { ...view.crop, width: 9 } };
const higher = { ...view, within: { width: 4, height: 5 } };

// What a caller without types could pass.
const any = (value: unknown) => value as never;
const imageWith = (change: object) => () => lumaOf(any({ ...image, ...change }), new Uint8Array(48));
const boxWith = (change: object) => () => letterbox(image, any({ ...boxed, ...change }), tensor);
const drawWith = (change: object) => () => rectify(image, quad, any({ ...drawn, ...change }), new Float32Array(8));

describe('a bad argument is refused by its name', () => {
  it.each<[argument: string, why: string, call: () => unknown]>([
    ['image', 'none', () => lumaOf(any(undefined), new Uint8Array(48))],
    ['image.format', 'unknown', imageWith({ format: 'bgr' })],
    ['image.format', 'a property that every object has', imageWith({ format: 'toString' })],
    ['image.format', 'absent', imageWith({ format: undefined })],
    ['image.width', 'zero', imageWith({ width: 0 })],
    ['image.width', 'a fraction', imageWith({ width: 7.5 })],
    ['image.width', 'huge', imageWith({ width: 1e9 })],
    ['image.width', 'not a number', imageWith({ width: '8' })],
    ['image.height', 'negative', imageWith({ height: -6 })],
    ['image.height', 'NaN', imageWith({ height: Number.NaN })],
    ['image.strideBytes', 'shorter than a row', imageWith({ strideBytes: 7 })],
    ['image.strideBytes', 'absent', imageWith({ strideBytes: undefined })],
    ['image.data', 'a byte short', imageWith({ data: new Uint8Array(59) })],
    ['image.data', 'another kind of array', imageWith({ data: new Float32Array(60) })],
    ['image.data', 'short of chroma', imageWith({ format: 'nv12', data: new Uint8Array(89) })],
    ['out', 'too short', () => lumaOf(image, new Uint8Array(47))],
    ['out', 'too long', () => lumaOf(image, new Uint8Array(49))],
    ['out', 'floats for bytes', () => lumaOf(image, any(new Float32Array(48)))],
    ['options', 'none', () => letterbox(image, any(null), tensor)],
    ['options.width', 'zero', boxWith({ width: 0 })],
    ['options.height', 'infinite', boxWith({ height: Number.POSITIVE_INFINITY })],
    ['options.mean', 'NaN', boxWith({ mean: Number.NaN })],
    ['options.deviation', 'zero', boxWith({ deviation: 0 })],
    ['options.pad', 'absent', boxWith({ pad: undefined })],
    ['options.crop', 'not a rectangle', boxWith({ crop: 3 })],
    ['options.crop.x', 'left of the frame', boxWith({ crop: { x: -1, y: 0, width: 2, height: 2 } })],
    ['options.crop.y', 'NaN', boxWith({ crop: { x: 0, y: Number.NaN, width: 2, height: 2 } })],
    ['options.crop.x', 'on the right edge', boxWith({ crop: { x: 8, y: 0, width: 0.001, height: 2 } })],
    ['options.crop.width', 'over the edge', boxWith({ crop: { x: 7, y: 0, width: 2, height: 2 } })],
    ['options.crop.height', 'zero', boxWith({ crop: { x: 7, y: 0, width: 1, height: 0 } })],
    ['out', 'a wrong tensor', () => letterbox(image, boxed, new Float32Array(15))],
    ['out', 'doubles', () => letterbox(image, boxed, any(new Float64Array(16)))],
    ['quads', 'no Float32Array', () => rectify(image, any([...quad]), drawn, new Float32Array(8))],
    ['quads', 'seven numbers', () => rectify(image, quad.subarray(1), drawn, new Float32Array(8))],
    [
      'quads',
      'NaN among them',
      () =>
        rectify(
          image,
          quad.map((at, i) => (i === 3 ? Number.NaN : at)),
          drawn,
          new Float32Array(8),
        ),
    ],
    ['options.width', 'zero', drawWith({ width: 0 })],
    ['options.marginX', 'negative', drawWith({ marginX: -0.1 })],
    ['options.marginY', 'infinite', drawWith({ marginY: Number.POSITIVE_INFINITY })],
    ['options.deviationFloor', 'zero', drawWith({ deviationFloor: 0 })],
    ['out', 'one crop for two quads', () => rectify(image, new Float32Array(16), drawn, new Float32Array(8))],
    ['out', 'a wrong picture', () => rectifyToGrey(image, quad, drawn, new Uint8Array(9))],
    ['step', 'zero', () => lumaStatistics(image, 0)],
    ['seen', 'of another size', () => motion(image, new Float32Array(2))],
    ['views.length', 'none', () => letterboxes(image, [], boxed, new Float32Array(0))],
    ['views[1].crop.width', 'wider than the frame', () => letterboxes(image, [view, wider], boxed, tensor)],
    ['views[0].within.height', 'higher than the tensor', () => letterboxes(image, [higher], boxed, tensor)],
    ['format', 'unknown', () => bytesPerImage(any('jpeg'), 8, 6)],
    ['strideBytes', 'too short', () => bytesPerImage('rgb', 8, 6, 23)],
    ['slots', 'none', () => FramePool.create({ slots: 0, bytesPerSlot: 10 })],
    ['slots', 'more than memory', () => FramePool.create({ slots: 4096, bytesPerSlot: 2 ** 30 })],
    ['bytesPerSlot', 'a fraction', () => FramePool.create({ slots: 1, bytesPerSlot: 1.5 })],
    [
      'handle',
      'not shared memory',
      () => FramePool.attach(any({ memory: new ArrayBuffer(9000), slots: 1, bytesPerSlot: 1 })),
    ],
    [
      'handle',
      'memory without a pool',
      () => FramePool.attach({ memory: new SharedArrayBuffer(99999), slots: 1, bytesPerSlot: 1 }),
    ],
    [
      'handle',
      'no memory to speak of',
      () => FramePool.attach({ memory: new SharedArrayBuffer(8), slots: 1, bytesPerSlot: 1 }),
    ],
  ])('%s: %s', (argument, _, call) => {
    expect(call).toThrow(NativeArgumentError);
    expect(call).toThrow(expect.objectContaining({ argument }));
  });
});

describe('the addon itself', () => {
  // A subclass may lie about its length to index.ts; the addon asks the JavaScript engine.
  class Liar extends Uint8Array {
    override get length(): number {
      return 1e6;
    }
  }

  it('refuses an array that lies about its length', () => {
    const big: Image = { format: 'grey', width: 100, height: 100, strideBytes: 100, data: new Liar(10) };
    expect(() => lumaOf(big, new Uint8Array(10_000))).toThrow(/fewer bytes/);
  });

  it('refuses what would reach outside a buffer even when called without the door', () => {
    const raw = ['grey', 8, 6, 10, image.data] as const;
    const engine = engineOf();
    expect(() => engine.lumaOf(...raw, new Uint8Array(47))).toThrow(TypeError);
    expect(() => engine.lumaOf('grey', 8, 6, 10, image.data.subarray(1), new Uint8Array(48))).toThrow(TypeError);
    expect(() => engine.motion(...raw, new Float32Array(2))).toThrow(TypeError);
    const shape = [4, 4, 0, 1, 0, tensor] as const;
    expect(() => engine.letterboxes(...raw, Float64Array.of(0, 0, 8, 6, 5, 4), ...shape)).toThrow(TypeError);
    expect(() => engine.letterboxes(...raw, Float64Array.of(0, 0, 8, 6), ...shape)).toThrow(TypeError);
    expect(() => engine.rectify(...raw, quad, 4, 2, 0, 0, 1, new Float32Array(7))).toThrow(TypeError);
    expect(() => engine.lumaHistogram(...raw, 0)).toThrow(TypeError);
  });

  it('refuses a buffer that was transferred away', () => {
    const gone = new Uint8Array(60);
    structuredClone(gone.buffer, { transfer: [gone.buffer] });
    expect(() => lumaOf({ ...image, data: gone }, new Uint8Array(48))).toThrow(
      expect.objectContaining({ argument: 'image.data' }),
    );
  });

  it('reads and writes views of shared memory', () => {
    const shared = new Uint8Array(new SharedArrayBuffer(200), 20, 60).fill(9);
    const out = new Uint8Array(new SharedArrayBuffer(100), 4, 48);
    lumaOf({ ...image, data: shared }, out);
    expect([...new Set(out)]).toEqual([9]);
  });
});
