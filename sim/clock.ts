/**
 * The simulated clock. Time moves only when the street moves it, so the world stands still while vision works.
 *
 * Promises: sleepers wake in the order of their time, then of their asking, and each one's turn has run before the next
 * wakes; time never goes back. With `flow` (real pace) readings between two moves follow that source instead of standing.
 *
 * Its back door makes the calendar wrong, as a machine's clock can be; the monotonic clock can not.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { type MonotonicMs, monotonicMs, type WallInstant } from '../firmware/domain/instant.ts';
import type { Clock } from '../firmware/ports/clock.ts';
import { FaultSwitch, type SimulatedFault } from './faults.ts';

interface Sleeper {
  readonly dueMs: number;
  readonly order: number;
  wake(): void;
}

/** A wrong clock is an hour ahead, one that fails by turns for two seconds of four. */
const WRONG_MS = 3_600_000;
const TURN_MS = 2000;

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
  readonly #fault = new FaultSwitch('clock', ['stuck', 'wrong', 'slow', 'intermittent'], {
    off: 'a machine without a clock does not run',
    garbage: 'a time is a number, and each one a wrong time at worst',
    delayed: 'a time that is told late is a wrong time',
  });
  #faultSinceMs = 0;

  constructor(options: SimClockOptions) {
    this.#startEpochMs = options.startEpochMs;
    this.#flow = options.flow;
  }

  wall(): WallInstant {
    return this.wallAt(this.monotonic());
  }

  /** What the calendar said or would say at a time since the start. */
  wallAt(timeMs: number): WallInstant {
    return {
      epochMs: Math.round(this.#startEpochMs + timeMs + this.#errorMs(timeMs)),
      quality: { source: 'simulated' },
    };
  }

  /** Back door: what the calendar suffers from, from now on; it is right again when that ends. */
  set fault(fault: SimulatedFault | undefined) {
    this.#fault.set(fault);
    this.#faultSinceMs = this.#nowMs;
  }

  /** Back door: time in which nobody had a turn, as when a call into the system took so long. */
  hold(durationMs: number): void {
    this.#nowMs += durationMs;
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

  #errorMs(timeMs: number): number {
    const sinceMs = Math.max(0, timeMs - this.#faultSinceMs);
    switch (this.#fault.present) {
      case 'stuck':
        return -sinceMs;
      case 'wrong':
        return WRONG_MS;
      case 'slow':
        return -sinceMs / 2;
      case 'intermittent':
        return Math.floor(sinceMs / TURN_MS) % 2 === 0 ? WRONG_MS : 0;
      case undefined:
        return 0;
    }
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
