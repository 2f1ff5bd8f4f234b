/** Our models as ONNX: an independent decoder reads the file, and onnxruntime-node, where it is installed, answers as native does. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { drawn } from '../../firmware/bench/fresh-data.ts';
import { type Layers, layersOf } from '../../firmware/bench/layers.ts';
import { assertAlike, rivalsHere, timeNetwork } from '../../firmware/bench/networks.ts';
import { onnxOf } from '../../firmware/bench/onnx.ts';
import { hasOnnxruntime, onnxruntimeNetwork } from '../../firmware/bench/onnxruntime.ts';
import { Stopwatch } from '../../firmware/bench/stopwatch.ts';
import { loadModel } from '../../firmware/inference/graph-network.ts';
import { readModel } from '../../firmware/inference/model-files.ts';
import { lengthOf } from '../../firmware/inference/native-operations.ts';
import type { Network } from '../../firmware/ports/inference.ts';
import { shippedModels } from '../../firmware/unit.ts';
import regionCard from '../../models/region/card.json' with { type: 'json' };
import { firstOutputMemory, inputMemory, networkKernels } from '../../native/index.ts';

const formats = fileURLToPath(new URL('../../firmware/bench', import.meta.url));

async function layersFrom(model: string): Promise<Layers> {
  return layersOf(await readModel(join(shippedModels, model)));
}

test('protoc reads the file that is written: every layer, and weights with the filters first', async () => {
  const region = await layersFrom('region');
  const text = execFileSync('protoc', [`--proto_path=${formats}`, '--decode=onnx.ModelProto', 'onnx.proto'], {
    input: await onnxOf(region, 3),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
  });
  const count = (op: string) => text.split(`op_type: "${op}"`).length - 1;
  const steps = region.layers.map(({ step }) => step?.kind);
  expect(count('Conv')).toBe(steps.filter((kind) => kind === 'convolve').length);
  expect(count('MaxPool')).toBe(steps.filter((kind) => kind === 'pool-maximum').length);
  expect(count('Reshape')).toBe(1);
  const initializer = (name: string) => {
    const ahead = text.slice(0, text.indexOf(`name: "${name}"`, text.indexOf('initializer')));
    return [...ahead.slice(ahead.lastIndexOf('initializer')).matchAll(/dims: (\d+)/g)].map(([, size]) => Number(size));
  };
  expect(initializer('net/region/kernel')).toEqual([regionCard.regions.length, 96, 3, 6]);
  expect(text).toMatch(/opset_import {\s*version: 18\s*}/);
});

test('an engine that answers otherwise is an error, and no row', async () => {
  const [native] = await rivalsHere(['scalar'], () => undefined);
  const wrong = {
    backend: 'wasm' as const,
    start: async () => undefined,
    open: async ({ folder }: { folder: string }): Promise<Network> => {
      const { network } = await loadModel(folder, { backend: 'native' });
      const run: Network['run'] = async (input) => {
        const { outputs, besideMs } = await network.run(input);
        return {
          outputs: outputs.map(({ shape, data }) => ({ shape, data: data.map((v, i) => (i === 7 ? v + 0.01 : v)) })),
          besideMs,
        };
      };
      return { ...network, run };
    },
  };
  const stopwatch = new Stopwatch({ sets: ['scalar'], runs: 1, only: undefined, progress: () => undefined });
  const folder = join(shippedModels, 'region');
  const timed = timeNetwork(stopwatch, { name: 'region', folder, batch: 1, rivals: [native!, wrong] });
  await expect(timed).rejects.toThrow(/region on wasm .* answers otherwise/);
  expect(stopwatch.rows()).toEqual([]);
});

const where = hasOnnxruntime() ? 'onnxruntime-node' : 'onnxruntime-node: skipped, not installed (make bench-peers)';

describe.skipIf(!hasOnnxruntime())(where, () => {
  test.each([
    ['detector', 1],
    ['reader', 1],
    ['reader', 4],
    ['region', 2],
  ])('answers as native does: %s, %i at once', async (model, batch) => {
    const layers = await layersFrom(model);
    const peer = await onnxruntimeNetwork(model, { layers, batch });
    const { network } = await loadModel(join(shippedModels, model), { backend: 'native' });
    const shape = [batch, ...layers.input.shape.slice(1)];
    const input = { shape, data: drawn(lengthOf(shape)) };
    assertAlike(model, (await peer.run(input)).outputs, (await network.run(input)).outputs);
    peer.dispose();
    network.dispose();
  });

  test('answers as the engine does where the shipped networks have nothing alike: by channel, strided, uneven padding', async () => {
    const window = {
      batch: 1,
      inHeight: 9,
      inWidth: 6,
      channels: 5,
      outHeight: 4,
      outWidth: 3,
      height: 3,
      width: 5,
      strideY: 2,
      strideX: 2,
      dilationY: 1,
      dilationX: 1,
      padTop: 0,
      padLeft: 1,
    };
    const [input, weights, bias] = [drawn(9 * 6 * 5), drawn(3 * 5 * 5), drawn(5)];
    const clamp = { low: 0, high: Number.POSITIVE_INFINITY };
    const [from, to] = [
      { memory: inputMemory, offset: 0 },
      { memory: firstOutputMemory, offset: 0 },
    ];
    const shape = [1, 4, 3, 5];
    const layer = {
      name: 'maps',
      reads: ['image'],
      shape,
      step: { kind: 'convolve-channels' as const, window, weights, bias, clamp, from, to },
    };
    const layers = { input: { name: 'image', shape: [1, 9, 6, 5] }, layers: [layer], outputs: [layer] };
    const peer = await onnxruntimeNetwork('one layer', { layers, batch: 1 });
    const expected = new Float32Array(4 * 3 * 5);
    networkKernels().convolveChannels(window, { input, weights, bias, clamp }, expected);
    const { outputs } = await peer.run({ shape: [1, 9, 6, 5], data: input });
    assertAlike('one layer', outputs, [{ shape, data: expected }]);
    expect(expected.some((value) => value > 0.1)).toBe(true);
    peer.dispose();
  });
});
