/**
 * A tfjs graph model as a Network: one tensor in, the card's outputs out, nothing left in the backend's memory. On the backend
 * `native` the graph runs as planned calls where it can be planned; elsewhere, and else, tfjs executes it.
 */
import { GraphModel } from '@tensorflow/tfjs-converter';
import * as tf from '@tensorflow/tfjs-core';
import { Fault } from '../domain/fault.ts';
import type { Network, Tensor } from '../ports/inference.ts';
import type { ModelCard, ModelFiles } from './model-files.ts';
import { readModel } from './model-files.ts';
import { NativeBackend } from './native-backend.ts';
import { plannedNetwork, type Run } from './native-plan.ts';

export interface LoadedModel {
  readonly card: ModelCard;
  readonly network: Network;
}

/**
 * Loads a model for the backend that was started on this thread, and runs it once, so that what the backend lacks shows now. Throws Fault `model.missing`, `model.damaged` or `model.unsupported`, which names the operation.
 */
export async function loadModel(folder: string): Promise<LoadedModel> {
  const files = await readModel(folder);
  const model = new GraphModel({ load: async () => files.artifacts });
  try {
    await model.load();
  } catch (cause) {
    throw new Fault('model.damaged', `${folder} is not a graph that this version understands.`, cause);
  }
  const network = networkOf(files, model);
  try {
    await network.run(nothing(files.card.input.shape));
  } catch (cause) {
    const what = cause instanceof Error ? cause.message : String(cause);
    throw new Fault('model.unsupported', `${folder}: ${what}`, cause);
  }
  return { card: files.card, network };
}

function networkOf({ card, artifacts }: ModelFiles, model: GraphModel): Network {
  const outputNames = card.outputs.map((output) => output.name);
  const planned = plannedFor(model, { card, artifacts }, outputNames);
  return {
    name: card.name,
    run: async (input) => planned?.(input) ?? executed(model, { card, outputNames, input }),
    dispose: () => model.dispose(),
  };
}

/** An input of zeros; a dimension that is not fixed is one. */
function nothing(shape: readonly number[]): Tensor {
  const fixed = shape.map((side) => Math.max(1, side));
  return { shape: fixed, data: new Float32Array(fixed.reduce((product, side) => product * side, 1)) };
}

function plannedFor(model: GraphModel, files: ModelFiles, outputs: readonly string[]): Run | undefined {
  const backend = tf.backend();
  if (!(backend instanceof NativeBackend)) return undefined;
  const { modelTopology: topology } = files.artifacts;
  const weights = (name: string) => model.weights[name]?.[0];
  return plannedNetwork({ backend, topology, input: files.card.input.name, outputs, weights });
}

async function executed(
  model: GraphModel,
  { card, outputNames, input }: { card: ModelCard; outputNames: string[]; input: Tensor },
): Promise<readonly Tensor[]> {
  const tensor = tf.tensor(input.data, [...input.shape], 'float32');
  const results = model.execute({ [card.input.name]: tensor }, outputNames);
  tensor.dispose();
  const tensors = Array.isArray(results) ? results : [results];
  const outputs = await Promise.all(
    // What a backend gives is the reader's own.
    tensors.map(async (each) => ({ shape: each.shape, data: (await each.data()) as Float32Array })),
  );
  tf.dispose(tensors);
  return outputs;
}
