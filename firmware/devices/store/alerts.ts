/**
 * Alerts as they stand: the latest message of each, sealed as its detection is, so that it goes with it; and how often one character was
 * read for another, which names no plate and stays.
 */
import { type Alert, isOpen, type Misread } from '../../domain/alert.ts';
import type { Database } from './database.ts';
import { type DayKeys, stepOf } from './day-keys.ts';

export interface AlertParts {
  readonly database: Database;
  readonly keys: DayKeys;
  readonly encode: { alertOf(message: Uint8Array): Alert };
}

export class SealedAlerts {
  readonly #parts: AlertParts;
  readonly #record;
  readonly #recorded;
  readonly #life;
  readonly #misreadOnce;

  constructor(parts: AlertParts) {
    this.#parts = parts;
    const { database } = parts;
    this.#record = database.prepare(
      `INSERT INTO alert VALUES (?1, ?2, ?3, ?4, ?5)
         ON CONFLICT (id) DO UPDATE SET ended = ?2, life_ms = ?4, sealed = ?5`,
    );
    this.#recorded = database.prepare('SELECT ended FROM alert WHERE id = ?');
    this.#life = database.prepare('SELECT life_ms AS ms FROM alert WHERE id = ?');
    this.#misreadOnce = database.prepare(
      'INSERT INTO misread VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1',
    );
  }

  /** Within a transaction of the caller's. Whether it has ended now, and had not before. */
  put(alert: Alert, message: Uint8Array, lifeMs: number): boolean {
    const { id, detection, ended, raisedAt } = alert;
    const over = !isOpen(alert);
    const before = this.#recorded.get(id) as { ended: number } | undefined;
    const endsNow = over && before?.ended !== 1;
    if (ended?.disposition === 'misread' && before?.ended !== 1)
      for (const [index, place] of (ended.misreadPositions ?? []).entries())
        this.#misreadOnce.run(detection.plate.reveal()[place] ?? '?', ended.misreadAs?.[index] ?? '?');
    const sealed = this.#parts.keys.seal(stepOf(lifeMs), message, boundTo(id));
    this.#record.run(id, over ? 1 : 0, Math.round(raisedAt.epochMs), lifeMs, sealed);
    return endsNow;
  }

  /** The life that the alert was stored by first; undefined: not kept. */
  lifeOf(id: string): number | undefined {
    const row = this.#life.get(id) as { ms: number } | undefined;
    return row !== undefined && this.#parts.keys.keeps(stepOf(row.ms)) ? row.ms : undefined;
  }

  open(): readonly Alert[] {
    const { database, keys, encode } = this.#parts;
    const rows = database.prepare('SELECT id, life_ms, sealed FROM alert WHERE ended = 0 ORDER BY raised_ms, id');
    return database.attempt(() =>
      (rows.all() as unknown as { id: string; life_ms: number; sealed: Uint8Array }[]).flatMap((row) => {
        const message = keys.open(stepOf(row.life_ms), row.sealed, boundTo(row.id));
        return message === undefined ? [] : [encode.alertOf(message)];
      }),
    );
  }

  misreads(): readonly Misread[] {
    const { database } = this.#parts;
    const rows = database.prepare('SELECT read, truly, count FROM misread ORDER BY count DESC, read, truly');
    return database.attempt(() => rows.all() as unknown as Misread[]);
  }
}

function boundTo(id: string): string {
  return `alert-record ${id}`;
}
