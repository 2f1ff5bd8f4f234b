/** The network kernels behind their door: what tfjs never asks of them, and what no caller may ask. */
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { isa, networkKernels, unclamped, type Window } from '../../native/index.ts';
import { networkOf } from '../../native/load.ts';
import { guardedFloats } from './frames.ts';
import { channels, same, seeds, side, valuesOf } from './tensors.ts';

const window: Window = {
  batch: 1,
  inHeight: 4,
  inWidth: 5,
  channels: 2,
  outHeight: 4,
  outWidth: 5,
  height: 3,
  width: 3,
  strideY: 1,
  strideX: 1,
  dilationY: 1,
  dilationX: 1,
  padTop: 1,
  padLeft: 1,
};
const fieldsOf = (change: Partial<Window>) => Int32Array.from(Object.values({ ...window, ...change }));

describe.each(isa().available)('a convolution on %s', (set) => {
  const kernels = networkKernels(set);
  const values = (shape: readonly number[], seed: number) => valuesOf({ shape, seed, content: 'even' });

  it('adds what is to be added before it clamps, and writes nothing but its result', () => {
    const sizes = fc.record({ height: side(9), width: side(30), inputs: channels, outputs: channels, seed: seeds });
    fc.assert(
      fc.property(sizes, ({ height, width, inputs, outputs, seed }) => {
        const sides = { inHeight: height, inWidth: width, outHeight: height, outWidth: width, channels: inputs };
        const shape = [height, width, outputs];
        const depth = 9 * inputs;
        const weights = values([depth, outputs], seed + 1);
        const call = {
          channels: outputs,
          input: values([height, width, inputs], seed),
          packed: kernels.pack(weights, { depth, inputs, channels: outputs, turned: false })!,
          bias: values([outputs], seed + 2),
        };
        const plus = values(shape, seed + 3);
        const clamp = { low: -3, high: 4 };
        const sums = guardedFloats(plus.length);
        kernels.convolve({ ...window, ...sides }, { ...call, clamp: unclamped }, sums.floats);
        const expected = new Float32Array(plus.length);
        kernels.add(sums.floats, plus, clamp, expected);
        const actual = guardedFloats(plus.length);
        kernels.convolve({ ...window, ...sides }, { ...call, plus, clamp }, actual.floats);
        same({ shape, values: actual.floats }, { shape, values: expected }, 8 * depth);
        expect(sums.intact() && actual.intact()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('packs the same filters from a matrix and from a turned one', () => {
    fc.assert(
      fc.property(channels, channels, seeds, (depth, outputs, seed) => {
        const weights = values([depth, outputs], seed);
        const turned = Float32Array.from(weights, (_, i) => weights[(i % depth) * outputs + Math.floor(i / depth)]!);
        const matrix = { depth, inputs: depth, channels: outputs };
        const packed = kernels.pack(weights, { ...matrix, turned: false })!;
        const other = kernels.pack(turned, { ...matrix, turned: true })!;
        // Where each begins depends on its address; behind that they are the same.
        const trimmed = (array: Float32Array) => array.join().replace(/^(0,)+|(,0)+$/g, '');
        expect(trimmed(other)).toBe(trimmed(packed));
      }),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'takes no filters with %f in them',
    (bad) => {
      const weights = new Float32Array(18 * 3).fill(1);
      weights[37] = bad;
      expect(kernels.pack(weights, { depth: 18, inputs: 2, channels: 3, turned: false })).toBeUndefined();
    },
  );
});

describe('the addon refuses', () => {
  const raw = networkOf();
  const input = new Float32Array(40);
  const out = new Float32Array(60);
  const packed = new Float32Array(raw.packedLength(18, 2, 3));
  const convolve = (change: Partial<Window>, count = 3) =>
    raw.convolve(fieldsOf(change), count, input, packed, undefined, undefined, 0, 6, out);
  const three = [new Int32Array(3), new Int32Array(3), new Float32Array(3)] as const;
  const pictures = Int32Array.of(1, 2, 2, 1);
  const axes = (...changes: [place: number, value: number][]) => {
    const fields = new Int32Array(18).fill(1, 0, 6);
    for (const [place, value] of changes) fields[place] = value;
    return fields;
  };

  test('nothing of a call that is right', () => {
    expect(() => convolve({})).not.toThrow();
  });

  test.each<[what: string, call: () => unknown]>([
    ['a window with a side of 0', () => convolve({ outWidth: 0 })],
    ['a window with a negative padding', () => convolve({ padLeft: -1 })],
    ['a window with a stride of 0', () => convolve({ strideX: 0 })],
    ['a window that is too large', () => convolve({ inHeight: 2 ** 30 })],
    ['fewer fields than a window has', () => raw.poolMaximum(new Int32Array(13), input, out)],
    ['an input that is too short', () => convolve({ inHeight: 5 })],
    ['a result of the wrong length', () => convolve({ outHeight: 5 })],
    ['filters packed for another count', () => convolve({}, 70)],
    [
      'a bias of the wrong length',
      () => raw.convolve(fieldsOf({}), 3, input, packed, new Float32Array(4), undefined, 0, 6, out),
    ],
    [
      'a second operand of the wrong length',
      () => raw.convolve(fieldsOf({}), 3, input, packed, undefined, input, 0, 6, out),
    ],
    ['a depth that input channels do not divide', () => raw.packedLength(9, 2, 3)],
    ['weights that do not fit', () => raw.pack(18, 2, 3, 0, new Float32Array(53), packed)],
    ['whole numbers for floats', () => raw.hold(new Int32Array(4) as never, 0, 6, out)],
    ['an operand that does not divide the other', () => raw.add(input, new Float32Array(7), 0, 6, input)],
    ['an empty operand', () => raw.lean(input, new Float32Array(0), input)],
    [
      'a sample outside the picture',
      () =>
        raw.resizeNearest(
          pictures,
          Int32Array.of(0, 2, 1),
          three[1],
          three[2],
          ...three,
          new Float32Array(4),
          new Float32Array(9),
        ),
    ],
    [
      'a sample before the picture',
      () =>
        raw.resizeBilinear(
          pictures,
          ...three,
          three[0],
          Int32Array.of(0, -1, 1),
          three[2],
          new Float32Array(4),
          new Float32Array(9),
        ),
    ],
    ['a copy from outside', () => raw.arrange(axes([5, 41], [11, 1], [17, 1]), input, 0, out, 0)],
    ['a copy from behind the end', () => raw.arrange(axes([5, 40], [11, 1], [17, 1]), input, 1, out, 0)],
    ['a copy to outside', () => raw.arrange(axes([5, 40], [11, 1], [17, 2]), input, 0, out, 0)],
    ['a negative step', () => raw.arrange(axes([5, 2], [11, -1], [17, 1]), input, 4, out, 0)],
  ])('%s', (_, call) => {
    expect(call).toThrow(TypeError);
  });
});
