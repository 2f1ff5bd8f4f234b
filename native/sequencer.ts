/**
 * The trigger and strobe sequencer (native/src/gpio/sequencer.h): cycles of {trigger pulse, strobe delay, strobe width} at
 * the frame rate, on a native thread of its own, timed by the kernel's monotonic clock.
 *
 * Promises: cycle n begins at `startMs` + n periods, with no drift. The strobe's pulse is at most 2 ms and lit for at most a
 * tenth of the time, whatever is asked for: more is refused with a RangeError, and a pulse that the machine made longer is paid back
 * in darkness. The strobe is dark once the sequencer is closed, or the process ended, crashed, was killed, stopped or hangs.
 */
import { join } from 'node:path';
import { wholeNumber } from './arguments.ts';
import { type LineLocation, rawLine } from './gpio.ts';
import { addon, addonFolder } from './load.ts';

/** All in microseconds; 0: no trigger pulse, or dark. */
export interface SequencedExposure {
  readonly triggerUs: number;
  /** From the beginning of the trigger pulse. */
  readonly strobeDelayUs: number;
  readonly strobeUs: number;
}

export interface SequencedLine extends LineLocation {
  readonly activeLow: boolean;
}

export interface SequencerReport {
  /** CLOCK_MONOTONIC of cycle 0, milliseconds. */
  readonly startMs: number;
  /** Begun; and left out because the thread came more than a period late. */
  readonly cycles: number;
  readonly skipped: number;
  /** Strobe pulses left out so that the limit holds. */
  readonly withheld: number;
  readonly longestStrobeUs: number;
  /** Whether the system granted SCHED_FIFO, and to lock the thread's memory. */
  readonly realtime: boolean;
  readonly locked: boolean;
  /** Edges by how late they were: below each of `sequencerLatenessUs`, and the rest. */
  readonly lateness: readonly number[];
}

export interface Sequencer {
  report(): SequencerReport;
  /** Which exposure of the plan a moment lies in. @param monotonicMs CLOCK_MONOTONIC, as cameras stamp frames. */
  exposureAt(monotonicMs: number): SequencedExposure | undefined;
  close(): void;
}

/** Upper ends of the buckets, microseconds. */
export const sequencerLatenessUs: readonly number[] = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000];

/** Starts at once. Errors of system calls have their name as `code`, as those of requestLine. */
export function startSequencer(
  lines: { readonly trigger?: SequencedLine | undefined; readonly strobe?: SequencedLine | undefined },
  { periodUs, exposures }: { readonly periodUs: number; readonly exposures: readonly SequencedExposure[] },
): Sequencer {
  const numbers = exposures.flatMap(({ triggerUs, strobeDelayUs, strobeUs }) => [triggerUs, strobeDelayUs, strobeUs]);
  for (const each of [periodUs, ...numbers])
    wholeNumber('a time in microseconds', each, { least: 0, most: 10_000_000 });
  const line = (location: SequencedLine | undefined) =>
    location === undefined
      ? undefined
      : rawLine(location, 'platekeeper', { output: true, activeLow: location.activeLow, bias: 'as-is', debounceUs: 0 });
  const trigger = line(lines.trigger);
  const strobe = line(lines.strobe);
  const guard = join(addonFolder(), 'strobe-guard');
  const raw = new (addon().gpio.Sequencer)(trigger, strobe, periodUs, Uint32Array.from(numbers), guard);
  const { startMs } = raw.report();
  let last = raw.report();
  return {
    report() {
      last = raw.report() ?? last;
      return { ...last, lateness: [...last.lateness] };
    },
    exposureAt(monotonicMs) {
      const cycle = Math.floor(((monotonicMs - startMs) * 1000) / periodUs);
      return cycle < 0 ? undefined : exposures[cycle % exposures.length];
    },
    close: () => raw.close(),
  };
}
