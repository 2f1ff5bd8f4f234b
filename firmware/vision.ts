/**
 * Vision's composition root: engine and models joined to the stages prepare, detect and read, on whichever thread calls
 * it. The unit does so on a thread of its own (vision-worker.ts); the bench on its own.
 */
import { join } from 'node:path';
import { Fault } from './domain/fault.ts';
import type { PlacedFrame } from './domain/frame.ts';
import type { FrameReadings } from './domain/reading.ts';
import type { TallySnapshot } from './domain/tally.ts';
import { startBackend } from './inference/backends.ts';
import { loadModel } from './inference/graph-network.ts';
import type { ModelCard } from './inference/model-files.ts';
import { talliesFor, vision } from './pipeline/pipeline.ts';
import type { Engine } from './ports/engine.ts';
import type { FramePool } from './ports/frame-pool.ts';
import type { BackendChoice, BackendName } from './ports/inference.ts';

export interface Vision {
  readonly backend: BackendName;
  look(frames: AsyncIterable<PlacedFrame>): AsyncIterable<FrameReadings>;
  tallies(): readonly TallySnapshot[];
}

export interface VisionParts {
  readonly pool: FramePool;
  readonly engine: Engine;
  readonly modelsFolder: string;
  readonly backend: BackendChoice;
  /** See DetectTools; false unless told otherwise. */
  readonly lookCloser?: boolean;
  /** What the stages' time is counted by: this thread's CPU time unless told otherwise. */
  readonly spentMs?: () => number;
}

/** Throws Fault `backend.unavailable`, `model.missing` or `model.damaged`. */
export async function openVision({
  pool,
  engine,
  modelsFolder,
  backend: choice,
  lookCloser = false,
  spentMs: cpuMs = threadCpuMs,
}: VisionParts): Promise<Vision> {
  const backend = await startBackend(choice);
  const detector = await loadModel(join(modelsFolder, 'detector'));
  const reader = await loadModel(join(modelsFolder, 'reader'));
  const gate = operatingPoint(detector.card, ['score_min', 'overlap_max', 'candidates_max']);
  const calibration = operatingPoint(reader.card, ['temperature', 'reject_below', 'region_temperature', 'margin']);
  const tallies = talliesFor('prepare', 'detect', 'read');
  return {
    backend,
    tallies: () => Object.values(tallies).map((tally) => tally.snapshot()),
    look: (frames) =>
      vision(frames, {
        prepare: { engine, pool, cpuMs, tally: tallies.prepare },
        detect: {
          detector: detector.network,
          engine,
          lookCloser,
          scoreMin: gate.score_min,
          overlapMax: gate.overlap_max,
          candidatesMax: gate.candidates_max,
          cpuMs,
          tally: tallies.detect,
        },
        read: {
          reader: reader.network,
          engine,
          regions: reader.card.regions ?? [],
          confidenceMin: calibration.reject_below,
          margin: calibration.margin,
          temperature: calibration.temperature,
          regionTemperature: calibration.region_temperature,
          cpuMs,
          tally: tallies.read,
        },
      }),
  };
}

/** CPU time of the calling thread alone, milliseconds. */
function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
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
