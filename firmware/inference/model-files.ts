/**
 * A model on disk: `model.json`, `weights.bin` and `card.json` in one folder. What is loaded is exactly what the card's
 * hashes name; anything else is refused, since a swapped model is a swapped witness.
 */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import { checkWeights, type WeightSpec } from './model-weights.ts';

const shape = z.array(z.number().int());

/** The machine-readable part of a model card; the rest is in `card.md` beside it. */
const cardSchema = z.object({
  name: z.string(),
  version: z.string(),
  sha256: z.object({ 'model.json': z.string(), 'weights.bin': z.string() }),
  input: z.object({ name: z.string(), shape }),
  outputs: z.array(z.object({ name: z.string(), shape })).min(1),
  macs: z.number().positive(),
  parameters: z.number().positive(),
  operating: z.record(z.string(), z.number().nullable()),
  regions: z.array(z.string()).optional(),
});
export type ModelCard = z.infer<typeof cardSchema>;

export interface ModelFiles {
  readonly card: ModelCard;
  /** GraphDef as JSON. */
  readonly topology: unknown;
  readonly signature: unknown;
  /** The tensors of `weights`, in the order in which they stand there. */
  readonly specs: readonly WeightSpec[];
  readonly weights: Uint8Array<ArrayBuffer>;
}

/** @param folder e.g. `models/detector`. Throws Fault `model.missing` or `model.damaged`. */
export async function readModel(folder: string): Promise<ModelFiles> {
  const [cardBytes, topology, weights] = await Promise.all(
    ['card.json', 'model.json', 'weights.bin'].map((name) =>
      readFile(join(folder, name)).catch((cause) =>
        Promise.reject(new Fault('model.missing', `${join(folder, name)}.`, cause)),
      ),
    ),
  );
  const card = parsed(cardSchema, cardBytes!, join(folder, 'card.json'));
  verified(card.sha256['model.json'], topology!, join(folder, 'model.json'));
  verified(card.sha256['weights.bin'], weights!, join(folder, 'weights.bin'));
  const model = parsed(modelSchema, topology!, join(folder, 'model.json'));
  const specs = model.weightsManifest.flatMap((group) => group.weights);
  checkWeights(specs, weights!, join(folder, 'weights.bin'));
  return { card, topology: model.modelTopology, signature: model.signature, specs, weights: new Uint8Array(weights!) };
}

const weightSpec = z.looseObject({
  name: z.string(),
  shape,
  dtype: z.string(),
  quantization: z.looseObject({ dtype: z.string() }).optional(),
});

const modelSchema = z.object({
  modelTopology: z.record(z.string(), z.unknown()),
  signature: z.record(z.string(), z.unknown()).optional(),
  weightsManifest: z.array(z.object({ weights: z.array(weightSpec) })),
});

function parsed<T>(schema: z.ZodType<T>, bytes: Uint8Array, path: string): T {
  try {
    return schema.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new Fault('model.damaged', `${path} can not be parsed.`, cause);
  }
}

function verified(expected: string, bytes: Uint8Array, path: string): void {
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== expected)
    throw new Fault('model.damaged', `${path} has SHA-256 ${actual}, its card says ${expected}.`);
}
