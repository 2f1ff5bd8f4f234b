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
import { addon, addonFolder, type RawLine, type RawSequencer, type SequencerReport } from './load.ts';

export type { SequencerReport } from './load.ts';

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
  const guard = join(addonFolder(), 'strobe-guard');
  const taken: (RawLine | undefined)[] = [];
  let raw: RawSequencer;
  try {
    taken.push(line(lines.trigger));
    taken.push(line(lines.strobe));
    raw = new (addon().gpio.Sequencer)(taken[0], taken[1], periodUs, Uint32Array.from(numbers), guard);
  } catch (error) {
    for (const each of taken) each?.close();
    throw error;
  }
  let last = raw.report()!;
  const { startMs } = last;
  return {
    report() {
      last = raw.report() ?? last;
      return last;
    },
    exposureAt(monotonicMs) {
      const cycle = Math.floor(((monotonicMs - startMs) * 1000) / periodUs);
      return cycle < 0 ? undefined : exposures[cycle % exposures.length];
    },
    close: () => raw.close(),
  };
}
