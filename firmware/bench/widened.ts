/**
 * A model of another width: the graph of a shipped one with every layer's channels multiplied, and weights that are drawn, as nothing
 * but its time is asked for. Written as a whole model folder, so that every backend loads it as it loads any other.
 */
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readModel } from '../inference/model-files.ts';
import { decodedWeights } from '../inference/model-weights.ts';
import { lengthOf } from '../inference/native-operations.ts';
import { drawn } from './fresh-data.ts';
import { layersOf, networkWork } from './layers.ts';

/** Channels are rounded to as many. */
const CHANNELS_STEP = 8;

/** Writes into the folder. Channels of the input and of the answers stay. */
export async function writeWidened(folder: string, { from, width }: { from: string; width: number }): Promise<void> {
  const files = await readModel(from);
  const { card, specs } = files;
  const shipped = decodedWeights(specs, files.weights);
  const kept = new Set([card.input.shape.at(-1), ...card.outputs.map(({ shape }) => shape.at(-1))]);
  const channels = (count: number) =>
    kept.has(count) ? count : Math.max(1, Math.round((count * width) / CHANNELS_STEP)) * CHANNELS_STEP;
  const made = specs.map(({ name, dtype, shape }) => {
    if (dtype !== 'float32') return { spec: { name, dtype, shape }, values: shipped.get(name)!.values };
    // Filters are [height][width][in][out], biases [out].
    const wide = [...shape.slice(0, -2), ...shape.slice(-2).map(channels)];
    // Sums that neither grow nor fade from layer to layer.
    const spread = Math.sqrt(3 / lengthOf(wide.slice(0, -1)));
    return { spec: { name, dtype, shape: wide }, values: drawn(lengthOf(wide)).map((value) => value * spread) };
  });
  const bytes = Buffer.concat(
    made.map(({ values }) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength)),
  );
  const weightSpecs = made.map(({ spec }) => spec);
  const graph = {
    ...(JSON.parse(await readFile(join(from, 'model.json'), 'utf8')) as object),
    weightsManifest: [{ paths: ['weights.bin'], weights: weightSpecs }],
  };
  const text = JSON.stringify(graph);
  const { macs } = networkWork(layersOf({ ...files, specs: weightSpecs, weights: new Uint8Array(bytes) }), 1);
  const sha256 = { 'model.json': hashOf(text), 'weights.bin': hashOf(bytes) };
  const parameters = made.reduce((sum, { values }) => sum + values.length, 0);
  await writeFile(join(folder, 'model.json'), text);
  await writeFile(join(folder, 'weights.bin'), bytes);
  await writeFile(join(folder, 'card.json'), JSON.stringify({ ...card, sha256, macs, parameters }));
}

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
