/**
 * How promptly the main thread answers: a timer's lateness, sampled a hundred times a second. Whatever blocks it (a flush
 * to a slow disk, a long computation) makes GPS, broker and every other timer late, and shows here.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { MainThreadLag } from '../domain/health.ts';

const SAMPLED_EVERY_MS = 10;

export class MainThreadWatch {
  readonly #delays = monitorEventLoopDelay({ resolution: SAMPLED_EVERY_MS });

  constructor() {
    this.#delays.enable();
  }

  /** The lateness since the last call, or undefined when nothing was sampled since. */
  lag(): MainThreadLag | undefined {
    if (this.#delays.count === 0) return undefined;
    const late = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - SAMPLED_EVERY_MS);
    const lag = { p99Ms: late(this.#delays.percentile(99)), maxMs: late(this.#delays.max) };
    this.#delays.reset();
    return lag;
  }

  [Symbol.dispose](): void {
    this.#delays.disable();
  }
}
