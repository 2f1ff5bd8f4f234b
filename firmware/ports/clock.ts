/** The clock: the only source of time in the runtime. Adapters: the system's, and the simulated world's. */
import type { MonotonicMs, WallInstant } from '../domain/instant.ts';

export interface Clock {
  /** The calendar, with its quality as far as the system knows it. */
  wall(): WallInstant;
  /** Never goes back within a boot. */
  monotonic(): MonotonicMs;
  /** Resolves after the given time on this clock; rejects with the signal's reason when aborted. */
  sleep(durationMs: number, signal?: AbortSignal): Promise<void>;
}
