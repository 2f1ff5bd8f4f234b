/**
 * What an empty road costs: vision over frames of NV12 in which nothing but the sensor's noise changes, with the motion gate and without,
 * and as from a vehicle, where every frame has moved. CPU time of this thread, milliseconds a frame at 30 a second.
 *
 *     node test/measure/empty-road.ts
 */
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import { noFix } from '../../firmware/domain/fix.ts';
import type { PlacedFrame } from '../../firmware/domain/frame.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { shippedModels } from '../../firmware/unit.ts';
import { openVision } from '../../firmware/vision.ts';
import { bytesPerImage, FramePool } from '../../native/index.ts';
import { noise } from '../native/frames.ts';

const FRAMES = 600;
const WARM_UP = 30;
const FRAME_MS = 1000 / 30;

const table: Record<string, Record<string, number>> = {};
for (const [width, height] of [
  [1280, 720],
  [1920, 1080],
] as const) {
  table[`${width}x${height}`] = {
    'still, gate': await costOf({ width, height, gate: true, moving: false }),
    'moving, gate': await costOf({ width, height, gate: true, moving: true }),
    'moving, no gate': await costOf({ width, height, gate: false, moving: true }),
  };
}
console.table(table);

interface Road {
  readonly width: number;
  readonly height: number;
  readonly gate: boolean;
  readonly moving: boolean;
}

async function costOf({ width, height, gate, moving }: Road): Promise<number> {
  const bytesPerSlot = bytesPerImage('nv12', width, height);
  const pool = FramePool.create({ slots: 2, bytesPerSlot });
  const random = noise(1);
  const leases = [0, 1].map((index) => {
    const lease = pool.acquire()!;
    const pixels = pool.bytesOf(lease);
    for (let i = 0; i < pixels.length; i++) pixels[i] = (moving ? 100 + 20 * index : 110) + (random() >> 4);
    return lease;
  });
  const stillness = gate ? { emptyMs: 1000, occupiedMs: 200 } : undefined;
  const parts = { pool, engine: nativeEngine(), modelsFolder: shippedModels, backend: 'native' as const };
  const vision = await openVision({ ...parts, stillness });
  async function* frames(): AsyncIterable<PlacedFrame> {
    const geometry = { format: 'nv12' as const, width, height, strideBytes: width };
    const wall = { epochMs: 0, quality: { source: 'simulated' as const } };
    for (let sequence = 0; sequence < FRAMES; sequence++) {
      const monotonic = monotonicMs(sequence * FRAME_MS);
      const lease = leases[sequence % leases.length]!;
      yield { camera: 'c', sequence, geometry, lease, wall, monotonic, exposure: {}, fix: noFix };
    }
  }
  let before = process.threadCpuUsage();
  for await (const { frame } of vision.look(frames()))
    if (frame.sequence === WARM_UP) before = process.threadCpuUsage();
  const { user, system } = process.threadCpuUsage(before);
  return Number(((user + system) / 1000 / (FRAMES - WARM_UP)).toFixed(3));
}
