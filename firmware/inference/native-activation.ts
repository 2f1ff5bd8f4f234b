/**
 * Activations of the backend `native`: as kernels of their own, and fused behind a convolution or a product of matrices. What is a
 * clamp is done where the sums are stored; the others run over the result while it is still in the cache.
 */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import { type Clamp, unclamped } from '../../native/index.ts';
import type { FastKernel, NativeBackend } from './native-backend.ts';

/** A fused activation by tfjs's name, with prelu's slopes or leakyrelu's slope. */
export interface Activation {
  readonly name: string;
  readonly slopes?: TensorInfo | undefined;
  readonly slope?: number | undefined;
}

const rectified: Clamp = { low: 0, high: Number.POSITIVE_INFINITY };
const rectified6: Clamp = { low: 0, high: 6 };
/** tfjs's own, where the graph says nothing (fused_ops of tfjs-core). */
const leakySlope = 0.2;

/** Whether the engine knows the activation and has its slopes in the shape it wants: one, or one a channel. */
export function fits(backend: NativeBackend, { name, slopes }: Activation, channels: number): boolean {
  if (name !== 'prelu') return ['linear', 'relu', 'relu6', 'leakyrelu', 'elu', 'sigmoid'].includes(name);
  const values = slopes === undefined ? undefined : backend.floatsOf(slopes);
  if (slopes === undefined || values === undefined) return false;
  return values.length === 1 || (values.length === channels && slopes.shape.at(-1) === channels);
}

export function clampOf({ name }: Activation): Clamp {
  if (name === 'relu') return rectified;
  return name === 'relu6' ? rectified6 : unclamped;
}

/** The rest of an activation that fits, in place. */
export function activate(backend: NativeBackend, { name, slope, slopes }: Activation, values: Float32Array): void {
  const { kernels } = backend;
  if (name === 'leakyrelu') kernels.lean(values, Float32Array.of(slope ?? leakySlope), values);
  if (name === 'prelu') kernels.lean(values, backend.floatsOf(slopes!)!, values);
  if (name === 'elu') kernels.elu(values, values);
  if (name === 'sigmoid') kernels.sigmoid(values, values);
}

export const relu: FastKernel = unary(({ kernels }, values, out) => kernels.hold(values, rectified, out));
export const relu6: FastKernel = unary(({ kernels }, values, out) => kernels.hold(values, rectified6, out));
export const elu: FastKernel = unary(({ kernels }, values, out) => kernels.elu(values, out));
export const sigmoid: FastKernel = unary(({ kernels }, values, out) => kernels.sigmoid(values, out));
export const leakyRelu: FastKernel = unary(({ kernels }, values, out, attrs) =>
  kernels.lean(values, Float32Array.of((attrs.alpha as number | undefined) ?? leakySlope), out),
);

export const prelu: FastKernel = ({ inputs, backend }) => {
  const { x, alpha } = inputs;
  const values = backend.floatsOf(x!);
  const slopes = backend.floatsOf(alpha!);
  if (values === undefined || slopes === undefined || !repeats(alpha!.shape, x!.shape)) return undefined;
  const result = backend.output(x!.shape);
  backend.kernels.lean(values, slopes, result.out);
  return result.info;
};

/** Addition of tensors of one shape, or of one that is repeated along the first axes of the other. */
export const add: FastKernel = ({ inputs, backend }) => {
  const [a, b] = [inputs.a!, inputs.b!];
  const [longer, shorter] = repeats(b.shape, a.shape) ? [a, b] : [b, a];
  const values = backend.floatsOf(longer);
  const others = backend.floatsOf(shorter);
  if (values === undefined || others === undefined || !repeats(shorter.shape, longer.shape)) return undefined;
  const result = backend.output(longer.shape);
  backend.kernels.add(values, others, unclamped, result.out);
  return result.info;
};

/** Whether a tensor of shape `inner`, laid end to end, gives one of shape `outer` as broadcasting would. */
function repeats(inner: readonly number[], outer: readonly number[]): boolean {
  const trimmed = inner.slice(inner.findIndex((side) => side !== 1) >>> 0);
  return inner.length <= outer.length && trimmed.every((side, i) => side === outer[outer.length - trimmed.length + i]);
}

function unary(
  apply: (
    backend: NativeBackend,
    values: Float32Array,
    out: Float32Array,
    attrs: { readonly [name: string]: unknown },
  ) => void,
): FastKernel {
  return ({ inputs, backend, attrs }) => {
    const values = backend.floatsOf(inputs.x!);
    if (values === undefined) return undefined;
    const result = backend.output(inputs.x!.shape);
    apply(backend, values, result.out, attrs);
    return result.info;
  };
}
