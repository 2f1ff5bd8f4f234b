/**
 * The store on SQLite, and the outbox in one: a row is a message, final as it is encoded, with its pictures inside, so
 * that record, pictures and message are one write and can not part. WAL with full synchronisation: what `append` has
 * returned is on the disk. Sequences are given inside the transaction that stores the row, so they have no gaps; detections
 * and alerts have each their own. The folder is the user's own (mode 0700). Encryption at rest passes through `seal`; without
 * it payloads lie in the clear.
 *
 * A detection with an alert gives two messages in one transaction. The record of an alert is its latest message, kept by
 * the alert's id beside the outbox.
 *
 * Refuses a file of another version (`store.incompatible`) or that is no database (`store.damaged`); a disk that is full
 * or will not write is `store.full` or `store.unwritable`, and then nothing of the row is there and all before it is.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Alert, isOpen, type Misread } from '../domain/alert.ts';
import { Fault, faultOf } from '../domain/fault.ts';
import type { MatchedDetection } from '../domain/matched.ts';
import type { Clock } from '../ports/clock.ts';
import type { Disk } from '../ports/disk.ts';
import type { OutboxKind, OutboxRow, Store } from '../ports/store.ts';

/** Makes the messages; the sequence is inside, so each is made when its sequence is known. */
export interface MessageEncoder {
  detection(matched: MatchedDetection, sequence: bigint): Uint8Array;
  alert(alert: Alert, sequence: bigint): Uint8Array;
  /** Undoes `alert`. */
  alertOf(message: Uint8Array): Alert;
}

/** Encryption at rest: `open` undoes `seal` of the same name, which is unique in the store: a kind and what is counted or named by it. */
export interface Seal {
  seal(name: string, plain: Uint8Array): Uint8Array;
  open(name: string, sealed: Uint8Array): Uint8Array;
}

export interface SqliteStoreOptions {
  /** Made when it is not there. Holds `store.sqlite` and SQLite's own files beside it. */
  readonly folder: string;
  readonly encode: MessageEncoder;
  readonly clock: Clock;
  readonly seal?: Seal;
  /** Asked before each write; absent: what the system says to the write itself. */
  readonly disk?: Disk;
  /** The most that the store's file may grow to; then the disk counts as full. Absent: the disk's own limit. */
  readonly limitBytes?: number;
}

/** A write that takes so long holds up everything else on the main thread too long. */
const SLOW_MS = 1000;
const SCHEMA_VERSION = 2n;
const APPLICATION_ID = 0x414c5052n; // "ALPR"

const schema = `
  CREATE TABLE message (
    kind TEXT NOT NULL CHECK (kind IN ('detection', 'alert')),
    sequence INTEGER NOT NULL,
    detection_id TEXT NOT NULL,
    exposed_ms INTEGER NOT NULL,
    stored_ms INTEGER NOT NULL,
    payload BLOB NOT NULL,
    UNIQUE (kind, sequence)
  ) STRICT;
  CREATE INDEX message_by_exposure ON message (exposed_ms);
  CREATE TABLE outbox (
    kind TEXT PRIMARY KEY,
    last_sequence INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL CHECK (acknowledged <= last_sequence)
  ) STRICT;
  INSERT INTO outbox VALUES ('detection', 0, 0), ('alert', 0, 0);
  CREATE TABLE alert (
    id TEXT PRIMARY KEY,
    ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
    raised_ms INTEGER NOT NULL,
    record BLOB NOT NULL
  ) STRICT;
  CREATE INDEX alert_open ON alert (raised_ms) WHERE ended = 0;
  CREATE TABLE misread (
    read TEXT NOT NULL,
    truly TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (read, truly)
  ) STRICT;
`;

const kinds: readonly OutboxKind[] = ['detection', 'alert'];

/** One kind's count and cursor, and who waits for more of it. */
interface Outbox {
  last: bigint;
  acknowledged: bigint;
  readonly waiters: Set<() => void>;
}

export function openSqliteStore({ folder, encode, clock, seal, disk, limitBytes }: SqliteStoreOptions): Store {
  const database = openDatabase(folder, limitBytes);
  const insert = database.prepare('INSERT INTO message VALUES (?, ?, ?, ?, ?, ?)');
  const count = database.prepare('UPDATE outbox SET last_sequence = ? WHERE kind = ?');
  const mark = database.prepare('UPDATE outbox SET acknowledged = ? WHERE kind = ?');
  const cursors = bigints(database.prepare('SELECT last_sequence, acknowledged FROM outbox WHERE kind = ?'));
  const rows = bigints(
    database.prepare(
      'SELECT sequence, kind, payload FROM message WHERE kind = ? AND sequence > ? ORDER BY sequence LIMIT ?',
    ),
  );
  const oldest = database.prepare(
    'SELECT stored_ms FROM message WHERE kind = ? AND sequence > ? ORDER BY sequence LIMIT 1',
  );
  const record = database.prepare(
    'INSERT INTO alert VALUES (?1, ?2, ?3, ?4) ON CONFLICT (id) DO UPDATE SET ended = ?2, record = ?4',
  );
  const recorded = database.prepare('SELECT ended FROM alert WHERE id = ?');
  const open = database.prepare('SELECT id, record FROM alert WHERE ended = 0 ORDER BY raised_ms, id');
  const misreadOnce = database.prepare(
    'INSERT INTO misread VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET count = count + 1',
  );
  const misreads = database.prepare('SELECT read, truly, count FROM misread ORDER BY count DESC, read, truly');

  const outboxes = Object.fromEntries(kinds.map((kind) => [kind, outboxOf(kind)])) as Record<OutboxKind, Outbox>;

  /** What was wrong with the latest write. */
  let trouble: Fault | undefined;

  return {
    append(matched) {
      const { detection, alert } = matched;
      const sequence = outboxes.detection.last + 1n;
      const at = { detectionId: detection.id, exposedMs: detection.wall.epochMs };
      commit(() => [
        put({ kind: 'detection', sequence, ...at, plain: encode.detection(matched, sequence) }),
        ...(alert ? [putAlertNow({ ...alert, detectionSequence: sequence })] : []),
      ]);
      return sequence;
    },

    putAlert(alert) {
      commit(() => [putAlertNow(alert)]);
      return outboxes.alert.last;
    },

    openAlerts() {
      return attempt(folder, () =>
        (open.all() as { id: string; record: Uint8Array }[]).map(({ id, record: sealed }) =>
          encode.alertOf(opened(`alert-record/${id}`, sealed)),
        ),
      );
    },

    misreads() {
      return attempt(folder, () => misreads.all() as unknown as Misread[]);
    },

    outbox(kind, limit) {
      return attempt(folder, () =>
        (rows.all(kind, outboxes[kind].acknowledged, limit) as unknown as OutboxRow[]).map((row) => ({
          sequence: row.sequence,
          kind,
          payload: opened(`${kind}/${row.sequence}`, row.payload),
        })),
      );
    },

    waiting(kind, signal) {
      const { last, acknowledged, waiters } = outboxes[kind];
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

    acknowledge(kind, sequence) {
      const outbox = outboxes[kind];
      if (sequence < outbox.acknowledged || sequence > outbox.last)
        throw new RangeError('only what waits can be acknowledged');
      outbox.acknowledged = sequence;
      write(() => mark.run(sequence, kind));
    },

    backlog(kind) {
      const waiting = (kind ? [kind] : kinds).filter((each) => outboxes[each].last > outboxes[each].acknowledged);
      if (waiting.length === 0) return { messages: 0 };
      const messages = waiting.reduce((sum, each) => sum + outboxes[each].last - outboxes[each].acknowledged, 0n);
      const times = attempt(folder, () => waiting.map((each) => oldest.get(each, outboxes[each].acknowledged)));
      const oldestEpochMs = Math.min(...times.map((row) => (row as { stored_ms: number }).stored_ms));
      return { messages: Number(messages), oldestEpochMs };
    },

    probe() {
      write(trouble && (() => mark.run(outboxes.detection.acknowledged, 'detection')));
      if (trouble !== undefined) throw trouble;
    },

    [Symbol.dispose]() {
      database.close();
    },
  };

  function outboxOf(kind: OutboxKind): Outbox {
    const { last_sequence, acknowledged } = cursors.get(kind) as { last_sequence: bigint; acknowledged: bigint };
    return { last: last_sequence, acknowledged, waiters: new Set() };
  }

  /** Asks the disk and then writes; a write that failed or took long is remembered until one is good. */
  function write(work: (() => void) | undefined): void {
    const began = clock.monotonic();
    try {
      disk?.check();
      if (work !== undefined) transaction(database, folder, work);
    } catch (error) {
      trouble = faultOf(error);
      throw error;
    }
    const tookMs = Math.round(clock.monotonic() - began);
    trouble = tookMs < SLOW_MS ? undefined : new Fault('store.slow', `${folder}: it took ${tookMs} ms.`);
  }

  /** Stores what `work` puts, and then lets those go on who wait for it. */
  function commit(work: () => readonly OutboxRowId[]): void {
    let stored: readonly OutboxRowId[] = [];
    write(() => {
      stored = work();
      for (const { kind, sequence } of stored) count.run(sequence, kind);
    });
    for (const { kind, sequence } of stored) outboxes[kind].last = sequence;
    for (const { kind } of stored) for (const wake of outboxes[kind].waiters) wake();
  }

  function put({ kind, sequence, detectionId, exposedMs, plain }: NewMessage): OutboxRowId {
    const storedMs = Math.round(clock.wall().epochMs);
    insert.run(kind, sequence, detectionId, Math.round(exposedMs), storedMs, sealed(`${kind}/${sequence}`, plain));
    return { kind, sequence };
  }

  function putAlertNow(alert: Alert): OutboxRowId {
    const { id, detection, ended, raisedAt } = alert;
    const sequence = outboxes.alert.last + 1n;
    const plain = encode.alert(alert, sequence);
    const over = !isOpen(alert);
    const before = recorded.get(id) as { ended: number } | undefined;
    if (ended?.disposition === 'misread' && before?.ended !== 1)
      for (const [index, place] of (ended.misreadPositions ?? []).entries())
        misreadOnce.run(detection.plate.reveal()[place] ?? '?', ended.misreadAs?.[index] ?? '?');
    record.run(id, over ? 1 : 0, Math.round(raisedAt.epochMs), sealed(`alert-record/${id}`, plain));
    return put({ kind: 'alert', sequence, detectionId: detection.id, exposedMs: detection.wall.epochMs, plain });
  }

  function sealed(name: string, plain: Uint8Array): Uint8Array {
    return seal ? seal.seal(name, plain) : plain;
  }

  function opened(name: string, bytes: Uint8Array): Uint8Array {
    return seal ? seal.open(name, bytes) : bytes;
  }
}

type OutboxRowId = Pick<OutboxRow, 'kind' | 'sequence'>;

interface NewMessage extends OutboxRowId {
  readonly detectionId: string;
  readonly exposedMs: number;
  readonly plain: Uint8Array;
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
