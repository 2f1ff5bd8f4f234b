/**
 * The shipped models as programs of the engine: what tfjs's CPU backend answers, on this thread and beside it, into arrays that are used
 * again. And that tensors of the tfjs backend `native` do not fill the memory.
 */
import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadModel, programOf } from '../../firmware/inference/graph-network.ts';
import { readModel } from '../../firmware/inference/model-files.ts';
import type { NativeBackend } from '../../firmware/inference/native-backend.ts';
import type { Answers, Tensor } from '../../firmware/ports/inference.ts';
import { shippedModels } from '../../firmware/unit.ts';
import { type Isa, isa } from '../../native/index.ts';
import { nativeOn } from '../native/tensors.ts';
import { answersOf, apart, executedOn, inputOf, type ModelName } from './networks.ts';

describe.each<ModelName>(['detector', 'reader', 'region'])('the shipped %s as a program', (name) => {
  let expected: readonly Tensor[];
  beforeAll(async () => {
    expected = await executedOn('cpu', name);
  }, 120_000);

  test.each<Isa>([...isa().available])("answers on %s as on tfjs's CPU backend", async (set) => {
    const files = await readModel(`${shippedModels}/${name}`);
    for (const beside of [false, true]) {
      const answers = await answersOf(programOf(files, { beside, isa: set })!, name);
      expect(answers).toHaveLength(expected.length);
      for (const [index, answer] of answers.entries()) expect(apart(answer, expected[index]!)).toBeLessThan(1e-4);
    }
  });
});

describe.each([false, true])('a network on the native backend, beside: %s', (beside) => {
  const reader = async () => (await loadModel(`${shippedModels}/reader`, { backend: 'native', beside })).network;

  test('gives the same arrays again for a batch of one size, and no others for a smaller', async () => {
    const network = await reader();
    const first = await network.run(inputOf('reader'));
    const kept = first.outputs.map(({ data }) => data.slice());
    const again = await network.run(inputOf('reader'));
    again.outputs.forEach(({ data }, index) => {
      expect(data).toBe(first.outputs[index]!.data);
      expect(data).toEqual(kept[index]);
    });
    const { shape, data } = inputOf('reader');
    const [, ...picture] = shape;
    const one = await network.run({ shape: [1, ...picture], data: data.subarray(0, data.length / 3) });
    one.outputs.forEach((tensor, index) => {
      expect(tensor.data.buffer).toBe(first.outputs[index]!.data.buffer);
    });
  });

  test('answers the same for one plate alone and among others, and after another count', async () => {
    const network = await reader();
    const { data } = inputOf('reader');
    const size = data.length / 3;
    const copied = ({ outputs }: Answers) => outputs.map((each) => ({ shape: each.shape, data: each.data.slice() }));
    const together = copied(await network.run({ shape: [3, 48, 144, 1], data }));
    const alone = copied(await network.run({ shape: [1, 48, 144, 1], data: data.slice(size, 2 * size) }));
    const again = copied(await network.run({ shape: [3, 48, 144, 1], data }));
    together.forEach((all, index) => {
      const each = all.data.length / 3;
      expect(alone[index]!.data).toEqual(all.data.slice(each, 2 * each));
      expect(again[index]!.data).toEqual(all.data);
    });
  });

  test('tells the CPU time that it took on another thread', async () => {
    const network = await reader();
    const { besideMs } = await network.run(inputOf('reader'));
    if (beside) expect(besideMs).toBeGreaterThan(0);
    else expect(besideMs).toBe(0);
  });

  test.each([
    ['pictures of another size', [1, 48, 143, 1], 48 * 143],
    ['another number of axes', [48, 144, 1], 48 * 144],
    ['fewer values than its shape', [2, 48, 144, 1], 48 * 144],
    ['no picture', [0, 48, 144, 1], 0],
  ])('refuses %s', async (_, shape, length) => {
    const network = await reader();
    await expect(network.run({ shape, data: new Float32Array(length) })).rejects.toThrow(TypeError);
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
