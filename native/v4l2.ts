/**
 * A camera by the kernel's Video4Linux interface: what it offers, its controls, and its frames, copied once from the driver's
 * buffers into slots of the frame pool, rows without gaps.
 *
 * Promises: frames in the driver's order, with its stamp and its count; one that is broken, or finds no free slot, is skipped and the
 * count shows it. Nothing waits: `take` gives what is there, `ready` tells once when to ask again. A refused system call is an
 * Error whose `code` is its name: ENOENT and ENODEV (no such camera, or no more), EACCES, EBUSY (another streams from it), EIO (its
 * driver gave up), ENOTTY and ENOTSUP (no camera that streams), EINVAL, ERANGE.
 */
import type { PixelFormat } from './image.ts';
import { addon, type CameraControl } from './load.ts';
import type { FramePool, Lease } from './pool.ts';

/** What a camera would deliver when asked for a format and a size; it may answer with another size. */
export interface CameraOffer {
  /** The kernel's four characters, such as `YUYV` or `MJPG`. */
  readonly code: string;
  /** Undefined where the engine does not know it. */
  readonly format: PixelFormat | undefined;
  readonly width: number;
  readonly height: number;
}

export interface TakenFrame {
  /** Undefined: no slot was free, and the frame is lost. */
  readonly lease: Lease | undefined;
  /** Counts the camera's exposures, 32 bits, from where it likes. */
  readonly sequence: number;
  /** CLOCK_MONOTONIC, milliseconds; undefined where the driver stamps by another clock. */
  readonly monotonicMs: number | undefined;
}

export interface VideoDevice extends Disposable {
  /** In the driver's own order. */
  offers(size: { readonly width: number; readonly height: number }): readonly CameraOffer[];
  controls(): readonly CameraControl[];
  read(control: CameraControl): number;
  write(control: CameraControl, value: number): void;
  /**
   * Sets what is delivered: a format and size that `offers` has. @param rateHz frames a second to ask for; 0 leaves it. @returns the
   * rate that the camera says, which may be another, or 0 where it says none.
   */
  settle(mode: {
    readonly format: PixelFormat;
    readonly width: number;
    readonly height: number;
    readonly rateHz: number;
  }): number;
  /** Begins to stream, once, in the mode that is settled. */
  start(): void;
  /** The oldest frame that waits; undefined when none does. The slots must hold a frame. The caller releases the lease. */
  take(pool: FramePool): TakenFrame | undefined;
  /** Calls once, when `take` has a frame or an error to give. A second call replaces the first. */
  ready(told: () => void): void;
}

/** @param path such as `/dev/video0`, or a link to it by which it is found wherever it is now (`/dev/v4l/by-id/…`). */
export function openVideoDevice(path: string): VideoDevice {
  const raw = new (addon().v4l2.Camera)(path);
  return {
    offers: ({ width, height }) =>
      raw.offers(width, height).map((each) => ({ ...each, format: each.format as PixelFormat | undefined })),
    controls: () => raw.controls(),
    read: ({ id, kind }) => raw.control(id, kind === 'wide'),
    write: ({ id, kind }, value) => raw.setControl(id, kind === 'wide', value),
    settle: ({ format, width, height, rateHz }) => raw.settle(format, width, height, rateHz),
    start: () => raw.start(),
    take(pool) {
      const taken = raw.take(new Uint8Array(pool.handle.memory));
      if (taken === undefined) return undefined;
      const { sequence, monotonicMs, slot, generation } = taken;
      return {
        sequence,
        monotonicMs: Number.isNaN(monotonicMs) ? undefined : monotonicMs,
        lease: slot === undefined || generation === undefined ? undefined : { slot, generation },
      };
    },
    ready: (told) => raw.ready(told),
    [Symbol.dispose]: () => raw.close(),
  };
}
