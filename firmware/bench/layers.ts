/**
 * A model's graph as a list of layers with every shape known: what the bench times one by one, adds up, and writes as ONNX for other
 * engines. A layer is the step that the engine makes of it, so an addition and a clamp behind a convolution are part of it.
 *
 * Refuses, with Fault `model.unsupported`, a graph that the engine does not know all of.
 */
import { inputMemory, type ProgramStep } from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';
import type { ModelFiles } from '../inference/model-files.ts';
import { decodedWeights } from '../inference/model-weights.ts';
import { graphOf } from '../inference/native-graph.ts';
import { lengthOf, plan } from '../inference/native-operations.ts';
import { bytesPerFloat, channelsWork, convolutionWork, movingWork, poolingWork, type Work } from './work.ts';

/** Shapes are of one picture, with a batch of one. */
export interface Layer {
  /** Of its result. */
  readonly name: string;
  /** The tensors that it reads, weights left out; of a convolution, the second is added to its sums. */
  readonly reads: readonly string[];
  readonly shape: readonly number[];
  /** Its places in memory mean nothing. Undefined: the first tensor under another name or shape. */
  readonly step: ProgramStep | undefined;
}

export interface Layers {
  readonly input: { readonly name: string; readonly shape: readonly number[] };
  readonly layers: readonly Layer[];
  /** In the order of the card. */
  readonly outputs: readonly Layer[];
}

const nowhere = { memory: inputMemory, offset: 0 };

export function layersOf({ card, topology, specs, weights }: ModelFiles): Layers {
  const names = card.outputs.map(({ name }) => name);
  const values = decodedWeights(specs, weights);
  const input = { name: card.input.name, shape: [1, ...card.input.shape.slice(1)] };
  const shapes = new Map<string, readonly number[]>([[input.name, input.shape]]);
  const layers: Layer[] = [];
  for (const node of graphOf(topology, names) ?? []) {
    if (node.op === 'Placeholder' || node.op === 'Const') continue;
    const planned = plan({
      node,
      shapes: node.inputs.map((name) => shapes.get(name)).filter((shape) => shape !== undefined),
      plusShape: node.plus === undefined ? undefined : shapes.get(node.plus),
      weights: (name) => (name === undefined ? undefined : values.get(name)),
    });
    if (planned === undefined) throw new Fault('model.unsupported', `${card.name}: ${node.op} ${node.name}.`);
    const { shape, reads } = planned;
    const step = planned.step?.(
      reads.map(() => nowhere),
      nowhere,
    );
    shapes.set(node.name, shape);
    layers.push({ name: node.name, reads, shape, step });
  }
  const outputs = names.map((name) => layers.find((layer) => layer.name === name));
  if (!outputs.every((layer) => layer !== undefined))
    throw new Fault('model.unsupported', `${card.name} has no answer.`);
  return { input, layers, outputs };
}

/** What a layer must at least do for one picture. */
export function layerWork({ step, reads, shape }: Layer): Work {
  switch (step?.kind) {
    case undefined:
      return movingWork();
    case 'convolve':
      return convolutionWork(step.window, step.channels, { plus: reads.length > 1 });
    case 'convolve-channels':
      return channelsWork(step.window);
    case 'pool-maximum':
    case 'pool-mean':
      return poolingWork(step.window);
    case 'add':
    case 'hold':
      return movingWork(bytesPerFloat * step.floats * (reads.length + 1));
    case 'resize-nearest':
      return movingWork(bytesPerFloat * (step.height * step.width * step.channels + lengthOf(shape)));
  }
}

/**
 * A run of a whole network over a batch: the multiply-adds of its layers; its pictures, weights and answers as bytes, for what lies
 * between need not leave the processor.
 */
export function networkWork({ input, layers, outputs }: Layers, batch: number): Work {
  const macs = layers.reduce((sum, layer) => sum + layerWork(layer).macs, 0);
  const weights = layers.reduce(
    (sum, { step }) => sum + (step && 'weights' in step ? step.weights.length + step.bias.length : 0),
    0,
  );
  const ends = [input, ...outputs].reduce((sum, { shape }) => sum + lengthOf(shape), 0);
  return { bytes: bytesPerFloat * (weights + batch * ends), macs: batch * macs };
}
