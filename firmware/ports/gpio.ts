/** GPIO: lines by name, as the board file names them. Adapters: simulated now; character device and sysfs with a board. */
import type { MonotonicMs } from '../domain/instant.ts';

export interface Edge {
  readonly line: string;
  readonly rising: boolean;
  readonly monotonic: MonotonicMs;
  /** Counts the line's edges from 1, so that a lost one is seen. */
  readonly sequence: number;
}

export interface OutputLine {
  readonly line: string;
  /** True is the line's active level. */
  set(active: boolean): void;
  /** Drives the line inactive and gives it back. */
  close(): void;
}

export interface Gpio {
  /** Throws Fault `gpio.missing` or `gpio.busy`. The line starts inactive. */
  output(line: string): OutputLine;
  /** Edges of an input in order, until the signal aborts. */
  edges(line: string, signal: AbortSignal): AsyncIterable<Edge>;
}
