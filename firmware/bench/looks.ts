/**
 * Looks of the vision stages at pictures, in this thread, while nothing else runs in the process: what each stage spends on each look,
 * and what it must at least do. Looks go round copies of the picture, as a frame that comes from a camera is in no cache yet.
 */
import { join } from 'node:path';
import { FramePool } from '../../native/index.ts';
import { nativeEngine } from '../devices/native-engine.ts';
import { systemClock } from '../devices/system-clock.ts';
import type { Search } from '../domain/candidate.ts';
import { noFix } from '../domain/fix.ts';
import type { Geometry, PlacedFrame } from '../domain/frame.ts';
import type { FrameReadings } from '../domain/reading.ts';
import { readModel } from '../inference/model-files.ts';
import { linesOf } from '../pipeline/interpret.ts';
import { detectorInput } from '../pipeline/prepare.ts';
import { readerInput, regionInput } from '../pipeline/read.ts';
import { viewsOf } from '../pipeline/search.ts';
import type { StillnessOptions, Vision } from '../ports/vision.ts';
import { shippedModels } from '../unit.ts';
import { openVision } from '../vision.ts';
import { layersOf, networkWork } from './layers.ts';
import { type Engine, median, type Times } from './stopwatch.ts';
import { brightnessBytes, bytesPerFloat, movingWork, together, type Work } from './work.ts';

export const visionStages = ['prepare', 'detect', 'read'] as const;
export type VisionStage = (typeof visionStages)[number];

/** A picture as a camera gives it. */
export interface Shot {
  readonly geometry: Geometry;
  readonly data: Uint8Array;
}

export interface Looks {
  /** Of each stage, and of all together. */
  readonly stages: Readonly<Record<VisionStage | 'whole', Times & { readonly work: Work }>>;
  /** What the last of them said; its lease is over. */
  readonly last: FrameReadings;
}

export interface Looker {
  readonly backend: Engine;
  /** Looks so often at a picture, after one look that is not counted. */
  look(shot: Shot, count: number): Promise<Looks>;
}

export interface LookerOptions {
  /** `whole` unless told otherwise. */
  readonly search?: Search;
  /** Every frame is looked at unless told otherwise. */
  readonly stillness?: StillnessOptions;
}

/** Of all copies of a picture together. */
const COPIES_BYTES = 64 * 2 ** 20;
/** What is not filled takes no memory. */
const COPIES_MOST = 32;

/** @param bytesMost of the largest picture. */
export async function openLooker(bytesMost: number, options: LookerOptions = {}): Promise<Looker> {
  const { search = 'whole' } = options;
  const pool = FramePool.create({ slots: COPIES_MOST, bytesPerSlot: bytesMost });
  const parts = { pool, engine: nativeEngine(), modelsFolder: shippedModels, backend: 'auto' as const, ...options };
  const byWall = await openVision({ ...parts, spentMs: () => performance.now() });
  const byCpu = await openVision({ ...parts, spentMs: processCpuMs });
  const works = await networkWorks();
  return {
    backend: byCpu.backend,
    look: async (shot, count) => {
      const wall = await spentOn(byWall, { pool, shot, count });
      const cpu = await spentOn(byCpu, { pool, shot, count });
      const work = workOf(cpu.last, shot.geometry, { search, networks: works });
      const stageOf = (name: VisionStage | 'whole') => ({
        wall: wall.spent.map((each) => each[name]),
        cpuMs: median(cpu.spent.map((each) => each[name])),
        work: work[name],
      });
      const stages = {
        prepare: stageOf('prepare'),
        detect: stageOf('detect'),
        read: stageOf('read'),
        whole: stageOf('whole'),
      };
      return { stages, last: cpu.last };
    },
  };
}

/** The kernel brings the time of a thread up to date at its ticks only, a few milliseconds apart; that of a process at every call. */
function processCpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

type Spent = Record<VisionStage | 'whole', number>;

async function spentOn(
  vision: Vision,
  { pool, shot, count }: { pool: FramePool; shot: Shot; count: number },
): Promise<{ spent: Spent[]; last: FrameReadings }> {
  const spent: Spent[] = [];
  let last: FrameReadings | undefined;
  let before = spentIn(vision);
  for await (const readings of vision.look(framesOf(pool, shot, count + 1))) {
    const after = spentIn(vision);
    const [prepare, detect, read] = visionStages.map((_, index) => after[index]! - before[index]!) as [
      number,
      number,
      number,
    ];
    if (last !== undefined) spent.push({ prepare, detect, read, whole: prepare + detect + read });
    last = readings;
    before = after;
  }
  return { spent, last: last! };
}

function spentIn(vision: Vision): number[] {
  const snapshots = vision.tallies();
  return visionStages.map((name) => snapshots.find(({ stage }) => stage === name)!.cpuMs);
}

async function* framesOf(pool: FramePool, { geometry, data }: Shot, count: number): AsyncIterable<PlacedFrame> {
  const clock = systemClock();
  const copies = Math.min(COPIES_MOST, Math.ceil(COPIES_BYTES / data.length));
  const leases = Array.from({ length: copies }, () => pool.acquire()!);
  for (const lease of leases) pool.bytesOf(lease).set(data);
  for (let sequence = 0; sequence < count; sequence++) {
    const instants = { wall: clock.wall(), monotonic: clock.monotonic() };
    const lease = leases[sequence % leases.length]!;
    yield { camera: 'bench', sequence, geometry, lease, ...instants, exposure: {}, fix: noFix };
  }
  for (const lease of leases) pool.release(lease);
}

type NetworkWorks = Readonly<Record<'detector' | 'reader' | 'region', (batch: number) => Work>>;

async function networkWorks(): Promise<NetworkWorks> {
  const of = async (model: string) => {
    const layers = layersOf(await readModel(join(shippedModels, model)));
    return (batch: number) => (batch === 0 ? movingWork() : networkWork(layers, batch));
  };
  return { detector: await of('detector'), reader: await of('reader'), region: await of('region') };
}

/** Every candidate is read whole, and one that may have two lines by halves as well; every plate is asked where it was issued. */
function workOf(
  { candidates, readings }: FrameReadings,
  { format, width, height }: Geometry,
  { search, networks }: { search: Search; networks: NetworkWorks },
): Record<VisionStage | 'whole', Work> {
  const views = viewsOf({ width, height }, detectorInput, search);
  const seen = views.map(
    ({ crop }) => brightnessBytes(format, width, height) * ((crop.width * crop.height) / (width * height)),
  );
  const cuts = candidates.reduce((sum, { quad }) => sum + (linesOf(quad) === undefined ? 1 : 3), 0);
  const tensorBytes = (input: { width: number; height: number }) => bytesPerFloat * input.width * input.height;
  const prepare = movingWork(...seen.map(Math.round), views.length * tensorBytes(detectorInput));
  const detect = together(...views.map(() => networks.detector(1)));
  const crops = movingWork(cuts * tensorBytes(readerInput), readings.length * tensorBytes(regionInput));
  const read = together(crops, networks.reader(cuts), networks.region(readings.length));
  return { prepare, detect, read, whole: together(prepare, detect, read) };
}
