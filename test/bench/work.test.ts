/** What a shape says of the work is what counting one by one gives; and a network's layers add up to what its card says. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { layersOf, networkWork } from '../../firmware/bench/layers.ts';
import { writeWidened } from '../../firmware/bench/widened.ts';
import { brightnessBytes, channelsWork, convolutionWork, poolingWork } from '../../firmware/bench/work.ts';
import { loadModel } from '../../firmware/inference/graph-network.ts';
import { readModel } from '../../firmware/inference/model-files.ts';
import { lengthOf } from '../../firmware/inference/native-operations.ts';
import { shippedModels } from '../../firmware/unit.ts';
import type { Window } from '../../native/index.ts';

const side = fc.integer({ min: 1, max: 4 });
/** Windows within their pictures, so that every value is read. */
const windows = fc
  .record({ batch: side, channels: side, outHeight: side, outWidth: side, height: side, width: side })
  .map(
    (sizes): Window => ({
      ...sizes,
      inHeight: sizes.outHeight + sizes.height - 1,
      inWidth: sizes.outWidth + sizes.width - 1,
      strideY: 1,
      strideX: 1,
      dilationY: 1,
      dilationX: 1,
      padTop: 0,
      padLeft: 0,
    }),
  );

/** Every multiply-add of a convolution, and every address that it touches. */
function counted(window: Window, filters: number, perChannel: boolean): { macs: number; touched: number } {
  const touched = new Set<string>();
  let macs = 0;
  for (let n = 0; n < window.batch; n++)
    for (let y = 0; y < window.outHeight; y++)
      for (let x = 0; x < window.outWidth; x++)
        for (let out = 0; out < filters; out++) {
          touched.add(`result ${n} ${y} ${x} ${out}`).add(`bias ${out}`);
          for (let row = 0; row < window.height; row++)
            for (let column = 0; column < window.width; column++)
              for (let channel = perChannel ? out : 0; channel < (perChannel ? out + 1 : window.channels); channel++) {
                touched.add(`weight ${row} ${column} ${channel} ${out}`);
                touched.add(`input ${n} ${y + row} ${x + column} ${channel}`);
                macs++;
              }
        }
  return { macs, touched: touched.size };
}

describe('work told from a shape', () => {
  test('of a convolution is what counting gives', () => {
    fc.assert(
      fc.property(windows, side, (window, filters) => {
        const { macs, touched } = counted(window, filters, false);
        expect(convolutionWork(window, filters)).toEqual({ macs, bytes: 4 * touched });
        const results = window.batch * window.outHeight * window.outWidth * filters;
        expect(convolutionWork(window, filters, { plus: true }).bytes).toBe(4 * (touched + results));
      }),
      { numRuns: 60 },
    );
  });

  test('of a convolution of each channel for itself is what counting gives', () => {
    fc.assert(
      fc.property(windows, (window) => {
        const { macs, touched } = counted(window, window.channels, true);
        expect(channelsWork(window)).toEqual({ macs, bytes: 4 * touched });
        // Pooling reads and writes the same but the weights.
        const weights = (window.height * window.width + 1) * window.channels;
        expect(poolingWork(window)).toEqual({ macs: 0, bytes: 4 * (touched - weights) });
      }),
      { numRuns: 60 },
    );
  });

  test('of an image leaves out what holds colour alone', () => {
    expect(brightnessBytes('nv12', 6, 4)).toBe(24);
    expect(brightnessBytes('yuyv', 6, 4)).toBe(48);
    expect(brightnessBytes('rgb', 6, 4)).toBe(72);
  });
});

describe('layers', () => {
  test.each(['detector', 'reader', 'region'])('of the %s add up to the multiply-adds on its card', async (model) => {
    const files = await readModel(join(shippedModels, model));
    const ends = [files.card.input, ...files.card.outputs].map(({ shape }) => lengthOf(shape.map(Math.abs)));
    for (const batch of [1, 3]) {
      const { macs, bytes } = networkWork(layersOf(files), batch);
      expect(macs).toBe(batch * files.card.macs);
      expect(bytes).toBe(4 * (files.card.parameters + batch * ends.reduce((a, b) => a + b)));
    }
  });

  test('end in answers of the shapes that the network gives', async () => {
    for (const model of ['detector', 'reader', 'region']) {
      const folder = join(shippedModels, model);
      const { input, outputs } = layersOf(await readModel(folder));
      const { network } = await loadModel(folder, { backend: 'native' });
      const answers = await network.run({ shape: input.shape, data: new Float32Array(lengthOf(input.shape)) });
      expect(outputs.map(({ shape }) => shape)).toEqual(answers.outputs.map(({ shape }) => shape));
      network.dispose();
    }
  });

  test('of a widened model keep input and answers, and grow with the square of the width', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'widened-'));
    const from = join(shippedModels, 'detector');
    const shipped = layersOf(await readModel(from));
    await writeWidened(folder, { from, width: 2 });
    const { card, network } = await loadModel(folder, { backend: 'native' });
    const wide = layersOf(await readModel(folder));
    expect(wide.input).toEqual(shipped.input);
    expect(wide.outputs.map(({ shape }) => shape)).toEqual(shipped.outputs.map(({ shape }) => shape));
    const macs = networkWork(wide, 1).macs;
    expect(macs / networkWork(shipped, 1).macs).toBeGreaterThan(3.8);
    expect(macs / networkWork(shipped, 1).macs).toBeLessThan(4);
    expect(card.macs).toBe(macs);
    network.dispose();
    await rm(folder, { recursive: true });
  });
});
