// The shipped networks' inputs, drawn by seed, and how far two answers of a network are apart.

import { expect } from 'vitest';
import type { Tensor } from '../../firmware/ports/inference.ts';
import { valuesOf } from '../native/tensors.ts';

const shapes = { detector: [1, 384, 640, 1], reader: [3, 48, 144, 1], region: [2, 96, 192, 1] } as const;
export type ModelName = keyof typeof shapes;

export function inputOf(name: ModelName): Tensor {
  const shape = shapes[name];
  return { shape, data: valuesOf({ shape, seed: 5, content: 'even' }) };
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
