/**
 * Steps of the unit's time (POLICY.md O1): records before and after one do not stand in the order of their times, so the audit log says where
 * and by how much. Looked for at each round; what drifts within a round is no step, and neither is what the bounds of two sources
 * explain.
 *
 * The first is recorded at once. Those that follow within a minute are one record, with how many they were and how far the time moved
 * in all, so that a receiver led astray every second does not fill a log that is kept for ever. Those of the last minute before a stop stay
 * untold.
 */
import type { MonotonicMs, WallInstant } from '../domain/instant.ts';
import type { Audit } from '../ports/audit.ts';
import { aheadMs, disagree, type Stamp } from './time.ts';

export interface ClockStepsTools {
  /** The unit's time. */
  readonly now: () => WallInstant;
  readonly monotonic: () => MonotonicMs;
  readonly audit: Audit;
}

const RECORDED_EVERY_MS = 60_000;

export class ClockSteps {
  readonly #tools: ClockStepsTools;
  #seen: Stamp;
  /** Of the monotonic clock. */
  #recordedMs = Number.NEGATIVE_INFINITY;
  /** Not on record yet. */
  #steps = 0;
  #stepMs = 0;

  constructor(tools: ClockStepsTools) {
    this.#tools = tools;
    this.#seen = { wall: tools.now(), monotonic: tools.monotonic() };
  }

  /** Throws the faults of the log; what it did not take is recorded at a later look. */
  look(): void {
    const { now, monotonic, audit } = this.#tools;
    const seen = { wall: now(), monotonic: monotonic() };
    if (disagree(seen, this.#seen)) {
      this.#steps += 1;
      this.#stepMs += aheadMs(seen, this.#seen);
    }
    this.#seen = seen;
    if (this.#steps === 0 || seen.monotonic - this.#recordedMs < RECORDED_EVERY_MS) return;
    const detail = { stepMs: Math.round(this.#stepMs), steps: this.#steps, source: seen.wall.quality.source };
    audit.record({ action: 'unit.clock-stepped', by: 'unit', detail });
    this.#recordedMs = seen.monotonic;
    this.#steps = 0;
    this.#stepMs = 0;
  }
}
