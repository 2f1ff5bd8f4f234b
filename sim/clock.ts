/**
 * The simulated clock. Time moves only when the street moves it, so the world stands still while vision works.
 *
 * Promises: sleepers wake in the order of their time, then of their asking, and each one's turn has run before the next
 * wakes; time never goes back. With `flow` (real pace) readings between two moves follow that source instead of standing.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { type MonotonicMs, monotonicMs, type WallInstant } from '../firmware/domain/instant.ts';
import type { Clock } from '../firmware/ports/clock.ts';

interface Sleeper {
  readonly dueMs: number;
  readonly order: number;
  wake(): void;
}

export interface SimClockOptions {
  readonly startEpochMs: number;
  /** Milliseconds since the start by a real clock; absent: time stands between moves. */
  readonly flow?: () => number;
}

export class SimClock implements Clock {
  readonly #startEpochMs: number;
  readonly #flow: (() => number) | undefined;
  readonly #sleepers: Sleeper[] = [];
  #nowMs = 0;
  #order = 0;

  constructor(options: SimClockOptions) {
    this.#startEpochMs = options.startEpochMs;
    this.#flow = options.flow;
  }

  wall(): WallInstant {
    return { epochMs: Math.round(this.#startEpochMs + this.monotonic()), quality: { source: 'simulated' } };
  }

  monotonic(): MonotonicMs {
    if (this.#flow) this.#nowMs = Math.max(this.#nowMs, this.#flow());
    return monotonicMs(this.#nowMs);
  }

  sleep(durationMs: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const aborted = () => {
        const at = this.#sleepers.indexOf(sleeper);
        if (at >= 0) this.#sleepers.splice(at, 1);
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        dueMs: this.monotonic() + Math.max(0, durationMs),
        order: this.#order++,
        wake: () => {
          signal?.removeEventListener('abort', aborted);
          resolve();
        },
      };
      signal?.addEventListener('abort', aborted, { once: true });
      this.#sleepers.push(sleeper);
    });
  }

  /** Lets what is at work come to rest, then moves time to `timeMs` since the start, waking every sleeper due on the way. */
  async advanceTo(timeMs: number): Promise<void> {
    await turn();
    for (let next = this.#firstDue(timeMs); next; next = this.#firstDue(timeMs)) {
      this.#sleepers.splice(this.#sleepers.indexOf(next), 1);
      this.#nowMs = Math.max(this.#nowMs, next.dueMs);
      next.wake();
      await turn();
    }
    this.#nowMs = Math.max(this.#nowMs, timeMs);
  }

  /** How many wait. */
  get sleepers(): number {
    return this.#sleepers.length;
  }

  #firstDue(timeMs: number): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const each of this.#sleepers) {
      if (each.dueMs > timeMs) continue;
      if (!first || each.dueMs < first.dueMs || (each.dueMs === first.dueMs && each.order < first.order)) first = each;
    }
    return first;
  }
}
