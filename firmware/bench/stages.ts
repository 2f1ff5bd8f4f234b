/** The vision stages over photographs, in this thread, so that the CPU time is theirs alone. */
import { basename } from 'node:path';
import { FramePool } from '../../native/index.ts';
import { nativeEngine } from '../devices/native-engine.ts';
import { sharpCodec } from '../devices/sharp-codec.ts';
import { systemClock } from '../devices/system-clock.ts';
import { noFix } from '../domain/fix.ts';
import type { PlacedFrame } from '../domain/frame.ts';
import { shippedModels } from '../unit.ts';
import { openVision } from '../vision.ts';
import type { Stopwatch } from './stopwatch.ts';

const NAMES = ['prepare', 'detect', 'read'] as const;
const BYTES_PER_PIXEL = 3;
/** Looks at all photographs together, beside the first of each, which warms up. */
const LOOKS = 40;

export async function timeStages(stopwatch: Stopwatch, paths: readonly string[]): Promise<void> {
  if (!NAMES.some((name) => stopwatch.wants(`stage ${name}`))) return;
  const engine = nativeEngine();
  const codec = sharpCodec(engine.lumaOf);
  const sizes = await Promise.all(paths.map((path) => codec.inspect(path)));
  const bytesPerSlot = BYTES_PER_PIXEL * Math.max(...sizes.map(({ width, height }) => width * height));
  const pool = FramePool.create({ slots: 1, bytesPerSlot });
  const vision = await openVision({ pool, engine, modelsFolder: shippedModels, backend: 'auto' });
  const times = new Map(NAMES.map((name) => [name, [] as number[]]));
  const passes = 1 + Math.ceil(LOOKS / paths.length);

  async function* frames(): AsyncIterable<PlacedFrame> {
    const clock = systemClock();
    for (const path of paths) {
      const lease = pool.acquire()!;
      const geometry = await codec.decode(path, pool.bytesOf(lease));
      for (let sequence = 0; sequence < passes; sequence++) {
        yield {
          camera: 'bench',
          sequence,
          geometry,
          lease,
          wall: clock.wall(),
          monotonic: clock.monotonic(),
          exposure: {},
          fix: noFix,
        };
      }
      pool.release(lease);
    }
  }

  let before = spent();
  for await (const { frame } of vision.look(frames())) {
    const after = spent();
    if (frame.sequence > 0)
      for (const [index, name] of NAMES.entries()) times.get(name)!.push(after[index]! - before[index]!);
    before = after;
  }
  const what = paths.length === 1 ? basename(paths[0]!) : `${paths.length} photographs`;
  for (const [name, wall] of times) {
    const cpuMs = wall.reduce((a, b) => a + b, 0) / wall.length;
    stopwatch.add(
      { name: `stage ${name}, ${what} (CPU time)`, kind: 'stage', backend: vision.backend },
      { wall, cpuMs },
    );
  }

  function spent(): number[] {
    const snapshots = vision.tallies();
    return NAMES.map((name) => snapshots.find(({ stage }) => stage === name)!.cpuMs);
  }
}
