/**
 * Keeps the watchdogs quiet for as long as the unit does its work: systemd's (WatchdogSec) and the hardware's. When a part is
 * stuck they are petted no more, and what they do about it (restart the unit, reset the machine) follows by itself. A watchdog that
 * can not be told is a fault; the others are.
 */
import { Fault, faultOf } from '../domain/fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Progress } from './progress.ts';

export interface WatchdogTools {
  readonly progress: Progress;
  /** Each tells one watchdog that all is well. May throw Fault `watchdog.unavailable`. */
  readonly pets: readonly (() => void)[];
  readonly intervalMs: number;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Told of what is stuck, and with undefined that it moves again; of a watchdog, at each petting. */
  readonly onFault: (source: 'progress' | 'watchdog', fault: Fault | undefined) => void;
}

/** Runs until the signal aborts. */
export async function watchOver({
  progress,
  pets,
  intervalMs,
  clock,
  log,
  signal,
  onFault,
}: WatchdogTools): Promise<void> {
  let stuck = '';
  while (!signal.aborted) {
    const parts = progress.stuck(clock.monotonic()).join(', ');
    if (parts === '') onFault('watchdog', petted(pets));
    if (parts !== stuck) {
      const fault = parts === '' ? undefined : new Fault('unit.stuck', `${parts}.`);
      if (fault !== undefined) log.event('error', fault.code, { detail: fault.detail, remedy: fault.remedy });
      onFault('progress', fault);
      stuck = parts;
    }
    await clock.sleep(intervalMs, signal).catch(() => undefined);
  }
}

/** The first fault that a watchdog had. */
function petted(pets: WatchdogTools['pets']): Fault | undefined {
  const faults = pets.map((pet) => {
    try {
      return pet();
    } catch (error) {
      const fault = faultOf(error);
      if (fault === undefined) throw error;
      return fault;
    }
  });
  return faults.find((fault) => fault !== undefined);
}
