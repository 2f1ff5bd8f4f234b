/** What a clip owes beside what every camera does (test/conformance/camera.test.ts). */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type ClipOptions, clipCamera } from '../../firmware/devices/clip-camera.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { FramePool } from '../../native/index.ts';
import { SimClock } from '../../sim/clock.ts';

const [width, height] = [64, 48];
const bytesPerFrame = width * height;
const folder = mkdtempSync(join(tmpdir(), 'clip-'));
afterAll(() => rmSync(folder, { recursive: true }));

function clip(frames: number, options: Partial<ClipOptions> = {}) {
  const path = join(folder, `${frames}.grey`);
  const levels = Array.from({ length: Math.ceil(frames) }, (_, level) => Buffer.alloc(bytesPerFrame, level));
  writeFileSync(path, Buffer.concat(levels).subarray(0, frames * bytesPerFrame));
  const pool = options.pool ?? FramePool.create({ slots: 2, bytesPerSlot: bytesPerFrame });
  const geometry = { format: 'grey', width, height, strideBytes: width } as const;
  const rest = { geometry, bytesPerFrame, rateHz: undefined, repeat: false, clock: systemClock() };
  return { pool, camera: clipCamera({ name: 'clip', path, ...rest, ...options, pool }) };
}

async function shown({ camera, pool }: ReturnType<typeof clip>, count = Number.POSITIVE_INFINITY): Promise<number[][]> {
  const seen: number[][] = [];
  for await (const { sequence, lease } of camera.frames(new AbortController().signal)) {
    const bytes = pool.bytesOf(lease).subarray(0, bytesPerFrame);
    expect(new Set(bytes).size).toBe(1);
    seen.push([sequence, bytes[0]!]);
    pool.release(lease);
    if (seen.length === count) break;
  }
  expect(pool.free).toBe(pool.slots);
  return seen;
}

test('each frame of the file is shown whole, once, or again and again', async () => {
  expect(await shown(clip(3))).toEqual([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  expect((await shown(clip(2, { repeat: true }), 5)).map(([, level]) => level)).toEqual([0, 1, 0, 1, 0]);
});

test('frames that nobody asked for in time are lost, and the sequence shows it', async () => {
  const clock = new SimClock({ startEpochMs: 0 });
  const { camera, pool } = clip(10, { rateHz: 10, clock });
  const frames = camera.frames(new AbortController().signal)[Symbol.asyncIterator]();
  const first = (await frames.next()).value!;
  await clock.advanceTo(550);
  const second = (await frames.next()).value!;
  expect([first.sequence, second.sequence]).toEqual([0, 5]);
  pool.release(first.lease);
  pool.release(second.lease);
  await frames.return?.();
});

test('what is no whole number of frames, or not there, is refused with what to check', async () => {
  await expect(shown(clip(2.5))).rejects.toMatchObject({ code: 'camera.missing', detail: /check width/ });
  await expect(shown(clip(0))).rejects.toMatchObject({ code: 'camera.missing' });
  await expect(shown(clip(1, { path: join(folder, 'none') }))).rejects.toMatchObject({ code: 'camera.missing' });
  const pool = FramePool.create({ slots: 1, bytesPerSlot: bytesPerFrame - 1 });
  expect(() => clip(1, { pool })).toThrow(expect.objectContaining({ code: 'frame.too-large' }));
});
