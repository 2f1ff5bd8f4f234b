/** A tfjs graph model as a Network: one tensor in, the card's outputs out, nothing left in the backend's memory. */
import { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { Fault } from '../domain/fault.ts';
import type { Network } from '../ports/inference.ts';
import type { ModelCard } from './model-files.ts';
import { readModel } from './model-files.ts';

export interface LoadedModel {
  readonly card: ModelCard;
  readonly network: Network;
}

/** Loads a model for the backend that was started on this thread. Throws Fault `model.missing` or `model.damaged`. */
export async function loadModel(folder: string): Promise<LoadedModel> {
  const { card, artifacts } = await readModel(folder);
  const model = new GraphModel({ load: async () => artifacts });
  try {
    await model.load();
  } catch (cause) {
    throw new Fault('model.damaged', `${folder} is not a graph that this version understands.`, cause);
  }
  return { card, network: networkOf(card, model) };
}

function networkOf(card: ModelCard, model: GraphModel): Network {
  const outputNames = card.outputs.map((output) => output.name);
  return {
    name: card.name,
    async run({ shape, data }) {
      const input = tf.tensor(data, [...shape], 'float32');
      const results = model.execute({ [card.input.name]: input }, outputNames);
      input.dispose();
      const tensors = Array.isArray(results) ? results : [results];
      const outputs = await Promise.all(
        tensors.map(async (each) => ({ shape: each.shape, data: Float32Array.from(await each.data()) })),
      );
      tf.dispose(tensors);
      return outputs;
    },
    dispose: () => model.dispose(),
  };
}
