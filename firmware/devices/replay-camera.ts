/**
 * A camera that replays pictures: a folder of photographs or an image sequence, in the order of their names, at a given
 * rate. A file that is no picture is reported and skipped; the rest are still shown.
 */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault, faultOf } from '../domain/fault.ts';
import type { Frame } from '../domain/frame.ts';
import type { Camera } from '../ports/camera.ts';
import type { Clock } from '../ports/clock.ts';
import type { FramePool } from '../ports/frame-pool.ts';
import type { PictureCodec } from '../ports/picture-codec.ts';

const PICTURE_NAME = /\.(jpe?g|png|webp)$/i;

export interface ReplayOptions {
  readonly name: string;
  readonly pool: FramePool;
  readonly codec: PictureCodec;
  readonly clock: Clock;
  /** Frames a second; undefined shows each as soon as it is asked for. */
  readonly rateHz: number | undefined;
  readonly repeat: boolean;
  /** Called for each file that is no picture, with the sequence that its frame would have had. */
  readonly skipped: (sequence: number, fault: Fault) => void;
}

/** @param paths the pictures, in order. */
export function replayCamera(paths: () => Promise<readonly string[]>, options: ReplayOptions): Camera {
  const { name, pool, codec, clock, rateHz, repeat, skipped } = options;
  let sequence = 0;

  async function shown(path: string): Promise<Frame | undefined> {
    const lease = pool.acquire();
    if (lease === undefined) return undefined;
    try {
      const geometry = await codec.decode(path, pool.bytesOf(lease));
      return {
        camera: name,
        sequence,
        geometry,
        lease,
        wall: clock.wall(),
        monotonic: clock.monotonic(),
        exposure: {},
        source: path,
      };
    } catch (error) {
      pool.release(lease);
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      skipped(sequence, fault);
      return undefined;
    }
  }

  return {
    name,
    rateHz,
    async *frames(signal) {
      let due = clock.monotonic() as number;
      do {
        for (const path of await paths()) {
          if (rateHz !== undefined) {
            await clock.sleep(Math.max(0, due - clock.monotonic()), signal).catch(() => undefined);
            due += 1000 / rateHz;
          }
          if (signal.aborted) return;
          const frame = await shown(path);
          sequence += 1;
          if (frame !== undefined) yield frame;
        }
      } while (repeat && !signal.aborted);
    },
  };
}

/** The pictures of a folder, by name. Throws Fault `camera.missing` when there are none. */
export async function picturesIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((cause) =>
    Promise.reject(new Fault('camera.missing', `Folder ${folder}.`, cause)),
  );
  const pictures = names.filter((each) => PICTURE_NAME.test(each)).sort();
  if (pictures.length === 0) throw new Fault('camera.missing', `Folder ${folder} holds no JPEG, PNG or WebP picture.`);
  return pictures.map((each) => join(folder, each));
}
