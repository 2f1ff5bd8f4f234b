/**
 * The tfjs backend `native`: tfjs's CPU backend with the engine's kernels where a convolutional network spends its time.
 *
 * Promises: whatever the engine does not take goes to the kernel that the CPU backend has, so an answer may be slow but not wrong.
 * Weights are packed once a tensor and freed with it. Tensors live in arrays that are used again.
 */
import { MathBackendCPU } from '@tensorflow/tfjs-backend-cpu';
import type { backend_util, DataType, TensorInfo } from '@tensorflow/tfjs-core';
import type { Matrix, NetworkKernels } from '../../native/index.ts';
import { NativeBuffers } from './native-buffers.ts';

type DataId = TensorInfo['dataId'];
type Values = backend_util.BackendValues;

/** One operation on tensors of this backend, or undefined for what the engine does not take. */
export type FastKernel = (call: {
  readonly inputs: { readonly [name: string]: TensorInfo | undefined };
  readonly backend: NativeBackend;
  readonly attrs: { readonly [name: string]: unknown };
}) => TensorInfo | undefined;

/** What was made of a weight tensor: `packed` is undefined where a weight is not finite, and no fast path takes those. */
interface Prepared {
  readonly depth: number;
  readonly channels: number;
  readonly turned: boolean;
  readonly packed: Float32Array | undefined;
}

/** Two of the largest networks that run here. */
const unusedBytesMost = 64 * 2 ** 20;

export class NativeBackend extends MathBackendCPU {
  readonly kernels: NetworkKernels;
  readonly buffers = new NativeBuffers(unusedBytesMost);
  readonly #prepared = new WeakMap<DataId, Prepared>();
  readonly #finite = new WeakMap<DataId, boolean>();

  constructor(kernels: NetworkKernels) {
    super();
    this.kernels = kernels;
  }

  /** The values of a tensor that a fast path may take: dense float32, not empty. */
  floatsOf({ dataId, dtype }: TensorInfo): Float32Array | undefined {
    if (dtype !== 'float32') return undefined;
    const { values } = this.data.get(dataId);
    return values instanceof Float32Array && values.length > 0 ? values : undefined;
  }

  /** A new tensor of whatever values, and the array to write them to. */
  output(shape: readonly number[]): { info: TensorInfo; out: Float32Array } {
    const out = this.buffers.take(shape.reduce((product, side) => product * side, 1));
    const dataId = {};
    this.data.set(dataId, { values: out, dtype: 'float32', refCount: 1 });
    return { info: { dataId, shape: [...shape], dtype: 'float32' }, out };
  }

  /** A weight tensor as `convolve` reads it, packed at its first use; undefined where a weight is not finite. */
  packed(tensor: TensorInfo, weights: Float32Array, matrix: Matrix): Float32Array | undefined {
    const found = this.#prepared.get(tensor.dataId);
    const { depth, channels, turned } = matrix;
    if (found && found.depth === depth && found.channels === channels && found.turned === turned) return found.packed;
    const packed = this.kernels.pack(weights, matrix);
    this.#prepared.set(tensor.dataId, { depth, channels, turned, packed });
    return packed;
  }

  /** Whether all weights are finite, looked at once a tensor. */
  finite(tensor: TensorInfo, weights: Float32Array): boolean {
    const found = this.#finite.get(tensor.dataId);
    if (found !== undefined) return found;
    const finite = weights.every(Number.isFinite);
    this.#finite.set(tensor.dataId, finite);
    return finite;
  }

  /** Inherited kernels make tensors of arrays that may be another tensor's: such an array must not be used again. */
  override write(values: Values, _shape: number[], dtype: DataType): DataId {
    this.buffers.letGo(values);
    const dataId = {};
    this.data.set(dataId, { values, dtype, refCount: 1 });
    return dataId;
  }

  override move(dataId: DataId, values: Values, shape: number[], dtype: DataType, refCount: number): void {
    this.buffers.letGo(values);
    super.move(dataId, values, shape, dtype, refCount);
  }

  /** The tensor's own array, as the CPU backend gives it: the reader's from now on. */
  override readSync(dataId: DataId): Values {
    this.buffers.letGo(this.data.get(dataId).values);
    return super.readSync(dataId);
  }

  override disposeData(dataId: DataId, force = false): boolean {
    const values = this.data.has(dataId) ? this.data.get(dataId).values : undefined;
    const gone = super.disposeData(dataId, force);
    if (!gone) return false;
    this.#prepared.delete(dataId);
    this.#finite.delete(dataId);
    this.buffers.give(values);
    return true;
  }
}
