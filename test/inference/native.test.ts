/** The backend `native` keeps to itself: arrays are the caller's, answers do not depend on what else is asked, and memory does not grow. */
import * as tf from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { loadModel } from '../../firmware/inference/graph-network.ts';
import type { NativeBackend } from '../../firmware/inference/native-backend.ts';
import type { Tensor } from '../../firmware/ports/inference.ts';
import { shippedModels } from '../../firmware/unit.ts';
import { isa } from '../../native/index.ts';
import { nativeOn } from '../native/tensors.ts';
import { apart, inputOf } from './networks.ts';

describe('a network on the native backend', () => {
  test('gives arrays that are the caller’s: a later run does not change them', async () => {
    tf.setBackend(nativeOn(isa().selected));
    const { network } = await loadModel(`${shippedModels}/reader`);
    const [first] = await network.run(inputOf('reader'));
    const kept = first!.data.slice();
    const other = inputOf('reader');
    await network.run({ shape: other.shape, data: other.data.map((value) => -value) });
    expect(first!.data).toEqual(kept);
    network.dispose();
  });

  test('answers the same for one plate alone and among others, and after another count', async () => {
    tf.setBackend(nativeOn(isa().selected));
    const { network } = await loadModel(`${shippedModels}/reader`);
    const { data } = inputOf('reader');
    const size = data.length / 3;
    const together = await network.run({ shape: [3, 48, 144, 1], data });
    const alone = await network.run({ shape: [1, 48, 144, 1], data: data.slice(size, 2 * size) });
    const again = await network.run({ shape: [3, 48, 144, 1], data });
    together.forEach((all, index) => {
      const each = all.data.length / 3;
      const second: Tensor = { shape: alone[index]!.shape, data: all.data.slice(each, 2 * each) };
      expect(apart(alone[index]!, second)).toBeLessThan(1e-5);
      expect(again[index]!.data).toEqual(all.data);
    });
    network.dispose();
  });
});

describe('memory of the native backend', () => {
  const backend = () => {
    tf.setBackend(nativeOn(isa().selected));
    return tf.backend() as NativeBackend;
  };
  const network = (x: tf.Tensor4D, filter: tf.Tensor4D) =>
    tf.tidy(() => tf.relu6(tf.add(tf.conv2d(x, filter, 1, 'same'), x)));

  test('an array of a tensor that is gone serves the next of its length', () => {
    const { buffers } = backend();
    const x = tf.zeros([1, 17, 19, 6]) as tf.Tensor4D;
    const filter = tf.ones([3, 3, 6, 6]) as tf.Tensor4D;
    network(x, filter).dispose();
    const unused = buffers.unusedBytes;
    expect(unused).toBeGreaterThan(0);
    for (let i = 0; i < 5; i++) network(x, filter).dispose();
    expect(buffers.unusedBytes).toBe(unused);
    tf.dispose([x, filter]);
  });

  test('what was read from a tensor stays as it was read', () => {
    backend();
    const x = tf.ones([1, 5, 5, 4]) as tf.Tensor4D;
    const filter = tf.ones([1, 1, 4, 4]) as tf.Tensor4D;
    const result = network(x, filter);
    const read = result.dataSync();
    const kept = read.slice();
    result.dispose();
    network(x, tf.zeros([1, 1, 4, 4])).dispose();
    expect(read).toEqual(kept);
  });

  test('a slice of a tensor that is gone stays as it was', () => {
    backend();
    const x = tf.ones([4, 8]);
    const sum = tf.add(x, x);
    const slice = tf.slice(sum, [1, 0], [2, 8]);
    const kept = slice.dataSync().slice();
    sum.dispose();
    const overwritten = tf.add(x, tf.fill([4, 8], 40));
    expect(slice.dataSync()).toEqual(kept);
    tf.dispose([x, slice, overwritten]);
  });

  test('no more than its limit is kept unused', () => {
    const { buffers } = backend();
    const columns = 2 ** 18;
    for (let rows = 1; rows < 40; rows++) {
      const x = tf.ones([rows, columns]);
      tf.relu(x).dispose();
      x.dispose();
      expect(buffers.unusedBytes).toBeLessThanOrEqual(64 * 2 ** 20);
    }
  });
});
