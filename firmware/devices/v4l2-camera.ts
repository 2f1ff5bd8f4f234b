/**
 * A camera behind the kernel's Video4Linux interface: USB cameras, CSI cameras whose driver gives pictures, capture cards.
 *
 * Promises: each frame has the kernel's own stamp (of its first line or its last, as the driver does it) and the driver's own
 * number, so that frames which the driver dropped, marked as broken, or which found no free slot show as a gap. The device is found anew at
 * each opening, so a camera that was unplugged comes back, under whatever number, where `device` is a link that follows it
 * (`/dev/v4l/by-id/…`, `/dev/v4l/by-path/…`). Formats are negotiated (v4l2-format.ts) and controls set (v4l2-controls.ts)
 * before the first frame. Refuses compressed streams: a `command` camera decodes those.
 */

import type { FramePool } from '../../native/index.ts';
import { bytesPerImage, bytesPerRow, openVideoDevice, type VideoDevice } from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';
import type { Exposure, Geometry, PixelFormat } from '../domain/frame.ts';
import { monotonicMs } from '../domain/instant.ts';
import type { Camera } from '../ports/camera.ts';
import type { Clock } from '../ports/clock.ts';
import { applyControls, type ControlSetting, settingsOf, type WantedControls } from './v4l2-controls.ts';
import { chosenFormat, type WantedMode } from './v4l2-format.ts';

/** Which device, and what it is to deliver. */
export interface WantedCamera extends WantedMode {
  readonly device: string;
  readonly controls: WantedControls;
}

export interface V4l2Options extends WantedCamera {
  readonly name: string;
  /** Frames a second to ask for; a camera that is triggered from outside follows its trigger. */
  readonly rateHz: number;
  /** Longest silence before the camera counts as stalled. */
  readonly stallMs: number;
  readonly pool: FramePool;
  /** Its monotonic time is the kernel's CLOCK_MONOTONIC. */
  readonly clock: Clock;
  /** Told at each opening what the camera settled for; a rate that it does not say is 0. */
  readonly settled: (mode: SettledMode) => void;
}

export interface SettledMode {
  readonly format: PixelFormat;
  readonly rateHz: number;
}

export function v4l2Camera(options: V4l2Options): Camera {
  const { name, device: path, pool, clock, stallMs } = options;
  const exposure = exposureOf(options.controls);
  const count = new FrameCount();

  return {
    name,
    rateHz: options.rateHz,
    async *frames(signal) {
      using device = faulted('camera.missing', path, () => openVideoDevice(path));
      const geometry = faulted('camera.missing', path, () => begun(device, options));
      count.reopen();
      using watch = new Watch({ clock, stallMs, signal });
      while (!signal.aborted) {
        const taken = faulted('camera.ended', path, () => device.take(pool));
        if (taken === undefined) {
          if (watch.stalled) throw new Fault('camera.stalled', `${path} gave no whole frame for ${stallMs} ms.`);
          await watch.news(device);
          continue;
        }
        watch.heard();
        const now = clock.monotonic();
        const sequence = count.of(taken.sequence);
        if (taken.lease === undefined) continue;
        const monotonic = taken.monotonicMs === undefined ? now : monotonicMs(taken.monotonicMs);
        const wall = clock.wall();
        yield {
          camera: name,
          sequence,
          geometry,
          lease: taken.lease,
          wall: { ...wall, epochMs: Math.round(wall.epochMs - (now - monotonic)) },
          monotonic,
          exposure,
        };
      }
    },
  };
}

/** The driver's count, which begins where it likes and goes round after 32 bits, as one that goes on over every opening. */
export class FrameCount {
  #last: number | undefined;
  #ours = -1;

  /** What was lost while the camera was away nobody knows. */
  reopen(): void {
    this.#last = undefined;
  }

  of(theirs: number): number {
    const step = this.#last === undefined ? 1 : (theirs - this.#last) >>> 0;
    this.#last = theirs;
    // A driver that does not count gives 0 every time, and one that begins anew seems to leap almost all the way round.
    this.#ours += step === 0 || step > 2 ** 31 ? 1 : step;
    return this.#ours;
  }
}

/**
 * What the camera would be opened with: nothing is set, and who streams from it goes on undisturbed. Throws the faults that
 * an opening would.
 */
export function formatOfCamera(wanted: WantedCamera): PixelFormat {
  return faulted('camera.missing', wanted.device, () => {
    using device = openVideoDevice(wanted.device);
    return suited(device, wanted).format;
  });
}

function suited(
  device: VideoDevice,
  wanted: WantedCamera,
): { format: PixelFormat; settings: readonly ControlSetting[] } {
  const format = chosenFormat(device.offers(wanted), wanted);
  return { format, settings: settingsOf(device.controls(), wanted.controls) };
}

/** Settles format, rate and controls, and begins to stream. */
function begun(device: VideoDevice, options: V4l2Options): Geometry {
  const { width, height, rateHz, pool } = options;
  const { format, settings } = suited(device, options);
  const needed = bytesPerImage(format, width, height);
  if (needed > pool.bytesPerSlot)
    throw new Fault(
      'frame.too-large',
      `${width}x${height} ${format} needs ${needed} bytes, a slot has ${pool.bytesPerSlot}.`,
    );
  const settledHz = device.settle({ format, width, height, rateHz });
  applyControls(device, settings);
  device.start();
  options.settled({ format, rateHz: settledHz });
  return { format, width, height, strideBytes: bytesPerRow(format, width) };
}

/** Waits for one device: until it has something to give, has been silent for too long, or the signal aborts. No timer a frame. */
class Watch implements Disposable {
  readonly #clock: Clock;
  readonly #stallMs: number;
  readonly #over = new AbortController();
  #heardAt: number;
  #wake = () => {};

  constructor({ clock, stallMs, signal }: { clock: Clock; stallMs: number; signal: AbortSignal }) {
    this.#clock = clock;
    this.#stallMs = stallMs;
    this.#heardAt = clock.monotonic();
    signal.addEventListener('abort', () => this.#wake(), { signal: this.#over.signal });
    void this.#listen().catch(() => undefined);
  }

  get stalled(): boolean {
    return this.#leftMs <= 0;
  }

  heard(): void {
    this.#heardAt = this.#clock.monotonic();
  }

  news(device: VideoDevice): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
      device.ready(resolve);
    });
  }

  [Symbol.dispose](): void {
    this.#over.abort();
  }

  async #listen(): Promise<void> {
    for (;;) {
      const leftMs = this.#leftMs;
      if (leftMs <= 0) this.#wake();
      await this.#clock.sleep(leftMs > 0 ? leftMs : this.#stallMs, this.#over.signal);
    }
  }

  get #leftMs(): number {
    return this.#heardAt + this.#stallMs - this.#clock.monotonic();
  }
}

/** The UVC standard's own control counts in 100 us (V4L2_CID_EXPOSURE_ABSOLUTE); others count in units of the sensor. */
function exposureOf(controls: WantedControls): Exposure {
  const absolute = controls.exposure_time_absolute;
  return typeof absolute === 'number' ? { shutterUs: absolute * 100 } : {};
}

/** Refused system calls as faults; `act` may throw faults of its own. */
function faulted<T>(code: 'camera.missing' | 'camera.ended', path: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error instanceof Fault) throw error;
    throw new Fault(code, `${path}: ${error.message}.`, error);
  }
}
