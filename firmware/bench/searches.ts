/**
 * What each way of searching a frame costs, on frames of three sizes: prepare and detect together, candidates left
 * unread, in this thread. The network's runs are what costs, and their number is the same whatever is in the picture.
 */
import { join } from 'node:path';
import { bytesPerImage, bytesPerRow, FramePool } from '../../native/index.ts';
import { nativeEngine } from '../devices/native-engine.ts';
import { systemClock } from '../devices/system-clock.ts';
import { searches } from '../domain/candidate.ts';
import { noFix } from '../domain/fix.ts';
import type { PlacedFrame } from '../domain/frame.ts';
import { Tally } from '../domain/tally.ts';
import { startBackend } from '../inference/backends.ts';
import { loadModel } from '../inference/graph-network.ts';
import { readModel } from '../inference/model-files.ts';
import { detect } from '../pipeline/detect.ts';
import { detectorInput, prepare } from '../pipeline/prepare.ts';
import { viewsOf } from '../pipeline/search.ts';
import { shippedModels } from '../unit.ts';
import { layersOf, networkWork } from './layers.ts';
import { isaOf, type Stopwatch } from './stopwatch.ts';
import { bytesPerFloat, movingWork, together } from './work.ts';

const SIZES = [
  [1280, 720],
  [1920, 1080],
  [3840, 2160],
] as const;
/** No candidate is kept: what they cost is the reader's. */
const PEAKS = { scoreMin: 0.999, overlapMax: 0.3, candidatesMax: 24 };

export async function timeSearches(stopwatch: Stopwatch): Promise<void> {
  if (!SIZES.some(([w, h]) => searches.some((search) => stopwatch.wants(`search ${search}, ${w}x${h}`, 'stage'))))
    return;
  const engine = nativeEngine();
  const clock = systemClock();
  const backend = await startBackend('auto');
  const folder = join(shippedModels, 'detector');
  const { network: detector } = await loadModel(folder, { backend });
  const oneRun = networkWork(layersOf(await readModel(folder)), 1);
  const cpuMs = () => 0;
  for (const [width, height] of SIZES) {
    const pool = FramePool.create({ slots: 1, bytesPerSlot: bytesPerImage('grey', width, height) });
    const geometry = { format: 'grey' as const, width, height, strideBytes: bytesPerRow('grey', width) };
    const place = { camera: 'bench', geometry, exposure: {}, fix: noFix };
    const lease = pool.acquire()!;
    pool.bytesOf(lease).fill(114);
    for (const search of searches) {
      const views = viewsOf(geometry, detectorInput, search);
      const work = views.map(({ crop, within }) =>
        together(movingWork(crop.width * crop.height, bytesPerFloat * within.width * within.height), oneRun),
      );
      const frame = { ...place, sequence: 0, lease, wall: clock.wall(), monotonic: clock.monotonic() };
      await stopwatch.time({
        name: `search ${search}, ${width}x${height}`,
        kind: 'stage',
        backend,
        isa: isaOf(backend),
        work: together(...work),
        run: async () => {
          const prepared = prepare(once(frame), { engine, pool, cpuMs, tally: new Tally('prepare') });
          const tools = { ...PEAKS, detector, engine, search, cpuMs, tally: new Tally('detect') };
          for await (const { candidates } of detect(prepared, tools)) void candidates;
        },
      });
    }
    pool.release(lease);
  }
  detector.dispose();
}

async function* once(frame: PlacedFrame): AsyncIterable<PlacedFrame> {
  yield frame;
}
