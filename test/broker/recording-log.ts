/** A log that keeps its events, and lets a test wait for one. */
import { EventEmitter, once } from 'node:events';
import type { Log, LogFields, LogLevel } from '../../firmware/ports/log.ts';

export interface LoggedEvent {
  readonly level: LogLevel;
  readonly name: string;
  readonly fields: LogFields;
}

export interface RecordingLog extends Log {
  readonly events: readonly LoggedEvent[];
  /** Resolves with the first event of that name, past or to come. */
  until(name: string): Promise<LoggedEvent>;
}

export function recordingLog(): RecordingLog {
  const events: LoggedEvent[] = [];
  const news = new EventEmitter();
  return {
    events,
    event(level, name, fields = {}) {
      events.push({ level, name, fields });
      news.emit('event');
    },
    async until(name) {
      for (;;) {
        const found = events.find((each) => each.name === name);
        if (found) return found;
        await once(news, 'event');
      }
    },
  };
}
