// The shipped networks' inputs, drawn by seed, what tfjs answers to them, and how far two answers of a network are apart.

import * as tf from '@tensorflow/tfjs-core';
import { expect } from 'vitest';
import { readModel } from '../../firmware/inference/model-files.ts';
import { tfjsNetwork } from '../../firmware/inference/tfjs-network.ts';
import type { Network, Tensor } from '../../firmware/ports/inference.ts';
import { shippedModels } from '../../firmware/unit.ts';
import { valuesOf } from '../native/tensors.ts';

const shapes = { detector: [1, 384, 640, 1], reader: [3, 48, 144, 1], region: [2, 96, 192, 1] } as const;
export type ModelName = keyof typeof shapes;

export function inputOf(name: ModelName): Tensor {
  const shape = shapes[name];
  return { shape, data: valuesOf({ shape, seed: 5, content: 'even' }) };
}

export async function answersOf(network: Network, name: ModelName): Promise<readonly Tensor[]> {
  const { outputs } = await network.run(inputOf(name));
  network.dispose();
  return outputs;
}

/** What tfjs's executor answers on one of its backends. */
export async function executedOn(backend: string, name: ModelName): Promise<readonly Tensor[]> {
  tf.setBackend(backend);
  return answersOf(await tfjsNetwork(await readModel(`${shippedModels}/${name}`)), name);
}

/** The largest difference over the largest absolute value. */
export function apart(actual: Tensor, expected: Tensor): number {
  expect(actual.shape).toEqual(expected.shape);
  let scale = 0;
  let difference = 0;
  expected.data.forEach((value, index) => {
    scale = Math.max(scale, Math.abs(value));
    difference = Math.max(difference, Math.abs(value - actual.data[index]!));
  });
  return difference / scale;
}
