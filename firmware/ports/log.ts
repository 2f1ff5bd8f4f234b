/** The log: events with fields, on changes of state only. Field values never hold a plate or a secret. */

export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;
export type LogLevel = 'info' | 'warning' | 'error';

export interface Log {
  event(level: LogLevel, name: string, fields?: LogFields): void;
}
