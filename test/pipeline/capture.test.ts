import { describe, expect, test } from 'vitest';
import { Fault } from '../../firmware/domain/fault.ts';
import { noFix } from '../../firmware/domain/fix.ts';
import type { Frame } from '../../firmware/domain/frame.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { type CaptureTools, capture } from '../../firmware/pipeline/capture.ts';
import type { Camera } from '../../firmware/ports/camera.ts';
import { FramePool } from '../../native/index.ts';

const wall = { epochMs: 0, quality: { source: 'simulated' as const } };

/** A camera that plays a script: a number is a frame of that sequence, a fault is thrown and ends that opening. */
function scripted(pool: FramePool, ...openings: readonly (readonly (number | Fault)[])[]): Camera {
  const left = [...openings];
  return {
    name: 'scripted',
    rateHz: 10,
    async *frames() {
      for (const step of left.shift() ?? []) {
        if (step instanceof Fault) throw step;
        const geometry = { format: 'grey' as const, width: 1, height: 1, strideBytes: 1 };
        const frame: Frame = {
          camera: 'scripted',
          sequence: step,
          geometry,
          lease: pool.acquire()!,
          wall,
          monotonic: monotonicMs(step),
          exposure: {},
        };
        yield frame;
      }
    },
  };
}

function tools(pool: FramePool, options: Partial<CaptureTools> = {}) {
  const tally = new Tally('capture');
  const events: string[] = [];
  const slept: number[] = [];
  return {
    tally,
    events,
    slept,
    tools: {
      pool,
      tally,
      clock: { wall: () => wall, monotonic: () => monotonicMs(0), sleep: async (ms: number) => void slept.push(ms) },
      log: { event: (_level: string, name: string) => void events.push(name) },
      queueFrames: 0,
      reopenMs: 50,
      signal: new AbortController().signal,
      fix: () => noFix,
      time: (frame: Frame) => frame.wall,
      ...options,
    },
  };
}

async function captured(camera: Camera, setup: ReturnType<typeof tools>, pool: FramePool): Promise<number[]> {
  const sequences: number[] = [];
  for await (const frame of capture(camera, setup.tools)) {
    sequences.push(frame.sequence);
    pool.release(frame.lease);
  }
  return sequences;
}

describe('capture', () => {
  test('gaps in the sequence are frames that the camera lost, and are counted', async () => {
    const pool = FramePool.create({ slots: 4, bytesPerSlot: 1 });
    const setup = tools(pool);
    expect(await captured(scripted(pool, [0, 1, 4, 5]), setup, pool)).toEqual([0, 1, 4, 5]);
    expect(setup.tally.snapshot()).toMatchObject({ in: 6, out: 4, held: 0, drops: { lost: 2 } });
  });

  test('a queue that is full drops the oldest and counts it', async () => {
    const pool = FramePool.create({ slots: 8, bytesPerSlot: 1 });
    const setup = tools(pool, { queueFrames: 2 });
    const frames = capture(scripted(pool, [0, 1, 2, 3, 4]), setup.tools)[Symbol.asyncIterator]();
    // While the first is worked on, the camera goes on to its end.
    const first = await frames.next();
    while (setup.tally.snapshot().in < 5) await new Promise(setImmediate);
    pool.release(first.value.lease);
    const rest: number[] = [];
    for (let next = await frames.next(); !next.done; next = await frames.next()) {
      rest.push(next.value.sequence);
      pool.release(next.value.lease);
    }
    expect(rest).toEqual([3, 4]);
    expect(setup.tally.snapshot()).toMatchObject({ in: 5, out: 3, held: 0, drops: { overrun: 2 } });
    expect(pool.free).toBe(pool.slots);
  });

  test('a camera that fails is opened again after a pause, and both are said once', async () => {
    const pool = FramePool.create({ slots: 4, bytesPerSlot: 1 });
    const ended = new Fault('camera.ended', 'It ended.');
    const setup = tools(pool);
    expect(await captured(scripted(pool, [0, ended], [ended], [ended], [1, 2]), setup, pool)).toEqual([0, 1, 2]);
    expect(setup.events).toEqual(['camera.ended', 'camera.back']);
    expect(setup.slept).toEqual([50, 50, 50]);
  });

  test('a fault that does not pass by itself ends the flow', async () => {
    const pool = FramePool.create({ slots: 4, bytesPerSlot: 1 });
    const fault = new Fault('frame.too-large', 'Too large.');
    await expect(captured(scripted(pool, [0, fault]), tools(pool), pool)).rejects.toBe(fault);
  });

  test('whoever stops taking frames leaves none held', async () => {
    const pool = FramePool.create({ slots: 8, bytesPerSlot: 1 });
    const setup = tools(pool, { queueFrames: 3 });
    for await (const frame of capture(scripted(pool, [0, 1, 2, 3]), setup.tools)) {
      while (setup.tally.snapshot().in < 4) await new Promise(setImmediate);
      pool.release(frame.lease);
      break;
    }
    expect(pool.free).toBe(pool.slots);
    expect(setup.tally.snapshot()).toMatchObject({ held: 0, drops: { stopped: 3 } });
  });

  test('a camera that would go on for ever is closed when its frames are no longer taken', async () => {
    const pool = FramePool.create({ slots: 8, bytesPerSlot: 1 });
    const closed = Promise.withResolvers<void>();
    const endless: Camera = {
      name: 'endless',
      rateHz: 10,
      async *frames(signal) {
        try {
          for (let sequence = 0; ; sequence++) {
            yield* scripted(pool, [sequence]).frames(signal);
            await new Promise(setImmediate);
          }
        } finally {
          closed.resolve();
        }
      },
    };
    for await (const frame of capture(endless, tools(pool, { queueFrames: 3 }).tools)) {
      pool.release(frame.lease);
      break;
    }
    await closed.promise;
    expect(pool.free).toBe(pool.slots);
  });
});
