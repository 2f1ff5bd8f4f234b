/** The vision stages over photographs, in this thread, so that the CPU time is theirs alone. */
import { basename } from 'node:path';
import { FramePool } from '../../native/index.ts';
import { nativeEngine } from '../devices/native-engine.ts';
import { sharpCodec } from '../devices/sharp-codec.ts';
import { systemClock } from '../devices/system-clock.ts';
import { noFix } from '../domain/fix.ts';
import type { PlacedFrame } from '../domain/frame.ts';
import type { BackendName } from '../ports/inference.ts';
import { shippedModels } from '../unit.ts';
import { openVision, type Vision } from '../vision.ts';
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
  const parts = { pool, engine, modelsFolder: shippedModels, backend: 'auto' as const };
  const byWall = await timed(await openVision({ ...parts, spentMs: () => performance.now() }));
  const byCpu = await timed(await openVision(parts));
  const what = paths.length === 1 ? basename(paths[0]!) : `${paths.length} photographs`;
  for (const [index, name] of NAMES.entries()) {
    const cpu = byCpu.times[index]!;
    const cpuMs = cpu.reduce((a, b) => a + b, 0) / cpu.length;
    stopwatch.add(
      { name: `stage ${name}, ${what}`, kind: 'stage', backend: byCpu.backend },
      { wall: byWall.times[index]!, cpuMs },
    );
  }

  /** What each stage spent on each look but the first at a photograph. */
  async function timed(vision: Vision): Promise<{ times: number[][]; backend: BackendName }> {
    const times: number[][] = NAMES.map(() => []);
    let before = spent(vision);
    for await (const { frame } of vision.look(frames())) {
      const after = spent(vision);
      if (frame.sequence > 0) for (const index of NAMES.keys()) times[index]!.push(after[index]! - before[index]!);
      before = after;
    }
    return { times, backend: vision.backend };
  }

  async function* frames(): AsyncIterable<PlacedFrame> {
    const clock = systemClock();
    const passes = 1 + Math.ceil(LOOKS / paths.length);
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
}

function spent(vision: Vision): number[] {
  const snapshots = vision.tallies();
  return NAMES.map((name) => snapshots.find(({ stage }) => stage === name)!.cpuMs);
}
