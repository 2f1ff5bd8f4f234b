/**
 * The engine's kernels for networks: each writes one float32 tensor, NHWC, dense, into an array that the caller gives.
 *
 * Promises: arrays are read and written where they lie; every function answers before it returns; sums of float32 are within 1e-5
 * of their terms' absolute sum of what exact arithmetic gives, on every instruction set. Refuses with a TypeError whatever would
 * reach outside an array. In and out may be the same array in `add`, `hold`, `lean`, `sigmoid` and `elu`, never overlap otherwise.
 */
import { type Isa, networkOf, type RawNetwork } from './load.ts';

/** A window that slides over pictures, all in pixels but `channels`. Beyond the edges lies nothing: 0 in a convolution. */
export interface Window {
  readonly batch: number;
  readonly inHeight: number;
  readonly inWidth: number;
  readonly channels: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly height: number;
  readonly width: number;
  readonly strideY: number;
  readonly strideX: number;
  readonly dilationY: number;
  readonly dilationX: number;
  readonly padTop: number;
  readonly padLeft: number;
}

/** What values are held between; NaN stays NaN. */
export interface Clamp {
  readonly low: number;
  readonly high: number;
}

export const unclamped: Clamp = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };

/** A matrix of weights: [depth][channels], or turned [channels][depth]; of `depth`, `inputs` (the input channels) lie together. */
export interface Matrix {
  readonly depth: number;
  readonly inputs: number;
  readonly channels: number;
  readonly turned: boolean;
}

/** One axis of a resizing: for each output the two inputs that it lies between, and how far from the first. */
export interface Axis {
  readonly low: Int32Array;
  readonly high: Int32Array;
  readonly share: Float32Array;
}

export interface Pictures {
  readonly batch: number;
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}

/** A strided copy over up to six axes, each [size, step in `from`, step in `to`], steps in floats; the last is innermost. */
export interface Arrangement {
  readonly axes: readonly (readonly [size: number, fromStep: number, toStep: number])[];
  readonly fromOffset: number;
  readonly toOffset: number;
}

export interface ConvolutionCall {
  readonly channels: number;
  readonly input: Float32Array;
  readonly packed: Float32Array;
  /** One a channel. */
  readonly bias: Float32Array | undefined;
  /** One a value of the result. */
  readonly plus?: Float32Array | undefined;
  readonly clamp: Clamp;
}

export interface NetworkKernels {
  /** Weights in the order in which this instruction set reads them, or undefined where one of them is not finite. */
  pack(weights: Float32Array, matrix: Matrix): Float32Array | undefined;
  /** out = clamp(bias + the sum over the window of input times weight + plus, value by value). `packed` by the same kernels. */
  convolve(window: Window, call: ConvolutionCall, out: Float32Array): void;
  /** The same with each channel for itself; `weights` are [window row][window column][channel] and finite. */
  convolveChannels(
    window: Window,
    call: { input: Float32Array; weights: Float32Array; bias: Float32Array | undefined; clamp: Clamp },
    out: Float32Array,
  ): void;
  /** NaN is passed over, as tfjs does; a window with no pixel gives -Infinity. */
  poolMaximum(window: Window, input: Float32Array, out: Float32Array): void;
  poolMean(window: Window, input: Float32Array, out: Float32Array): void;
  /** `b` is repeated where it is shorter; its length divides that of `a`. */
  add(a: Float32Array, b: Float32Array, clamp: Clamp, out: Float32Array): void;
  hold(values: Float32Array, clamp: Clamp, out: Float32Array): void;
  /** Negative values times their slope; `slopes` are repeated where there are fewer. */
  lean(values: Float32Array, slopes: Float32Array, out: Float32Array): void;
  sigmoid(values: Float32Array, out: Float32Array): void;
  elu(values: Float32Array, out: Float32Array): void;
  resizeBilinear(pictures: Pictures, rows: Axis, columns: Axis, input: Float32Array, out: Float32Array): void;
  /** Takes `low` of each axis. */
  resizeNearest(pictures: Pictures, rows: Axis, columns: Axis, input: Float32Array, out: Float32Array): void;
  arrange(arrangement: Arrangement, from: Float32Array, to: Float32Array): void;
}

/** The kernels on the selected instruction set, or on one of the caller's choice. */
export function networkKernels(isa?: Isa): NetworkKernels {
  return kernelsOn(networkOf(isa));
}

const axesMost = 6;

function kernelsOn(raw: RawNetwork): NetworkKernels {
  const windowFields = new Int32Array(14);
  const pictureFields = new Int32Array(4);
  const arrangementFields = new Int32Array(3 * axesMost);
  return {
    pack(weights, { depth, inputs, channels, turned }) {
      const packed = new Float32Array(raw.packedLength(depth, inputs, channels));
      return raw.pack(depth, inputs, channels, turned ? 1 : 0, weights, packed) ? packed : undefined;
    },
    convolve(window, { channels, input, packed, bias, plus, clamp }, out) {
      raw.convolve(fill(windowFields, window), channels, input, packed, bias, plus, clamp.low, clamp.high, out);
    },
    convolveChannels(window, { input, weights, bias, clamp }, out) {
      raw.convolveChannels(fill(windowFields, window), input, weights, bias, clamp.low, clamp.high, out);
    },
    poolMaximum: (window, input, out) => raw.poolMaximum(fill(windowFields, window), input, out),
    poolMean: (window, input, out) => raw.poolMean(fill(windowFields, window), input, out),
    add: (a, b, { low, high }, out) => raw.add(a, b, low, high, out),
    hold: (values, { low, high }, out) => raw.hold(values, low, high, out),
    lean: (values, slopes, out) => raw.lean(values, slopes, out),
    sigmoid: (values, out) => raw.sigmoid(values, out),
    elu: (values, out) => raw.elu(values, out),
    resizeBilinear(pictures, rows, columns, input, out) {
      raw.resizeBilinear(sizes(pictureFields, pictures), ...parts(rows), ...parts(columns), input, out);
    },
    resizeNearest(pictures, rows, columns, input, out) {
      raw.resizeNearest(sizes(pictureFields, pictures), ...parts(rows), ...parts(columns), input, out);
    },
    arrange({ axes, fromOffset, toOffset }, from, to) {
      // Unused axes lie outside and have size 1.
      arrangementFields.fill(1, 0, axesMost).fill(0, axesMost);
      axes.forEach(([size, fromStep, toStep], index) => {
        const place = axesMost - axes.length + index;
        arrangementFields[place] = size;
        arrangementFields[axesMost + place] = fromStep;
        arrangementFields[2 * axesMost + place] = toStep;
      });
      raw.arrange(arrangementFields, from, fromOffset, to, toOffset);
    },
  };
}

function parts({ low, high, share }: Axis): [Int32Array, Int32Array, Float32Array] {
  return [low, high, share];
}

function sizes(fields: Int32Array, pictures: Pictures): Int32Array {
  fields[0] = pictures.batch;
  fields[1] = pictures.height;
  fields[2] = pictures.width;
  fields[3] = pictures.channels;
  return fields;
}

/** In the order of the structure in nn/window.h. */
export function fill(fields: Int32Array, window: Window): Int32Array {
  fields[0] = window.batch;
  fields[1] = window.inHeight;
  fields[2] = window.inWidth;
  fields[3] = window.channels;
  fields[4] = window.outHeight;
  fields[5] = window.outWidth;
  fields[6] = window.height;
  fields[7] = window.width;
  fields[8] = window.strideY;
  fields[9] = window.strideX;
  fields[10] = window.dilationY;
  fields[11] = window.dilationX;
  fields[12] = window.padTop;
  fields[13] = window.padLeft;
  return fields;
}
