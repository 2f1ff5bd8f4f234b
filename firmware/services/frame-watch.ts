/**
 * Whether a camera's frames come as they should: as often as it must deliver them, soon after they were exposed, and not the same
 * picture again and again (no two exposures of a sensor are alike to the last bit). Told of each frame as it arrives, it answers
 * within four seconds; a camera that says of itself that it failed is another's matter. Pure but for its memory.
 */
import type { Frame } from '../domain/frame.ts';
import type { MonotonicMs } from '../domain/instant.ts';

export interface FrameWatchOptions {
  /** Of the camera. */
  readonly rateHz: number;
  /** The frame's bytes. */
  readonly bytesOf: (frame: Frame) => Uint8Array;
}

/** What is judged are the arrivals of so long; nothing before half of it. */
const WINDOW_MS = 4000;
/** Shares of the rate below which a camera is slow, and from which it is no more. */
const SLOW_BELOW = 0.75;
const SLOW_UNTIL = 0.9;
const LATE_MS = 250;
const STUCK_MS = 3000;
/** Bytes of a frame that are compared. */
const SAMPLES = 1024;

interface Arrival {
  readonly at: MonotonicMs;
  readonly lateMs: number;
}

export class FrameWatch {
  readonly #options: FrameWatchOptions;
  #since: MonotonicMs | undefined;
  #arrivals: Arrival[] = [];
  #picture: { readonly sum: number; readonly since: MonotonicMs } | undefined;
  #slow = false;

  constructor(options: FrameWatchOptions) {
    this.#options = options;
  }

  arrived(frame: Frame, now: MonotonicMs): void {
    this.#since ??= now;
    this.#forget(now);
    this.#arrivals.push({ at: now, lateMs: now - frame.monotonic });
    const sum = sampled(this.#options.bytesOf(frame), frame.geometry);
    if (sum === undefined) this.#picture = undefined;
    else if (sum !== this.#picture?.sum) this.#picture = { sum, since: now };
  }

  /** The camera is opened anew: what was before counts no more. */
  restart(): void {
    this.#since = undefined;
    this.#arrivals = [];
    this.#picture = undefined;
    this.#slow = false;
  }

  /** Frames a second of late; undefined until it can be told. */
  rateHz(now: MonotonicMs): number | undefined {
    this.#forget(now);
    const spanMs = Math.min(WINDOW_MS, now - (this.#since ?? now));
    return spanMs < WINDOW_MS / 2 ? undefined : (this.#arrivals.length * 1000) / spanMs;
  }

  fault(now: MonotonicMs): 'camera.stuck' | 'camera.slow' | 'camera.late' | undefined {
    const rateHz = this.rateHz(now);
    if (rateHz === undefined) return undefined;
    // Where a window begins between two frames it misses one.
    const missed = 1000 / WINDOW_MS;
    const share = (rateHz + missed) / this.#options.rateHz;
    this.#slow = share < (this.#slow ? SLOW_UNTIL : SLOW_BELOW);
    if (this.#picture !== undefined && now - this.#picture.since >= STUCK_MS) return 'camera.stuck';
    if (this.#slow) return 'camera.slow';
    return this.#arrivals.every(({ lateMs }) => lateMs >= LATE_MS) ? 'camera.late' : undefined;
  }

  #forget(now: MonotonicMs): void {
    while (this.#arrivals.length > 0 && this.#arrivals[0]!.at <= now - WINDOW_MS) this.#arrivals.shift();
  }
}

/** A sum over bytes spread over the frame; undefined where all are alike, as a covered lens gives them. */
function sampled(bytes: Uint8Array, { strideBytes, height }: Frame['geometry']): number | undefined {
  const length = Math.min(bytes.length, strideBytes * height);
  // Odd, so that it does not stay in one column.
  const step = Math.max(1, Math.floor(length / SAMPLES)) | 1;
  let sum = 0x811c9dc5;
  let varied = false;
  for (let i = 0; i < length; i += step) {
    sum = Math.imul(sum ^ bytes[i]!, 0x01000193);
    varied ||= bytes[i] !== bytes[0];
  }
  return varied ? sum : undefined;
}
