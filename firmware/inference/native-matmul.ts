/**
 * Products of matrices of the backend `native`, plain and fused: a convolution by a window of one pixel.
 *
 * Takes float32 where the second matrix is one for the whole batch, turned or not, and the first is not turned.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
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
  const input = backend.floatsOf(a);
  const weights = backend.floatsOf(b);
  if (input === undefined || weights === undefined || attrs.transposeA === true || a.shape.length < 2) return undefined;
  const turned = attrs.transposeB === true;
  const depth = b.shape.at(turned ? -1 : -2) ?? 0;
  const channels = b.shape.at(turned ? -2 : -1) ?? 0;
  const rows = input.length / depth;
  // One matrix for the whole batch, and shapes that fit each other: the inherited kernel says what is wrong with the others.
  if (depth * channels !== weights.length || a.shape.at(-1) !== depth || b.shape.length > a.shape.length)
    return undefined;
  if (![rows, depth, channels].every((side) => side <= sideMost)) return undefined;
  const added = bias === undefined ? undefined : backend.floatsOf(bias);
  if (bias !== undefined && (added?.length !== channels || bias.shape.at(-1) !== channels)) return undefined;
  if (!fits(backend, activation, channels)) return undefined;
  const packed = backend.packed(b, weights, { depth, inputs: depth, channels, turned });
  if (packed === undefined) return undefined;
  const result = backend.output([...a.shape.slice(0, -1), channels]);
  const window = { ...onePixel, inWidth: rows, outWidth: rows, channels: depth };
  backend.kernels.convolve(window, { channels, input, packed, bias: added, clamp: clampOf(activation) }, result.out);
  activate(backend, activation, result.out);
  return result.info;
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
