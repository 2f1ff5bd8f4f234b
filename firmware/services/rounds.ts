/**
 * The rounds: what tells nothing of itself when it goes wrong (the disk, the clock, the broker's slowness, the rate of frames) is
 * asked once a second, so that health can say so within five.
 */
import { type FaultCode, faultOf, faultTable } from '../domain/fault.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { CurrentFaults } from './current-faults.ts';

export interface RoundsTools {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly faults: CurrentFaults;
  /** By source: what is wrong with it now, or undefined. A Fault that is thrown is an answer too. */
  readonly asked: Readonly<Record<string, () => FaultCode | undefined>>;
}

const EVERY_MS = 1000;

/** Runs until the signal aborts. */
export async function goRounds({ clock, log, signal, faults, asked }: RoundsTools): Promise<void> {
  while (!signal.aborted) {
    for (const [source, ask] of Object.entries(asked)) {
      const before = faults.of(source);
      const code = answer(ask);
      if (code === before) continue;
      if (code !== undefined) log.event('warning', code, { source, remedy: faultTable[code].remedy });
      else log.event('info', 'fault.over', { source, fault: before! });
      faults.set(source, code);
    }
    await clock.sleep(EVERY_MS, signal).catch(() => undefined);
  }
}

function answer(ask: () => FaultCode | undefined): FaultCode | undefined {
  try {
    return ask();
  } catch (error) {
    const fault = faultOf(error);
    if (fault === undefined) throw error;
    return fault.code;
  }
}
