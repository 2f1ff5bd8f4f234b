/**
 * Registers the backend `native` with tfjs: every kernel of the CPU backend under the new name, those of `fast` with the engine's
 * way tried first. A fast kernel answers undefined for what it does not take.
 */
import * as tf from '@tensorflow/tfjs-core';
import type { NetworkKernels } from '../../native/index.ts';
import { add, elu, leakyRelu, prelu, relu, relu6, sigmoid } from './native-activation.ts';
import { concat, pad, transpose } from './native-arranging.ts';
import { type FastKernel, NativeBackend } from './native-backend.ts';
import { conv2d, depthwise, fusedConv2d, fusedDepthwise } from './native-convolution.ts';
import { batchMatMul, fusedMatMul } from './native-matmul.ts';
import { averagePool, maximumPool, resizeBilinear, resizeNearest } from './native-sampling.ts';

/** By tfjs's names of kernels. */
export const fast: Readonly<Record<string, FastKernel>> = {
  Add: add,
  AvgPool: averagePool,
  BatchMatMul: batchMatMul,
  Concat: concat,
  Conv2D: conv2d,
  DepthwiseConv2dNative: depthwise,
  Elu: elu,
  FusedConv2D: fusedConv2d,
  FusedDepthwiseConv2D: fusedDepthwise,
  LeakyRelu: leakyRelu,
  MaxPool: maximumPool,
  PadV2: pad,
  Prelu: prelu,
  Relu: relu,
  Relu6: relu6,
  ResizeBilinear: resizeBilinear,
  ResizeNearestNeighbor: resizeNearest,
  Sigmoid: sigmoid,
  Transpose: transpose,
  _FusedMatMul: fusedMatMul,
};

/** Makes a backend of this name known to tfjs; a second call with the same name does nothing. */
export function registerNativeBackend(name: string, kernels: NetworkKernels): void {
  if (tf.findBackendFactory(name) !== null) return;
  tf.registerBackend(name, () => new NativeBackend(kernels), 0);
  for (const config of tf.getKernelsForBackend('cpu')) {
    const quick = fast[config.kernelName];
    const { kernelFunc: inherited } = config;
    tf.registerKernel({
      ...config,
      backendName: name,
      kernelFunc:
        quick === undefined ? inherited : (call) => quick(call as Parameters<FastKernel>[0]) ?? inherited(call),
    });
  }
}
