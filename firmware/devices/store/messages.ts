/**
 * Messages in the store: each final as it is encoded, in two sealed pieces, its body and its context picture; the whole is the one after
 * the other, so that a picture that was given up leaves a message that is still one. The key is that of the step of the store's life in
 * which it was stored; what was forgotten opens no more and counts as gone.
 */
import { Fault } from '../../domain/fault.ts';
import type { OutboxKind, StoredMessage } from '../../ports/store.ts';
import type { Database } from './database.ts';
import { type DayKeys, stepOf } from './day-keys.ts';

export class Messages {
  readonly #database: Database;
  readonly #keys: DayKeys;
  readonly #insert;
  readonly #after;
  readonly #one;
  readonly #alerts;
  readonly #life;

  constructor(database: Database, keys: DayKeys) {
    this.#database = database;
    this.#keys = keys;
    this.#insert = database.prepare('INSERT INTO message VALUES (?, ?, ?, ?, ?, ?)');
    this.#after = database.prepareWide(
      'SELECT * FROM message WHERE kind = ? AND sequence > ? ORDER BY sequence LIMIT ?',
    );
    this.#one = database.prepareWide('SELECT * FROM message WHERE kind = ? AND sequence = ?');
    this.#alerts = database.prepareWide('SELECT * FROM message WHERE of_detection = ? ORDER BY sequence');
    this.#life = database.prepare("SELECT life_ms AS ms FROM message WHERE kind = 'detection' AND sequence = ?");
  }

  /** Within a transaction of the caller's. */
  insert({ kind, sequence, ofDetection = null, body, context }: NewMessage, lifeMs: number): void {
    const seal = (plain: Uint8Array, part: string) =>
      this.#keys.seal(stepOf(lifeMs), plain, boundTo(kind, sequence, part));
    const sealed = context === undefined ? null : seal(context, 'context');
    this.#insert.run(kind, sequence, lifeMs, ofDetection, seal(body, 'body'), sealed);
  }

  /** Up to `limit` rows after a sequence; one that was forgotten comes as undefined. */
  after(kind: OutboxKind, sequence: bigint, limit: number): { sequence: bigint; opened: StoredMessage | undefined }[] {
    return this.#database.attempt(() =>
      (this.#after.all(kind, sequence, limit) as unknown as Row[]).map((row) => ({
        sequence: row.sequence,
        opened: this.#opened(row),
      })),
    );
  }

  one(kind: OutboxKind, sequence: bigint): StoredMessage | undefined {
    const row = this.#database.attempt(() => this.#one.get(kind, sequence)) as Row | undefined;
    return row && this.#opened(row);
  }

  /** What tells of the alerts on a detection. */
  alertsOf(detection: bigint): StoredMessage[] {
    const rows = this.#database.attempt(() => this.#alerts.all(detection)) as unknown as Row[];
    return rows.flatMap((row) => this.#opened(row) ?? []);
  }

  /** When a detection was stored, of the store's life; undefined: not kept. */
  lifeOf(detection: bigint): number | undefined {
    const row = this.#life.get(detection) as { ms: number } | undefined;
    return row !== undefined && this.#keys.keeps(stepOf(row.ms)) ? row.ms : undefined;
  }

  #opened({ sequence, kind, life_ms: lifeMs, body, context }: Row): StoredMessage | undefined {
    const step = stepOf(Number(lifeMs));
    const open = (sealed: Uint8Array, part: string) => this.#keys.open(step, sealed, boundTo(kind, sequence, part));
    const opened = open(body, 'body');
    return opened && { sequence, kind, body: opened, context: context === null ? undefined : open(context, 'context') };
  }
}

/** The message as it is sent. */
export function payloadOf({ body, context }: Pick<StoredMessage, 'body' | 'context'>): Uint8Array {
  return context === undefined ? body : Buffer.concat([body, context]);
}

/** The key's purpose; a fault of a piece names it by its sequence. */
function boundTo(kind: OutboxKind, sequence: bigint, part: string): string {
  return `${kind} ${sequence} ${part}`;
}

interface NewMessage extends Omit<StoredMessage, 'ofDetection'> {
  /** Of an alert: the sequence of its detection. */
  readonly ofDetection?: bigint | null | undefined;
}

interface Row {
  readonly sequence: bigint;
  readonly kind: OutboxKind;
  readonly life_ms: bigint;
  readonly body: Uint8Array;
  readonly context: Uint8Array | null;
}

/** Whether the fault is of a disk without room. */
export function isFull(error: unknown): boolean {
  return error instanceof Fault && error.code === 'store.full';
}
