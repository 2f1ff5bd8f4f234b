/** GPIO: lines by name, as the board file names them. Adapters: the character device, sysfs, and the simulated one. */
import type { MonotonicMs } from '../domain/instant.ts';

export interface Edge {
  readonly line: string;
  readonly rising: boolean;
  readonly monotonic: MonotonicMs;
  /** Counts the line's edges from 1, anew each time that it is requested, so that a lost one is seen. */
  readonly sequence: number;
}

export interface OutputLine {
  readonly line: string;
  /** True is the line's active level. Throws Fault `gpio.lost` when the chip has vanished. */
  set(active: boolean): void;
  /** Drives the line inactive and gives it back. */
  close(): void;
}

/** Where a board has a line. */
export interface LinePlace {
  /** The chip's label: its number is not the same after every boot. */
  readonly chip: string;
  /** The line's name, or its offset on the chip. */
  readonly line: string | number;
  readonly activeLow: boolean;
  readonly bias: 'as-is' | 'pull-up' | 'pull-down' | 'disabled';
  /** Of an input, microseconds; 0: none. */
  readonly debounceUs: number;
}

export interface Gpio {
  /** Throws Fault `gpio.missing`, `gpio.busy` or `gpio.refused`. The line starts inactive. */
  output(line: string): OutputLine;
  /** The level of an input now, whether or not its edges are listened to. Throws as `output`. */
  level(line: string): boolean;
  /** Edges of an input in order from this call on, until the signal aborts. Throws `gpio.lost` when its chip vanishes. */
  edges(line: string, signal: AbortSignal): AsyncIterable<Edge>;
}
