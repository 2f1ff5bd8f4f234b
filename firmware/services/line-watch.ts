/**
 * An input of the board, listened to for as long as the unit runs: a line that can not be had or whose chip vanishes is a fault,
 * and is asked for again after a pause until it is there. Edges are counted, those too that were lost because nobody took them in time.
 */
import { Fault } from '../domain/fault.ts';
import type { Tally } from '../domain/tally.ts';
import type { Clock } from '../ports/clock.ts';
import type { Edge, Gpio } from '../ports/gpio.ts';
import type { Log } from '../ports/log.ts';

export interface LineTools {
  readonly gpio: Gpio;
  readonly clock: Clock;
  readonly log: Log;
  /** Of the edges of all lines. */
  readonly tally: Tally;
  readonly signal: AbortSignal;
  /** Pause before the line is asked for again. */
  readonly reopenMs: number;
  /** Told of each failure, and with undefined each time that the line is had. */
  readonly onFault: (fault: Fault | undefined) => void;
}

export interface LineListener {
  /** The line is had; its level now. */
  had(active: boolean): void;
  edge(edge: Edge): void;
  /** The line is lost. */
  lost?(): void;
}

/** Runs until the signal aborts. A fault is logged when it begins or becomes another. */
export async function watchLine(line: string, tools: LineTools, { had, edge, lost }: LineListener): Promise<void> {
  const { gpio, clock, log, tally, signal, reopenMs, onFault } = tools;
  let failing: Fault['code'] | undefined;
  while (!signal.aborted) {
    try {
      const edges = gpio.edges(line, signal);
      had(gpio.level(line));
      failing = undefined;
      onFault(undefined);
      let due = 1;
      for await (const each of edges) {
        const { sequence } = each;
        tally.inNumbered({ sequence, due });
        due = sequence + 1;
        edge(each);
        tally.out();
      }
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      if (error.code !== failing) log.event('error', error.code, { line, detail: error.detail, remedy: error.remedy });
      failing = error.code;
      onFault(error);
    }
    lost?.();
    if (!signal.aborted) await clock.sleep(reopenMs, signal).catch(() => undefined);
  }
}
