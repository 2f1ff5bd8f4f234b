/** Records with terms of their own, each under the day keys of its kind. */
import type { KeptRecord, KeptRecords, RecordKind } from '../../ports/kept-records.ts';
import type { Database } from './database.ts';
import { type DayKeys, stepOf } from './day-keys.ts';
import type { Life } from './life.ts';

export class SealedRecords implements KeptRecords {
  readonly #database: Database;
  readonly #life: Life;
  readonly #keys: Readonly<Record<RecordKind, DayKeys>>;

  constructor(database: Database, life: Life, keys: Readonly<Record<RecordKind, DayKeys>>) {
    this.#database = database;
    this.#life = life;
    this.#keys = keys;
  }

  keep(kind: RecordKind, record: Uint8Array): bigint {
    const lifeMs = this.#life.now();
    return this.#database.transaction(() => this.insert(kind, record, lifeMs));
  }

  /** Within a transaction of the caller's. */
  insert(kind: RecordKind, record: Uint8Array, lifeMs: number): bigint {
    this.#life.begin();
    const sealed = this.#keys[kind].seal(stepOf(lifeMs), record, `record ${kind}`);
    const insert = this.#database.prepareWide(
      'INSERT INTO record (kind, life_ms, sealed) VALUES (?, ?, ?) RETURNING id',
    );
    return (insert.get(kind, lifeMs, sealed) as { id: bigint }).id;
  }

  after(kind: RecordKind, id: bigint, limit: number): readonly KeptRecord[] {
    const rows = this.#database.prepareWide(
      'SELECT id, life_ms, sealed FROM record WHERE kind = ? AND id > ? ORDER BY id LIMIT ?',
    );
    return this.#database.attempt(() =>
      (rows.all(kind, id, limit) as unknown as { id: bigint; life_ms: bigint; sealed: Uint8Array }[]).flatMap((row) => {
        const record = this.#keys[kind].open(stepOf(Number(row.life_ms)), row.sealed, `record ${kind}`);
        return record === undefined ? [] : [{ id: row.id, record }];
      }),
    );
  }
}
