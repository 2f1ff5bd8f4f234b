/**
 * Vision's composition root: engine and models joined to the stages prepare, detect and read, on whichever thread calls
 * it. The unit does so on a thread of its own (vision-worker.ts); the bench on its own.
 */
import { join } from 'node:path';
import { threadCpuMs } from '../native/index.ts';
import { Fault } from './domain/fault.ts';
import { startBackend } from './inference/backends.ts';
import { readGate } from './inference/gate-card.ts';
import { loadModel } from './inference/graph-network.ts';
import type { ModelCard } from './inference/model-files.ts';
import { plateReaderOf } from './inference/plate-readers.ts';
import { KnownPlates } from './pipeline/known-plates.ts';
import { talliesFor, vision } from './pipeline/pipeline.ts';
import { readerInput, regionInput } from './pipeline/read.ts';
import { Stillness } from './pipeline/stillness.ts';
import type { Engine } from './ports/engine.ts';
import type { FramePool } from './ports/frame-pool.ts';
import type { Vision, VisionOptions } from './ports/vision.ts';

/** On 2,001 photographs no whole text so sure was less sure than its halves; a whole that is none costs two more runs of the reader. */
const LINES_BELOW = 0.5;

type Needed = 'modelsFolder' | 'backend';

export interface VisionParts extends Pick<VisionOptions, Needed>, Partial<Omit<VisionOptions, Needed>> {
  readonly pool: FramePool;
  readonly engine: Engine;
  /** What the stages' time is counted by: this thread's CPU time unless told otherwise. */
  readonly spentMs?: () => number;
}

/** Searches the whole frame, without glances, gate or other threads, unless told otherwise. Throws Fault `backend.unavailable`, `model.missing` or `model.damaged`. */
export async function openVision({
  pool,
  engine,
  modelsFolder,
  backend: choice,
  search = 'whole',
  glances = false,
  stillness,
  known,
  threads = 1,
  spentMs: cpuMs = threadCpuMs,
}: VisionParts): Promise<Vision> {
  const backend = await startBackend(choice);
  const underWay = backend === 'native' ? threads : 1;
  const detector = await loadModel(join(modelsFolder, 'detector'), { backend });
  const reader = await loadModel(join(modelsFolder, 'reader'), { backend, beside: underWay > 1 });
  const region = await loadModel(join(modelsFolder, 'region'), { backend, beside: underWay > 1 });
  const peaks = operatingPoint(detector.card, ['overlap_max', 'candidates_max']);
  const gate = (await readGate(join(modelsFolder, 'gate'))).operating;
  const calibration = operatingPoint(reader.card, ['temperature', 'unknown_below', 'margin']);
  const { region_temperature: regionTemperature } = operatingPoint(region.card, ['region_temperature']);
  const { margin, temperature } = calibration;
  const plates = plateReaderOf({ reader: reader.network, region: region.network }, engine, {
    reader: { ...readerInput, margin },
    region: { ...regionInput, margin },
    temperature,
    linesBelow: LINES_BELOW,
  });
  const tallies = talliesFor('prepare', 'detect', 'read');
  return {
    backend,
    tallies: () => Object.values(tallies).map((tally) => tally.snapshot()),
    look: (frames) => {
      const gated = stillness && new Stillness(stillness, engine.motionCells);
      return vision(frames, {
        prepare: { engine, pool, search, stillness: gated, cpuMs, tally: tallies.prepare },
        detect: {
          detector: detector.network,
          stillness: gated,
          scoreMin: gate.score_min,
          overlapMax: peaks.overlap_max,
          candidatesMax: peaks.candidates_max,
          cpuMs,
          tally: tallies.detect,
        },
        read: {
          plates,
          known: known && new KnownPlates(known),
          underWay,
          regions: region.card.regions ?? [],
          gate: {
            bias: gate.bias,
            score: gate.score,
            confidence: gate.confidence,
            lettersOnly: gate.letters_only,
            missing: gate.missing,
            looks: gate.looks,
            logOddsMin: gate.log_odds_min,
          },
          unknownBelow: calibration.unknown_below,
          glances,
          regionTemperature,
          cpuMs,
          tally: tallies.read,
        },
      });
    },
  };
}

/** The numbers of a card's operating point, each of which the runtime needs. */
function operatingPoint<K extends string>(card: ModelCard, keys: readonly K[]): Record<K, number> {
  const entries = keys.map((key) => {
    const value = card.operating[key];
    if (value === undefined || value === null)
      throw new Fault('model.damaged', `The card of ${card.name} has no operating.${key}.`);
    return [key, value] as const;
  });
  return Object.fromEntries(entries) as Record<K, number>;
}
