import { afterEach, describe, expect, test } from 'vitest';
import { type CommandOptions, commandCamera } from '../../firmware/devices/command-camera.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { Frame, Geometry } from '../../firmware/domain/frame.ts';
import { bytesPerImage, bytesPerRow, FramePool } from '../../native/index.ts';

const WIDTH = 64;
const HEIGHT = 48;
const stop = new AbortController();
let pool: FramePool;

afterEach(() => expect(pool.free).toBe(pool.slots));

function camera(program: readonly string[], options: Partial<CommandOptions & Geometry> = {}) {
  const { format = 'grey', width = WIDTH, height = HEIGHT, ...others } = options;
  const bytesPerFrame = bytesPerImage(format, width, height);
  pool = FramePool.create({ slots: 4, bytesPerSlot: bytesPerFrame });
  const geometry = { format, width, height, strideBytes: bytesPerRow(format, width) };
  const rest = { bytesPerFrame, rateHz: undefined, stallMs: 5000, clock: systemClock(), pool };
  return commandCamera({ name: 'camera', program, geometry, ...rest, ...others });
}

/** ffmpeg's own test picture as raw frames; frame n of `testsrc` shows the second n / 5. */
function ffmpeg(format: 'gray' | 'yuv420p', frames: number): string[] {
  const source = `testsrc=size=${WIDTH}x${HEIGHT}:rate=5`;
  const output = ['-frames:v', String(frames), '-f', 'rawvideo', '-pix_fmt', format, '-'];
  return ['ffmpeg', '-v', 'error', '-f', 'lavfi', '-i', source, ...output];
}

/** Takes frames until the camera ends or fails, and gives each back; what was thrown comes last. */
async function seen(frames: AsyncIterable<Frame>): Promise<{ sizes: number[]; sequences: number[]; thrown: unknown }> {
  const sizes: number[] = [];
  const sequences: number[] = [];
  try {
    for await (const frame of frames) {
      sequences.push(frame.sequence);
      sizes.push(pool.bytesOf(frame.lease).filter((byte) => byte > 0).length);
      pool.release(frame.lease);
    }
  } catch (thrown) {
    return { sizes, sequences, thrown };
  }
  return { sizes, sequences, thrown: undefined };
}

describe('a camera that is a program', () => {
  test.each([
    ['gray', 'grey'],
    ['yuv420p', 'yuv420p'],
  ] as const)(
    "ffmpeg's raw %s frames arrive whole and in order, and its end is a fault that the supervisor answers",
    async (theirs, ours) => {
      const { sizes, sequences, thrown } = await seen(camera(ffmpeg(theirs, 5), { format: ours }).frames(stop.signal));
      expect(sequences).toEqual([0, 1, 2, 3, 4]);
      for (const size of sizes) expect(size).toBeGreaterThan(WIDTH * HEIGHT * 0.5);
      expect(thrown).toMatchObject({ code: 'camera.ended', detail: expect.stringContaining('status 0') });
    },
  );

  test('frames of another size than declared end within a frame, and the fault says what to check', async () => {
    const wrong = camera(ffmpeg('gray', 3), { height: HEIGHT - 5 });
    const { thrown } = await seen(wrong.frames(stop.signal));
    expect(thrown).toMatchObject({
      code: 'camera.ended',
      detail: expect.stringContaining('check width, height and format'),
    });
  });

  test('a program that is not there is a missing camera', async () => {
    const { thrown } = await seen(camera(['/nowhere/camera']).frames(stop.signal));
    expect(thrown).toMatchObject({ code: 'camera.missing', detail: expect.stringContaining('/nowhere/camera') });
  });

  test('a program that dies in the middle gives the frames it finished', async () => {
    const dying = camera(['sh', '-c', `head -c ${WIDTH * HEIGHT * 2 + 100} /dev/zero; kill -9 $$`]);
    const { sequences, thrown } = await seen(dying.frames(stop.signal));
    expect(sequences).toEqual([0, 1]);
    expect(thrown).toMatchObject({ code: 'camera.ended', detail: expect.stringContaining('SIGKILL') });
  });

  test('a program that stalls is a fault after the limit, and is ended', async () => {
    const stalling = camera(['sh', '-c', `head -c ${WIDTH * HEIGHT} /dev/zero; exec sleep 60`], { stallMs: 300 });
    const { sequences, thrown } = await seen(stalling.frames(stop.signal));
    expect(sequences).toEqual([0]);
    expect(thrown).toMatchObject({ code: 'camera.stalled', detail: expect.stringContaining('300 ms') });
  });

  test('a frame that finds no free slot is lost, and the sequence shows the gap', async () => {
    const four = camera(['head', '-c', String(WIDTH * HEIGHT * 6), '/dev/zero']);
    const held = [pool.acquire()!, pool.acquire()!, pool.acquire()!];
    const sequences: number[] = [];
    const taken: Frame[] = [];
    await expect(async () => {
      for await (const frame of four.frames(stop.signal)) {
        sequences.push(frame.sequence);
        taken.push(frame);
      }
    }).rejects.toMatchObject({ code: 'camera.ended' });
    expect(sequences[0]).toBe(0);
    expect(sequences.length).toBeLessThan(6);
    for (const lease of [...held, ...taken.map(({ lease }) => lease)]) pool.release(lease);
  });

  test('it stops when told to, without a fault', async () => {
    const leaving = new AbortController();
    const endless = camera(['cat', '/dev/zero']);
    let count = 0;
    for await (const frame of endless.frames(leaving.signal)) {
      pool.release(frame.lease);
      count += 1;
      if (count === 3) leaving.abort();
    }
    expect(count).toBeGreaterThanOrEqual(3);
  });

  test('a frame that no slot can hold is refused at once', () => {
    expect(() => camera(['true'], { bytesPerFrame: 10 * WIDTH * HEIGHT })).toThrow(/larger than a slot/);
  });
});
