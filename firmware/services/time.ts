/**
 * The best time the unit knows for a moment, with what it is worth.
 *
 * `gps` only while the receiver's position is fresh and its sentences carried date and time: then the receiver's time
 * plus what the monotonic clock has counted since, good to 100 ms because sentences come late in their second. Else the
 * clock's own, with the clock's own quality. A surveyed place gives no time.
 */
import type { Fix } from '../domain/fix.ts';
import type { MonotonicMs, WallInstant } from '../domain/instant.ts';
import type { Clock } from '../ports/clock.ts';

export interface TimeSources {
  readonly clock: Clock;
  /** The receiver's own fix at present, not the surveyed place. */
  readonly received: () => Fix;
}

/** A moment of this boot, by both clocks, as a device stamped it. */
export interface Stamp {
  readonly wall: WallInstant;
  readonly monotonic: MonotonicMs;
}

export class UnitTime {
  readonly #sources: TimeSources;

  constructor(sources: TimeSources) {
    this.#sources = sources;
  }

  /** Now. */
  wall(): WallInstant {
    const { clock } = this.#sources;
    return this.at({ wall: clock.wall(), monotonic: clock.monotonic() });
  }

  /** At a moment that a device stamped, a frame's exposure for example. */
  at({ wall, monotonic }: Stamp): WallInstant {
    const { quality, receiverTime, monotonic: heardAt } = this.#sources.received();
    if (quality === 'none' || quality === 'stale' || quality === 'surveyed') return wall;
    if (!receiverTime || heardAt === undefined) return wall;
    return { epochMs: Math.round(receiverTime.epochMs + (monotonic - heardAt)), quality: receiverTime.quality };
  }
}
