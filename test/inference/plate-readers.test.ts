/** One crossing into the engine answers as cutting, running and decoding one after another do, on whichever backend and thread. */
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { sharpCodec } from '../../firmware/devices/sharp-codec.ts';
import type { Quad } from '../../firmware/domain/candidate.ts';
import { startBackend } from '../../firmware/inference/backends.ts';
import { loadModel } from '../../firmware/inference/graph-network.ts';
import { batchedPlateReader, plateReaderOf } from '../../firmware/inference/plate-readers.ts';
import { linesOf, textAt } from '../../firmware/pipeline/interpret.ts';
import { readerInput, regionInput } from '../../firmware/pipeline/read.ts';
import type { Image } from '../../firmware/ports/engine.ts';
import type { BackendName } from '../../firmware/ports/inference.ts';
import type { Outline, PlateReader } from '../../firmware/ports/plate-reader.ts';
import { shippedModels } from '../../firmware/unit.ts';
import { NativeArgumentError } from '../../native/index.ts';

const engine = nativeEngine();
const how = {
  reader: { ...readerInput, margin: 0.1 },
  region: { ...regionInput, margin: 0.1 },
  temperature: 1.3,
  linesBelow: 0.5,
};
const photograph = 'docs/street.jpg';

async function networks(backend: BackendName, beside = false) {
  await startBackend(backend);
  const reader = await loadModel(join(shippedModels, 'reader'), { backend, beside });
  const region = await loadModel(join(shippedModels, 'region'), { backend, beside });
  return { reader: reader.network, region: region.network };
}

let image: Image;
let whole: PlateReader;
let batched: PlateReader;

beforeAll(async () => {
  const codec = sharpCodec(engine.lumaOf);
  const { width, height } = await codec.inspect(photograph);
  const data = new Uint8Array(new SharedArrayBuffer(3 * width * height));
  image = { ...(await codec.decode(photograph, data)), data };
  whole = plateReaderOf(await networks('native'), engine, how);
  batched = batchedPlateReader(await networks('native'), engine, how);
});

/** The photograph's one plate. */
const plate: Quad = [[1172, 464], [1256, 462], [1254, 507], [1171, 509]]; // biome-ignore format: corners

/** Outlines of it and of whatever else there is, long ones and ones that may have two lines. */
const outlines = fc.array(
  fc
    .record({
      x: fc.integer({ min: 40, max: 1100 }),
      y: fc.integer({ min: 40, max: 640 }),
      width: fc.integer({ min: 30, max: 160 }),
      height: fc.integer({ min: 15, max: 100 }),
      lean: fc.integer({ min: -6, max: 6 }),
      confidenceMin: fc.constantFrom(0, 0, 1e-3, 0.2, 2),
    })
    .map(({ x, y, width, height, lean, confidenceMin }): Outline => {
      const [right, bottom] = [x + width, y + height];
      const quad: Quad = [[x, y], [right, y + lean], [right, bottom + lean], [x, bottom]]; // biome-ignore format: corners
      return { quad, lines: linesOf(quad), confidenceMin };
    })
    .chain((outline) => fc.constantFrom(outline, { ...outline, quad: plate })),
  { minLength: 1, maxLength: 4 },
);

/** All that an answer says, as plain values. */
async function saidBy(reader: PlateReader, asked: readonly Outline[], from: Image = image) {
  const { texts, regions } = await reader.read(from, asked);
  const cuts = asked.reduce((sum, { lines }) => sum + 1 + (lines?.length ?? 0), 0);
  const each = regions.length / asked.length;
  return {
    texts: Array.from({ length: cuts }, (_, index) => textAt(texts, index)),
    regions: asked.map((_, index) => {
      const row = Array.from(regions.subarray(index * each, (index + 1) * each));
      return row.length === 0 || Number.isNaN(row[0]) ? undefined : row;
    }),
  };
}

type Said = Awaited<ReturnType<typeof saidBy>>;

/** Shares within `tolerance` of each other; the best text the same wherever it is not all but a guess. */
function alike(one: Said, other: Said, tolerance: number): void {
  for (const [index, text] of one.texts.entries()) {
    const same = other.texts[index];
    expect(text?.confidence ?? 0).toBeCloseTo(same?.confidence ?? 0, tolerance);
    if ((text?.confidence ?? 0) > 0.01) expect(text!.plate.reveal()).toBe(same!.plate.reveal());
  }
  for (const [index, region] of one.regions.entries()) {
    expect(region === undefined).toBe(other.regions[index] === undefined);
    region?.forEach((logit, at) => {
      expect(logit).toBeCloseTo(other.regions[index]![at]!, tolerance - 1);
    });
  }
}

describe('reading plates in one crossing', () => {
  test('gives what cutting, running and decoding give', async () => {
    await fc.assert(
      fc.asyncProperty(outlines, async (asked) => {
        alike(await saidBy(whole, asked), await saidBy(batched, asked), 6);
      }),
      { numRuns: 25 },
    );
  });

  test('gives the same beside the thread, with several frames under way at once', async () => {
    const beside = plateReaderOf(await networks('native', true), engine, how);
    const frames = fc.sample(outlines, { numRuns: 6, seed: 4 });
    const answers = await Promise.all(frames.map((asked) => saidBy(beside, asked)));
    for (const [index, asked] of frames.entries()) alike(answers[index]!, await saidBy(whole, asked), 6);
    const { besideMs } = await beside.read(image, frames[0]!);
    expect(besideMs).toBeGreaterThan(0);
    const own = { ...image, data: new Uint8Array(image.data) };
    await expect(beside.read(own, frames[0]!)).rejects.toThrow(NativeArgumentError);
  });

  test('gives what the networks give on another backend', async () => {
    const wasm = plateReaderOf(await networks('wasm'), engine, how);
    for (const asked of fc.sample(outlines, { numRuns: 3, seed: 9 }))
      alike(await saidBy(whole, asked), await saidBy(wasm, asked), 3);
  });

  test('asks for the region of what is sure enough, and of nothing where nothing is read', async () => {
    const road: Quad = [[20, 20], [80, 20], [80, 40], [20, 40]]; // biome-ignore format: corners
    const asked = [
      { quad: road, lines: undefined, confidenceMin: 0 },
      { quad: plate, lines: undefined, confidenceMin: 2 },
      { quad: plate, lines: undefined, confidenceMin: 0.5 },
    ];
    const { texts, regions } = await saidBy(whole, asked);
    expect(texts.map((text) => (text?.confidence ?? 0) > 0.9)).toEqual([false, true, true]);
    expect(regions.map((region) => region !== undefined)).toEqual([false, false, true]);
  });

  test('refuses networks that do not read such cuts', async () => {
    const { reader, region } = await networks('native');
    expect(() => plateReaderOf({ reader: region, region: reader }, engine, how)).toThrow(TypeError);
  });
});
