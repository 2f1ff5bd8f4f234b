// Tensors for the backend suite, and the comparison of one tfjs backend with another: what tfjs's CPU backend answers, the native
// one on every instruction set and tfjs-node answer, within 1e-5 of the sum of the absolute values that went into each number.

import '@tensorflow/tfjs-backend-cpu';
import * as tf from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { registerNativeBackend } from '../../firmware/inference/native-kernels.ts';
import { type Isa, networkKernels } from '../../native/index.ts';
import { noise } from './frames.ts';

export const tolerance = 1e-5;

/** What fills a tensor: `extreme` mixes 1e12 with 1e-30 and zeros, `broken` holds some NaN and infinities. */
export type Content = 'even' | 'extreme' | 'broken';

export interface Filled {
  readonly shape: readonly number[];
  readonly seed: number;
  readonly content: Content;
}

export const seeds = fc.nat({ max: 2 ** 30 });
export const contents = fc.constantFrom<Content>('even', 'even', 'even', 'extreme');
/** Sides and channels: often one, often about a vector's length or a tile's. */
export const side = (most: number) => fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: most }));
export const channels = fc.oneof(
  fc.integer({ min: 1, max: 9 }),
  fc.integer({ min: 1, max: 40 }),
  fc.constantFrom(13, 15, 16, 17, 24, 31, 32, 33, 37, 48, 49, 64),
);

export function valuesOf({ shape, seed, content }: Filled): Float32Array {
  const random = noise(seed);
  const next = () => (random() - 127.5) / 64 + random() / 8192;
  return Float32Array.from({ length: tf.util.sizeFromShape([...shape]) }, () => {
    const value = next();
    const die = random();
    if (content === 'extreme') return die < 40 ? 0 : die < 100 ? value * 1e-30 : die < 160 ? value * 1e12 : value;
    if (content === 'broken' && die < 8)
      return [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY][die % 3]!;
    return value;
  });
}

export function tensorOf(filled: Filled): tf.Tensor {
  return tf.tensor(valuesOf(filled), [...filled.shape], 'float32');
}

/** The name of the native backend on one set, known to tfjs from the first call on. */
export function nativeOn(isa: Isa): string {
  registerNativeBackend(`native-${isa}`, networkKernels(isa));
  return `native-${isa}`;
}

/** An answer and its shape. */
export interface Answer {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What a backend answers; every tensor that the operation made is gone afterwards. */
export function answerOf(backend: string, operation: () => tf.Tensor): Answer {
  tf.setBackend(backend);
  const before = tf.memory().numTensors;
  const result = tf.tidy(operation);
  const answer = { shape: result.shape, values: result.dataSync().slice() as Float32Array };
  result.dispose();
  if (tf.memory().numTensors !== before) throw new Error('tensors were left over');
  return answer;
}

/**
 * Throws where the two differ by more than the tolerance times the value and `scale`, which is what the operation gives for the
 * absolute values of its operands, or where one is NaN or infinite and the other not the same.
 */
export function same(actual: Answer, expected: Answer, scale: Float32Array | number): void {
  if (actual.shape.join() !== expected.shape.join()) throw new Error(`shape ${actual.shape}, not ${expected.shape}`);
  expected.values.forEach((value, index) => {
    const found = actual.values[index]!;
    if (Object.is(found, value) || found === value) return;
    const limit = tolerance * ((typeof scale === 'number' ? scale : scale[index]!) + Math.abs(value)) + 1e-37;
    if (!(Math.abs(found - value) <= limit))
      throw new Error(`value ${index} is ${found}, not ${value}; limit ${limit}`);
  });
}
