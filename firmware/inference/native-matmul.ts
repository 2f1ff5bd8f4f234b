/**
 * Products of matrices of the backend `native`, plain and fused: a convolution by a window of one pixel.
 *
 * Takes float32, either matrix turned or not, where the second is one for the whole batch, which is packed once, or one for each,
 * which are packed at every call. A first matrix that is turned is turned back in memory.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { Arrangement } from '../../native/index.ts';
import { type Activation, activate, clampOf, fits } from './native-activation.ts';
import type { FastKernel, NativeBackend } from './native-backend.ts';

export const batchMatMul: FastKernel = ({ inputs, backend, attrs }) =>
  product(backend, { a: inputs.a!, b: inputs.b!, attrs, bias: undefined, activation: { name: 'linear' } });

export const fusedMatMul: FastKernel = ({ inputs, backend, attrs }) =>
  product(backend, {
    a: inputs.a!,
    b: inputs.b!,
    attrs,
    bias: inputs.bias ?? undefined,
    activation: {
      name: (attrs.activation ?? 'linear') as string,
      slopes: inputs.preluActivationWeights,
      slope: attrs.leakyreluAlpha as number | undefined,
    },
  });

interface Product {
  readonly a: TensorInfo;
  readonly b: TensorInfo;
  readonly attrs: { readonly [name: string]: unknown };
  readonly bias: TensorInfo | undefined;
  readonly activation: Activation;
}

const sideMost = 2 ** 15;

function product(backend: NativeBackend, { a, b, attrs, bias, activation }: Product): TensorInfo | undefined {
  const values = backend.floatsOf(a);
  const weights = backend.floatsOf(b);
  if (values === undefined || weights === undefined || a.shape.length < 2 || b.shape.length < 2) return undefined;
  const upright = attrs.transposeA !== true;
  const turned = attrs.transposeB === true;
  const [rows, inputs] = [a.shape.at(upright ? -2 : -1)!, a.shape.at(upright ? -1 : -2)!];
  const [channels, depth] = [b.shape.at(turned ? -2 : -1)!, b.shape.at(turned ? -1 : -2)!];
  const batch = a.shape.slice(0, -2);
  // One second matrix for the whole batch or one for each, and shapes that fit: the inherited kernel says what is wrong with others.
  const shared = weights.length === depth * channels && b.shape.length <= a.shape.length;
  if (inputs !== depth || !(shared || b.shape.slice(0, -2).join() === batch.join())) return undefined;
  const products = weights.length / (depth * channels);
  const lines = values.length / depth / products;
  if (![lines, depth, channels].every((side) => side <= sideMost)) return undefined;
  const added = bias === undefined ? undefined : backend.floatsOf(bias);
  if (bias !== undefined && (added?.length !== channels || bias.shape.at(-1) !== channels)) return undefined;
  if (!fits(backend, activation, channels)) return undefined;
  const matrix = { depth, inputs: depth, channels, turned };
  const packed = shared
    ? [backend.packed(b, weights, matrix)]
    : parts(weights, products).map((part) => backend.kernels.pack(part, matrix));
  if (!packed.every((part) => part !== undefined)) return undefined;

  const standing = upright ? undefined : backend.output(a.shape);
  if (standing !== undefined) backend.kernels.arrange(turning(values.length, depth, rows), values, standing.out);
  const result = backend.output([...batch, rows, channels]);
  const window = { ...onePixel, inWidth: lines, outWidth: lines, channels: depth };
  const outs = parts(result.out, products);
  parts(standing?.out ?? values, products).forEach((input, i) => {
    const call = { channels, input, packed: packed[i]!, bias: added, clamp: clampOf(activation) };
    backend.kernels.convolve(window, call, outs[i]!);
  });
  if (standing !== undefined) backend.disposeData(standing.info.dataId);
  activate(backend, activation, result.out);
  return result.info;
}

/** So many equal parts, each a view. */
function parts(values: Float32Array, count: number): Float32Array[] {
  const length = values.length / count;
  return Array.from({ length: count }, (_, i) => values.subarray(i * length, (i + 1) * length));
}

/** Matrices [depth][rows] to [rows][depth]. */
function turning(length: number, depth: number, rows: number): Arrangement {
  const matrix = depth * rows;
  return {
    axes: [
      [length / matrix, matrix, matrix],
      [rows, 1, depth],
      [depth, rows, 1],
    ],
    fromOffset: 0,
    toOffset: 0,
  };
}

const onePixel = {
  batch: 1,
  inHeight: 1,
  outHeight: 1,
  height: 1,
  width: 1,
  strideY: 1,
  strideX: 1,
  dilationY: 1,
  dilationX: 1,
  padTop: 0,
  padLeft: 0,
};
