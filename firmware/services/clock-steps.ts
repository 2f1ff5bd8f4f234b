/**
 * Steps of the unit's time (POLICY.md O1): records before and after one do not stand in the order of their times, so the audit log says where
 * and by how much. Looked for at each round; what drifts within a round is no step.
 */
import type { MonotonicMs, WallInstant } from '../domain/instant.ts';
import type { Audit } from '../ports/audit.ts';

export interface ClockStepsTools {
  /** The unit's time. */
  readonly now: () => WallInstant;
  readonly monotonic: () => MonotonicMs;
  readonly audit: Audit;
}

/** Receivers and servers differ by less. */
const STEP_MS = 1000;

export class ClockSteps {
  readonly #tools: ClockStepsTools;
  /** Milliseconds by which the unit's time is ahead of the monotonic clock, as far as it is on record. */
  #offsetMs: number;

  constructor(tools: ClockStepsTools) {
    this.#tools = tools;
    this.#offsetMs = tools.now().epochMs - tools.monotonic();
  }

  /** Throws the faults of the log; the step is recorded at a later look then. */
  look(): void {
    const { now, monotonic, audit } = this.#tools;
    const { epochMs, quality } = now();
    const offsetMs = epochMs - monotonic();
    const stepMs = Math.round(offsetMs - this.#offsetMs);
    if (Math.abs(stepMs) >= STEP_MS)
      audit.record({ action: 'unit.clock-stepped', by: 'unit', detail: { stepMs, source: quality.source } });
    this.#offsetMs = offsetMs;
  }
}
