/** The log as JSON lines on a stream: one event a line. The fields' types leave no room for objects that hold plates. */
import type { Writable } from 'node:stream';
import type { Clock } from '../ports/clock.ts';
import type { Log, LogLevel } from '../ports/log.ts';

const rank: Readonly<Record<LogLevel, number>> = { info: 0, warning: 1, error: 2 };

export function jsonLog(options: { stream: Writable; clock: Clock; level: LogLevel }): Log {
  return {
    event(level, name, fields = {}) {
      if (rank[level] < rank[options.level]) return;
      const time = new Date(options.clock.wall().epochMs).toISOString();
      options.stream.write(`${JSON.stringify({ time, level, event: name, ...fields })}\n`);
    },
  };
}
