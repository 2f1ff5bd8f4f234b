/**
 * The store on SQLite, and the outbox in one: a row is a message, final as it is encoded, with its pictures inside, so
 * that record, pictures and message are one write and can not part. WAL with full synchronisation: what `append` has
 * returned is on the disk. Sequences are given inside the transaction that stores the row, so they have no gaps. The
 * folder is the user's own (mode 0700). Encryption at rest passes through `seal`; without it payloads lie in the clear.
 *
 * A detection that hit gives two messages, the detection and then its alert, in one transaction.
 *
 * Refuses a file of another version (`store.incompatible`) or that is no database (`store.damaged`); a disk that is full
 * or will not write is `store.full` or `store.unwritable`, and then nothing of the row is there and all before it is.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../domain/fault.ts';
import type { MatchedDetection } from '../domain/matched.ts';
import type { Clock } from '../ports/clock.ts';
import type { OutboxRow, Store } from '../ports/store.ts';

/** Makes the messages of a detection; the sequence is inside, so each is made when its sequence is known. */
export interface MessageEncoder {
  detection(matched: MatchedDetection, sequence: bigint): Uint8Array;
  alert(matched: MatchedDetection, sequence: bigint, detectionSequence: bigint): Uint8Array;
}

/** Encryption at rest: `open` undoes `seal` of the same sequence. */
export interface Seal {
  seal(sequence: bigint, plain: Uint8Array): Uint8Array;
  open(sequence: bigint, sealed: Uint8Array): Uint8Array;
}

export interface SqliteStoreOptions {
  /** Made when it is not there. Holds `store.sqlite` and SQLite's own files beside it. */
  readonly folder: string;
  readonly encode: MessageEncoder;
  readonly clock: Clock;
  readonly seal?: Seal;
  /** The most that the store's file may grow to; then the disk counts as full. Absent: the disk's own limit. */
  readonly limitBytes?: number;
}

const SCHEMA_VERSION = 1n;
const APPLICATION_ID = 0x414c5052n; // "ALPR"

const schema = `
  CREATE TABLE message (
    sequence INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('detection', 'alert')),
    detection_id TEXT NOT NULL,
    exposed_ms INTEGER NOT NULL,
    stored_ms INTEGER NOT NULL,
    payload BLOB NOT NULL
  ) STRICT;
  CREATE INDEX message_by_exposure ON message (exposed_ms);
  CREATE TABLE outbox (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    last_sequence INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL CHECK (acknowledged <= last_sequence)
  ) STRICT;
  INSERT INTO outbox VALUES (1, 0, 0);
`;

export function openSqliteStore({ folder, encode, clock, seal, limitBytes }: SqliteStoreOptions): Store {
  const database = openDatabase(folder, limitBytes);
  const insert = database.prepare('INSERT INTO message VALUES (?, ?, ?, ?, ?, ?)');
  const count = database.prepare('UPDATE outbox SET last_sequence = ?');
  const mark = database.prepare('UPDATE outbox SET acknowledged = ?');
  const cursors = bigints(database.prepare('SELECT last_sequence, acknowledged FROM outbox'));
  const rows = bigints(
    database.prepare('SELECT sequence, kind, payload FROM message WHERE sequence > ? ORDER BY sequence LIMIT ?'),
  );
  const oldest = database.prepare('SELECT stored_ms FROM message WHERE sequence > ? ORDER BY sequence LIMIT 1');

  const start = cursors.get() as { last_sequence: bigint; acknowledged: bigint };
  let last = start.last_sequence;
  let acknowledged = start.acknowledged;
  const waiters = new Set<() => void>();

  return {
    append(matched) {
      const { detection } = matched;
      const storedMs = Math.round(clock.wall().epochMs);
      const put = (sequence: bigint, kind: OutboxRow['kind'], plain: Uint8Array) => {
        const payload = seal ? seal.seal(sequence, plain) : plain;
        insert.run(sequence, kind, detection.id, Math.round(detection.wall.epochMs), storedMs, payload);
      };
      const sequence = last + 1n;
      const newest = matched.hits.length > 0 ? sequence + 1n : sequence;
      transaction(database, folder, () => {
        put(sequence, 'detection', encode.detection(matched, sequence));
        if (newest > sequence) put(newest, 'alert', encode.alert(matched, newest, sequence));
        count.run(newest);
      });
      last = newest;
      for (const wake of waiters) wake();
      return sequence;
    },

    outbox(limit) {
      return attempt(folder, () =>
        (rows.all(acknowledged, limit) as unknown as OutboxRow[]).map(({ sequence, kind, payload }) => ({
          sequence,
          kind,
          payload: seal ? seal.open(sequence, payload) : payload,
        })),
      );
    },

    waiting(signal) {
      if (signal.aborted) return Promise.reject(signal.reason);
      if (last > acknowledged) return Promise.resolve();
      return new Promise((resolve, reject) => {
        const done = (settle: () => void) => {
          waiters.delete(wake);
          signal.removeEventListener('abort', abort);
          settle();
        };
        const wake = () => done(resolve);
        const abort = () => done(() => reject(signal.reason));
        waiters.add(wake);
        signal.addEventListener('abort', abort);
      });
    },

    acknowledge(sequence) {
      if (sequence < acknowledged || sequence > last) throw new RangeError('only what waits can be acknowledged');
      acknowledged = sequence;
      transaction(database, folder, () => mark.run(sequence));
    },

    backlog() {
      if (last === acknowledged) return { messages: 0 };
      const row = attempt(folder, () => oldest.get(acknowledged)) as { stored_ms: number };
      return { messages: Number(last - acknowledged), oldestEpochMs: row.stored_ms };
    },

    [Symbol.dispose]() {
      database.close();
    },
  };
}

function openDatabase(folder: string, limitBytes: number | undefined): DatabaseSync {
  return attempt(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, 'store.sqlite');
    const database = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true });
    try {
      chmodSync(file, 0o600);
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216;');
      prepareSchema(database, folder);
      if (limitBytes !== undefined) {
        const pageBytes = Number(pragma(database, 'page_size'));
        database.exec(`PRAGMA max_page_count = ${Math.floor(limitBytes / pageBytes)}`);
      }
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function prepareSchema(database: DatabaseSync, folder: string): void {
  const version = pragma(database, 'user_version');
  const application = pragma(database, 'application_id');
  if (version === SCHEMA_VERSION && application === APPLICATION_ID) return;
  const tables = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get();
  if (version !== 0n || application !== 0n || tables?.tables !== 0)
    throw new Fault('store.incompatible', `${folder} holds version ${version}, this program ${SCHEMA_VERSION}.`);
  transaction(database, folder, () => {
    database.exec(schema);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};`);
  });
}

function pragma(database: DatabaseSync, name: string): bigint | undefined {
  return bigints(database.prepare(`PRAGMA ${name}`)).get()?.[name] as bigint | undefined;
}

function bigints<Statement extends { setReadBigInts(enabled: boolean): void }>(statement: Statement): Statement {
  statement.setReadBigInts(true);
  return statement;
}

function transaction(database: DatabaseSync, folder: string, work: () => void): void {
  attempt(folder, () => {
    database.exec('BEGIN IMMEDIATE');
    try {
      work();
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      throw error;
    }
  });
}

/** Runs it and turns what the disk or SQLite threw into a Fault; SQLite's own text never holds a value of a row. */
function attempt<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw faultOfDisk(error, folder);
  }
}

function faultOfDisk(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error;
  const { code, errcode } = error as Error & { code?: string; errcode?: number };
  if (code === 'ENOSPC') return new Fault('store.full', `${folder}: ${code}.`, error);
  if (code !== 'ERR_SQLITE_ERROR') {
    return code?.startsWith('E') && !code.startsWith('ERR_')
      ? new Fault('store.unwritable', `${folder}: ${code}.`, error)
      : error;
  }
  const primary = (errcode ?? 0) & 0xff;
  const detail = `${folder}: SQLite says ${error.message} (${errcode}).`;
  if (primary === SQLITE_FULL) return new Fault('store.full', detail, error);
  if (primary === SQLITE_CORRUPT || primary === SQLITE_NOTADB) return new Fault('store.damaged', detail, error);
  if (unwritable.has(primary)) return new Fault('store.unwritable', detail, error);
  return error;
}

// https://www.sqlite.org/rescode.html
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;
/** PERM, BUSY, LOCKED, READONLY, IOERR, CANTOPEN, PROTOCOL. */
const unwritable: ReadonlySet<number> = new Set([3, 5, 6, 8, 10, 14, 15]);
