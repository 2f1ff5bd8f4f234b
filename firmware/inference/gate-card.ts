/**
 * The gate's card on disk: `gate/card.json` beside the three models, with the numbers of pipeline/gate.ts and the hashes of
 * the networks that they were fitted for. A gate for other networks still separates, so a mismatch is no fault; that the
 * shipped ones fit is a test.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Fault } from '../domain/fault.ts';

const cardSchema = z.object({
  /** SHA-256 of each network's weights.bin. */
  fitted_for: z.object({ detector: z.string(), reader: z.string(), region: z.string() }),
  operating: z.object({
    /** The detector's least score of a candidate that is read at all. */
    score_min: z.number().gt(0).lt(1),
    log_odds_min: z.number(),
    bias: z.number(),
    score: z.number(),
    confidence: z.number(),
    letters_only: z.number(),
    missing: z.number(),
    looks: z.number(),
  }),
});
export type GateCard = z.infer<typeof cardSchema>;

/** @param folder e.g. `models/gate`. Throws Fault `model.missing` or `model.damaged`. */
export async function readGate(folder: string): Promise<GateCard> {
  const path = join(folder, 'card.json');
  const text = await readFile(path, 'utf8').catch((cause) =>
    Promise.reject(new Fault('model.missing', `${path}.`, cause)),
  );
  try {
    return cardSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Fault('model.damaged', `${path} can not be parsed.`, cause);
  }
}
