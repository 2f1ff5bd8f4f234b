/**
 * What a second frame under way gains: frames of the simulated rush hour through the vision thread, with 1 and 2 of `inference.threads`
 * in turn, on cores that are idle and with as many busy loops as there are cores. It must gain where there is room, and lose nothing
 * where there is none.
 *
 *   node test/measure/threads.ts [--rounds 6] [--frames 150]
 */
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { openVisionThread, type VisionThread } from '../../firmware/devices/vision-thread.ts';
import { noFix } from '../../firmware/domain/fix.ts';
import type { Frame, PlacedFrame } from '../../firmware/domain/frame.ts';
import { shippedModels } from '../../firmware/unit.ts';
import { FramePool } from '../../native/index.ts';
import { readScenario } from '../../sim/scenario.ts';
import { bytesPerFrame, openStreet } from '../../sim/street.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '6' }, frames: { type: 'string', default: '150' } },
});
const [rounds, count] = [Number(values.rounds), Number(values.frames)];
/** Frames before this show an empty street. */
const FIRST = 40;
const KEPT = 60;

const scenario = readScenario('rush-hour');
const pool = FramePool.create({ slots: KEPT + 2, bytesPerSlot: bytesPerFrame(scenario) });
const kept = await framesOf();
const options = {
  modelsFolder: shippedModels,
  backend: 'native',
  search: 'whole',
  glances: false,
  stillness: undefined,
  known: undefined,
} as const;
const threads = [
  await openVisionThread(pool, { ...options, threads: 1 }),
  await openVisionThread(pool, { ...options, threads: 2 }),
];
for (const thread of threads) await rate(thread);

for (const busy of [0, availableParallelism()]) {
  const loops = Array.from({ length: busy }, () => new Worker('for (;;);', { eval: true }));
  await pause(500);
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const [one, two] = [await rate(threads[0]!), await rate(threads[1]!)];
    ratios.push(two.perSecond / one.perSecond);
    const shown = [one, two].map(
      (each) => `${each.perSecond.toFixed(0)} frames/s, ${each.cpuMs.toFixed(2)} ms CPU a frame`,
    );
    console.log(`${busy} busy loops: 1 thread ${shown[0]}; 2 threads ${shown[1]}; ratio ${ratios.at(-1)!.toFixed(2)}`);
  }
  const sorted = ratios.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)]!.toFixed(2);
  const range = `${sorted[0]!.toFixed(2)} to ${sorted.at(-1)!.toFixed(2)}`;
  console.log(`${busy} busy loops: 2 threads are ${median} times as fast as 1 (median; ${range})`);
  await Promise.all(loops.map((loop) => loop.terminate()));
}
for (const thread of threads) await thread[Symbol.asyncDispose]();

async function framesOf(): Promise<Frame[]> {
  await using street = openStreet({ scenario, seed: 1, pool });
  const found: Frame[] = [];
  const over = new AbortController();
  for await (const frame of street.camera.frames(over.signal)) {
    if (frame.sequence >= FIRST && found.length < KEPT) found.push(frame);
    else pool.release(frame.lease);
    if (found.length === KEPT) over.abort();
  }
  return found;
}

async function rate(thread: VisionThread): Promise<{ perSecond: number; cpuMs: number }> {
  async function* source(): AsyncIterable<PlacedFrame> {
    for (let sequence = 0; sequence < count; sequence++) {
      const frame = kept[sequence % KEPT]!;
      pool.retain(frame.lease);
      yield { ...frame, sequence, fix: noFix };
    }
  }
  const started = performance.now();
  let cpuMs = 0;
  for await (const seen of thread.look(source())) {
    pool.release(seen.frame.lease);
    cpuMs += seen.cpuMs;
  }
  return { perSecond: (1000 * count) / (performance.now() - started), cpuMs: cpuMs / count };
}
