/**
 * The best time the unit knows for a moment, with what it is worth: the one that can be least wrong.
 *
 * The system's clock is worth what the system says (kept by NTP or a pulse per second, with a bound). The receiver's time
 * counts while its position is fresh: good to 100 ms, because sentences come late in their second. Once it is not fresh any
 * more, the time it gave runs on by the monotonic clock, `free-running`, with a bound that grows with its age. A time without a
 * bound is worth least. A surveyed place gives no time.
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

/** Seconds a second by which an uncorrected crystal of a small computer may be wrong, heat and age included. */
const drift = 1e-4;

/** Receivers say the time of their second up to a second late; what bounds they and the system give comes on top. */
const AGREED_MS = 1500;

export class UnitTime {
  readonly #sources: TimeSources;
  /** The receiver's time when it last could be used. */
  #held: Stamp | undefined;

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
    const fresh = this.#refresh();
    if (this.#held === undefined) return wall;
    const { wall: held, monotonic: heldAt } = this.#held;
    const sinceMs = monotonic - heldAt;
    const epochMs = Math.round(held.epochMs + sinceMs);
    if (fresh) return leastWrong({ epochMs, quality: held.quality }, wall);
    const uncertaintyMs = (held.quality.uncertaintyMs ?? 0) + Math.abs(sinceMs) * drift;
    return leastWrong({ epochMs, quality: { source: 'free-running', uncertaintyMs } }, wall);
  }

  /** When the system's clock and the receiver's time, run on by the monotonic clock, differ by more than either may be wrong. */
  fault(): 'clock.disagrees' | undefined {
    const { clock } = this.#sources;
    this.#refresh();
    if (this.#held === undefined) return undefined;
    const system = { wall: clock.wall(), monotonic: clock.monotonic() };
    return disagree(system, this.#held) ? 'clock.disagrees' : undefined;
  }

  /** Whether what is held is the receiver's at present. */
  #refresh(): boolean {
    const { quality, receiverTime, monotonic } = this.#sources.received();
    if (quality === 'none' || quality === 'stale' || quality === 'surveyed') return false;
    if (!receiverTime || monotonic === undefined) return false;
    this.#held = { wall: receiverTime, monotonic };
    return true;
  }
}

/** Milliseconds by which one time is ahead of another that runs on by the monotonic clock. */
export function aheadMs(one: Stamp, other: Stamp): number {
  return one.wall.epochMs - other.wall.epochMs - (one.monotonic - other.monotonic);
}

/** Whether they differ by more than either may be wrong. */
export function disagree(one: Stamp, other: Stamp): boolean {
  const boundMs = ({ wall }: Stamp) => wall.quality.uncertaintyMs ?? 0;
  const driftMs = Math.abs(one.monotonic - other.monotonic) * drift;
  return Math.abs(aheadMs(one, other)) > AGREED_MS + boundMs(one) + boundMs(other) + driftMs;
}

function leastWrong(received: WallInstant, system: WallInstant): WallInstant {
  const { uncertaintyMs = Number.POSITIVE_INFINITY } = system.quality;
  return uncertaintyMs < (received.quality.uncertaintyMs ?? Number.POSITIVE_INFINITY) ? system : received;
}
