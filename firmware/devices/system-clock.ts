/** The system's clock behind the Clock port. Its wall time is worth what the system itself knows of it. */
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import type { ClockQuality } from '../domain/instant.ts';
import { monotonicMs } from '../domain/instant.ts';
import type { Clock } from '../ports/clock.ts';

/** systemd-timesyncd and chrony (through systemd) create this file once the clock has been set from the network. */
const SYNCHRONISED = '/run/systemd/timesync/synchronized';
const RECHECK_MS = 10_000;

export function systemClock(): Clock {
  let quality: ClockQuality = { source: 'free-running' };
  let checkedAt = Number.NEGATIVE_INFINITY;
  return {
    wall() {
      const now = performance.now();
      if (now - checkedAt > RECHECK_MS) {
        checkedAt = now;
        quality = existsSync(SYNCHRONISED) ? { source: 'ntp' } : { source: 'free-running' };
      }
      return { epochMs: Date.now(), quality };
    },
    // CLOCK_MONOTONIC, by which the kernel stamps frames and edges.
    monotonic: () => monotonicMs(Number(process.hrtime.bigint()) / 1e6),
    sleep: (durationMs, signal) => delay(durationMs, undefined, signal === undefined ? {} : { signal }),
  };
}
