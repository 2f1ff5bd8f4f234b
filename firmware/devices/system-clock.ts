/**
 * The system's clock behind the Clock port. Its wall time is worth what the kernel knows of it: whether a daemon (ntpd,
 * chrony, systemd-timesyncd) or a pulse per second keeps it, and how wrong it can be.
 */
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type KernelClock, kernelClock } from '../../native/index.ts';
import { type ClockQuality, monotonicMs } from '../domain/instant.ts';
import type { Clock } from '../ports/clock.ts';

/** systemd-timesyncd gives neither bound nor estimate: half the way to a server and back, over a mobile network at its worst. */
const UNTOLD_MS = 100;
const LEAP_MS = 1000;

export function systemClock(): Clock {
  return {
    wall: () => ({ epochMs: Date.now(), quality: kernelQuality(kernelClock()) }),
    // CLOCK_MONOTONIC, by which the kernel stamps frames and edges.
    monotonic: () => monotonicMs(Number(process.hrtime.bigint()) / 1e6),
    sleep: (durationMs, signal) => delay(durationMs, undefined, signal === undefined ? {} : { signal }),
  };
}

/** Names this boot of the machine, over which its monotonic time goes on; undefined where the kernel does not say. */
export function machineBoot(): string | undefined {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return undefined;
  }
}

export function kernelQuality(clock: KernelClock): ClockQuality {
  if (!clock.synchronised) return { source: 'free-running' };
  const untoldMs = clock.estimatedErrorMs === 0 ? UNTOLD_MS : 0;
  const uncertaintyMs = clock.maximumErrorMs + Math.abs(clock.offsetMs) + untoldMs + (clock.leapSecond ? LEAP_MS : 0);
  return { source: clock.pulse ? 'pps' : 'ntp', uncertaintyMs };
}
