/** Weights as tfjs decodes them, without tfjs. */

import '@tensorflow/tfjs-backend-cpu';
import { io } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readModel } from '../../firmware/inference/model-files.ts';
import { decodedWeights } from '../../firmware/inference/model-weights.ts';
import { shippedModels } from '../../firmware/unit.ts';

const finite = fc.integer({ min: 0, max: 0xffff }).filter((bits) => (bits & 0x7c00) !== 0x7c00);

test('weights are decoded as tfjs decodes them, half floats down to the smallest', () => {
  const drawn = fc.record({ halves: fc.array(finite), singles: fc.array(fc.float()), whole: fc.array(fc.integer()) });
  fc.assert(
    fc.property(drawn, ({ halves, singles, whole }) => {
      const parts = [Uint16Array.from(halves), Float32Array.from(singles), Int32Array.from(whole)];
      const bytes = Buffer.concat(parts.map(({ buffer }) => Buffer.from(buffer)));
      const specs = [
        { name: 'a', shape: [halves.length], dtype: 'float32', quantization: { dtype: 'float16' } },
        { name: 'b', shape: [singles.length], dtype: 'float32' },
        { name: 'c', shape: [1, whole.length], dtype: 'int32' },
      ];
      same(specs, new Uint8Array(bytes));
    }),
  );
});

test.each(['detector', 'reader', 'region'])(
  'the weights of the shipped %s are decoded as tfjs decodes them',
  async (name) => {
    const { specs, weights } = await readModel(`${shippedModels}/${name}`);
    same(specs, weights);
  },
);

function same(specs: Parameters<typeof decodedWeights>[0], bytes: Uint8Array<ArrayBuffer>): void {
  const expected = io.decodeWeights(bytes.buffer, specs as unknown as io.WeightsManifestEntry[]);
  const decoded = decodedWeights(specs, bytes);
  expect([...decoded.keys()]).toEqual(specs.map((spec) => spec.name));
  for (const [tensor, { shape, values }] of decoded) {
    expect(shape).toEqual(expected[tensor]!.shape);
    expect(values).toEqual(expected[tensor]!.dataSync());
  }
}

test('a tensor of another type is left to tfjs', () => {
  const specs = [
    { name: 'a', shape: [4], dtype: 'float32', quantization: { dtype: 'uint8' } },
    { name: 'b', shape: [1], dtype: 'float32' },
  ];
  const decoded = decodedWeights(specs, new Uint8Array([1, 2, 3, 4, 0, 0, 128, 63]));
  expect([...decoded]).toEqual([['b', { shape: [1], values: Float32Array.of(1) }]]);
});
