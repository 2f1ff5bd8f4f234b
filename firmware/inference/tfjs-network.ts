/** A graph model that tfjs executes, on the backend that it has been set to; nothing is left in the backend's memory. */
import { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { Fault } from '../domain/fault.ts';
import type { Network } from '../ports/inference.ts';
import type { ModelFiles } from './model-files.ts';

/** Throws Fault `model.damaged` for what tfjs does not understand. */
export async function tfjsNetwork({ card, topology, signature, specs, weights }: ModelFiles): Promise<Network> {
  const artifacts = {
    format: 'graph-model',
    modelTopology: topology as object,
    weightSpecs: specs as unknown as tf.io.WeightsManifestEntry[],
    weightData: weights.buffer,
    ...(signature === undefined ? {} : { signature: signature as object }),
  };
  const model = new GraphModel({ load: async () => artifacts });
  try {
    await model.load();
  } catch (cause) {
    throw new Fault('model.damaged', `${card.name} is not a graph that this version understands.`, cause);
  }
  const outputNames = card.outputs.map((output) => output.name);
  return {
    name: card.name,
    async run({ shape, data }) {
      const tensor = tf.tensor(data, [...shape], 'float32');
      const results = model.execute({ [card.input.name]: tensor }, outputNames);
      tensor.dispose();
      const tensors = Array.isArray(results) ? results : [results];
      const outputs = await Promise.all(
        // What a backend gives is the reader's own.
        tensors.map(async (each) => ({ shape: each.shape, data: (await each.data()) as Float32Array })),
      );
      tf.dispose(tensors);
      return { outputs, besideMs: 0 };
    },
    dispose: () => model.dispose(),
  };
}
