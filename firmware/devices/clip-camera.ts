/**
 * A camera that replays a clip: a file of raw frames of a declared size and format, one behind the other, at its rate.
 * Each frame is read from the file straight into its slot. Frames that nobody asked for in time are lost, as a real
 * camera's are; without a rate each is shown as soon as it is asked for. Refuses a file that is no whole number of frames.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { setImmediate as turn } from 'node:timers/promises';
import { Fault } from '../domain/fault.ts';
import type { Geometry, Lease } from '../domain/frame.ts';
import type { Camera } from '../ports/camera.ts';
import type { Clock } from '../ports/clock.ts';
import type { FramePool } from '../ports/frame-pool.ts';

export interface ClipOptions {
  readonly name: string;
  readonly path: string;
  readonly geometry: Geometry;
  readonly bytesPerFrame: number;
  /** Frames a second. */
  readonly rateHz: number | undefined;
  readonly repeat: boolean;
  readonly pool: FramePool;
  readonly clock: Clock;
}

export function clipCamera({ name, path, geometry, bytesPerFrame, rateHz, repeat, pool, clock }: ClipOptions): Camera {
  if (bytesPerFrame > pool.bytesPerSlot)
    throw new Fault('frame.too-large', `${path}: a frame has ${bytesPerFrame} bytes, a slot ${pool.bytesPerSlot}.`);
  const periodMs = rateHz === undefined ? 0 : 1000 / rateHz;
  let sequence = 0;

  /** Waits until the frame is due and gives its number: those whose time has passed are left out. */
  async function due(beganMs: number, signal: AbortSignal): Promise<number> {
    if (rateHz === undefined) return sequence++;
    const now = clock.monotonic() - beganMs;
    const next = Math.max(sequence, Math.floor(now / periodMs));
    if (next * periodMs > now) await clock.sleep(next * periodMs - now, signal).catch(() => undefined);
    sequence = next + 1;
    return next;
  }

  return {
    name,
    rateHz,
    async *frames(signal) {
      await using file = await opened(path);
      const count = await framesIn(file, { path, bytesPerFrame });
      const beganMs = clock.monotonic() - sequence * periodMs;
      while (repeat || sequence < count) {
        const number = await due(beganMs, signal);
        if (signal.aborted || (!repeat && number >= count)) return;
        const lease = pool.acquire();
        if (lease === undefined) {
          await turn();
          continue;
        }
        await fill(lease, file, (number % count) * bytesPerFrame);
        yield {
          camera: name,
          sequence: number,
          geometry,
          lease,
          wall: clock.wall(),
          monotonic: clock.monotonic(),
          exposure: {},
          source: path,
        };
      }
    },
  };

  async function fill(lease: Lease, file: FileHandle, position: number): Promise<void> {
    const bytes = pool.bytesOf(lease);
    try {
      for (let at = 0; at < bytesPerFrame; ) {
        const { bytesRead } = await file.read(bytes, at, bytesPerFrame - at, position + at);
        if (bytesRead === 0) throw new Fault('camera.ended', `${path} became shorter.`);
        at += bytesRead;
      }
    } catch (error) {
      pool.release(lease);
      throw error;
    }
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    throw new Fault('camera.missing', `${path} can not be opened.`, cause);
  }
}

async function framesIn(file: FileHandle, { path, bytesPerFrame }: { path: string; bytesPerFrame: number }) {
  const { size } = await file.stat();
  if (size > 0 && size % bytesPerFrame === 0) return size / bytesPerFrame;
  throw new Fault(
    'camera.missing',
    `${path} has ${size} bytes, no whole number of frames of ${bytesPerFrame}; check width, height and format.`,
  );
}
