/**
 * The engine's kernels for networks on every instruction set: each convolution and pooling of the shipped models, in the shape that it
 * has there, and one shape of every other kernel, in the size of the detector's middle.
 */
import { join } from 'node:path';
import { networkKernels } from '../../native/index.ts';
import { readModel } from '../inference/model-files.ts';
import { shippedModels } from '../unit.ts';
import { timeOnEverySet } from './fresh-data.ts';
import { furtherKernels } from './further-kernels.ts';
import { type Layer, layersOf } from './layers.ts';
import type { Stopwatch } from './stopwatch.ts';
import { convolutionKernel, depthwiseKernel, type NetworkKernel, poolingKernel } from './windowed-kernels.ts';

export async function timeNetworkKernels(stopwatch: Stopwatch): Promise<void> {
  for (const { name, work, make } of [...(await shippedKernels()), ...furtherKernels()])
    await timeOnEverySet(stopwatch, { name, work, make: (isa) => make(networkKernels(isa)) });
}

/** Those of the models' graphs, each shape once. */
async function shippedKernels(): Promise<NetworkKernel[]> {
  const kernels = new Map<string, NetworkKernel>();
  for (const model of ['detector', 'reader', 'region'])
    for (const layer of layersOf(await readModel(join(shippedModels, model))).layers) {
      const kernel = kernelOf(layer);
      if (kernel !== undefined && !kernels.has(kernel.name)) kernels.set(kernel.name, kernel);
    }
  return [...kernels.values()];
}

/** Undefined for what has no window: those are further kernels. */
function kernelOf({ step, reads }: Layer): NetworkKernel | undefined {
  switch (step?.kind) {
    case 'convolve':
      return convolutionKernel(step.window, { channels: step.channels, plus: reads.length > 1, clamp: step.clamp });
    case 'convolve-channels':
      return depthwiseKernel(step.window, step.clamp);
    case 'pool-maximum':
      return poolingKernel(step.window, 'maximum');
    case 'pool-mean':
      return poolingKernel(step.window, 'mean');
    default:
      return undefined;
  }
}
