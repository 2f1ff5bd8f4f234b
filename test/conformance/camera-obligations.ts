/** What every camera owes (firmware/ports/camera.ts), as one suite that each adapter runs. */
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../firmware/domain/frame.ts';
import type { Camera } from '../../firmware/ports/camera.ts';
import { FramePool } from '../../native/index.ts';

export interface CameraUnderTest {
  readonly camera: Camera;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface CameraAdapter {
  readonly name: string;
  readonly bytesPerFrame: number;
  /** A camera that delivers frames for as long as it is asked. */
  open(pool: FramePool): Promise<CameraUnderTest>;
}

const slots = 3;

export function cameraObligations(adapter: CameraAdapter): void {
  const poolOf = () => FramePool.create({ slots, bytesPerSlot: adapter.bytesPerFrame });

  describe(`camera: ${adapter.name}`, () => {
    test('frames come in order of sequence and time, and fit their slots', async () => {
      const pool = poolOf();
      await using under = await adapter.open(pool);
      const frames = await take({ camera: under.camera, count: 5, pool });
      for (const [i, frame] of frames.entries()) {
        expect(frame.camera).toBe(under.camera.name);
        expect(frame.geometry.strideBytes * frame.geometry.height).toBeLessThanOrEqual(pool.bytesPerSlot);
        if (i === 0) continue;
        expect(frame.sequence).toBeGreaterThan(frames[i - 1]!.sequence);
        expect(frame.monotonic).toBeGreaterThanOrEqual(frames[i - 1]!.monotonic);
      }
    });

    test('the receiver holds the lease: the camera writes no slot that has not been released', async () => {
      const pool = poolOf();
      await using under = await adapter.open(pool);
      const stop = new AbortController();
      const iterator = under.camera.frames(stop.signal)[Symbol.asyncIterator]();
      const first = (await iterator.next()).value as Frame;
      const before = Uint8Array.from(pool.bytesOf(first.lease));
      for (let i = 0; i < 4; i++) pool.release(((await iterator.next()).value as Frame).lease);
      expect(Buffer.compare(pool.bytesOf(first.lease), before)).toBe(0);
      pool.release(first.lease);
      stop.abort();
      await iterator.return?.();
    });

    test('when no slot is free frames are lost, and the sequence shows the gap', async () => {
      const pool = poolOf();
      await using under = await adapter.open(pool);
      const stop = new AbortController();
      const iterator = under.camera.frames(stop.signal)[Symbol.asyncIterator]();
      const held: Frame[] = [];
      // The camera may hold a slot of its own that it is filling.
      while (pool.free > 0 && held.length < slots - 1) held.push((await iterator.next()).value as Frame);
      const blocked: (() => void)[] = [];
      for (let lease = pool.acquire(); lease; lease = pool.acquire()) {
        const taken = lease;
        blocked.push(() => pool.release(taken));
      }
      const received: Frame[] = [];
      const pulling = (async () => {
        while (received.length < 3) {
          const next = await iterator.next();
          if (next.done) return;
          received.push(next.value);
          pool.release(next.value.lease);
        }
      })();
      // Long enough for any of the adapters to have lost one: they make a frame in a few milliseconds.
      for (const until = performance.now() + 250; performance.now() < until; ) await turn();
      for (const give of blocked) give();
      for (const frame of held) pool.release(frame.lease);
      await pulling;
      const sequences = [...held, ...received].map((frame) => frame.sequence);
      expect(sequences.at(-1)! - sequences[0]!).toBeGreaterThan(sequences.length - 1);
      stop.abort();
      await iterator.return?.();
    });

    test('it ends without a fault when told to, and every slot is free again', async () => {
      const pool = poolOf();
      await using under = await adapter.open(pool);
      const stop = new AbortController();
      let count = 0;
      for await (const frame of under.camera.frames(stop.signal)) {
        pool.release(frame.lease);
        if (++count === 3) stop.abort();
      }
      expect(count).toBe(3);
      expect(pool.free).toBe(slots);
    });

    test('one who stops asking leaves every slot free', async () => {
      const pool = poolOf();
      await using under = await adapter.open(pool);
      await take({ camera: under.camera, count: 2, pool });
      expect(pool.free).toBe(slots);
    });

    test('it can be opened again, and its sequence goes on', async () => {
      const pool = poolOf();
      await using under = await adapter.open(pool);
      const first = await take({ camera: under.camera, count: 2, pool });
      const again = await take({ camera: under.camera, count: 2, pool });
      expect(again[0]!.sequence).toBeGreaterThan(first.at(-1)!.sequence);
    });
  });
}

/** So many frames, each released at once. */
async function take({
  camera,
  count,
  pool,
}: {
  camera: Camera;
  count: number;
  pool: FramePool;
}): Promise<readonly Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of camera.frames(new AbortController().signal)) {
    pool.release(frame.lease);
    frames.push(frame);
    if (frames.length === count) break;
  }
  return frames;
}
