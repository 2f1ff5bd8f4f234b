/**
 * The store's SQLite file: WAL with full synchronisation, temporary data in memory alone, and the version that this program writes. What
 * the disk or SQLite throws comes out as a Fault; SQLite's own text never holds a value of a row.
 */
import { chmodSync } from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Fault, faultOf } from '../../domain/fault.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Disk } from '../../ports/disk.ts';
import { onDisk, transaction } from '../disk-fault.ts';

export const SCHEMA_VERSION = 3n;
export const APPLICATION_ID = 0x414c5052n; // "ALPR"

export const databaseFile = 'store.sqlite';

/**
 * Times are milliseconds of the store's life (domain/lifetime.ts). Blobs are sealed; `context` is
 * absent once it was given up. Detections up to `gone` are kept no more, whatever else still names them. What tells of an alert has the
 * life of its detection, and goes with it.
 */
const schema = `
  CREATE TABLE message (
    kind TEXT NOT NULL CHECK (kind IN ('detection', 'alert')),
    sequence INTEGER NOT NULL,
    life_ms INTEGER NOT NULL,
    of_detection INTEGER,
    body BLOB NOT NULL,
    context BLOB,
    UNIQUE (kind, sequence)
  ) STRICT;
  CREATE INDEX message_by_life ON message (life_ms);
  CREATE INDEX message_with_context ON message (sequence) WHERE context IS NOT NULL;
  CREATE INDEX alert_of_detection ON message (of_detection) WHERE of_detection IS NOT NULL;
  CREATE TABLE outbox (
    kind TEXT PRIMARY KEY,
    last_sequence INTEGER NOT NULL,
    acknowledged INTEGER NOT NULL CHECK (acknowledged <= last_sequence),
    gone INTEGER NOT NULL
  ) STRICT;
  INSERT INTO outbox VALUES ('detection', 0, 0, 0), ('alert', 0, 0, 0);
  CREATE TABLE alert (
    id TEXT PRIMARY KEY,
    ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
    raised_ms INTEGER NOT NULL,
    life_ms INTEGER NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE INDEX alert_open ON alert (raised_ms) WHERE ended = 0;
  CREATE INDEX alert_by_life ON alert (life_ms);
  CREATE TABLE misread (
    read TEXT NOT NULL,
    truly TEXT NOT NULL,
    count INTEGER NOT NULL,
    PRIMARY KEY (read, truly)
  ) STRICT;
  CREATE TABLE boot (
    ordinal INTEGER PRIMARY KEY,
    machine_boot TEXT NOT NULL,
    from_ms INTEGER NOT NULL,
    to_ms INTEGER NOT NULL,
    monotonic_ms INTEGER NOT NULL,
    offset_ms INTEGER
  ) STRICT;
  CREATE TABLE read_segment (
    step INTEGER PRIMARY KEY,
    last_sequence INTEGER NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE TABLE record (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('hit', 'search')),
    life_ms INTEGER NOT NULL,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE INDEX record_by_life ON record (kind, life_ms);
  CREATE TABLE hold (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sealed BLOB NOT NULL
  ) STRICT;
  CREATE TABLE held (
    hold INTEGER NOT NULL,
    kind TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    body BLOB NOT NULL,
    context BLOB,
    PRIMARY KEY (hold, kind, sequence)
  ) STRICT;
  CREATE TABLE purge (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    closed INTEGER NOT NULL DEFAULT 0,
    from_ms INTEGER,
    to_ms INTEGER,
    detections INTEGER NOT NULL DEFAULT 0,
    alerts INTEGER NOT NULL DEFAULT 0,
    unsent INTEGER NOT NULL DEFAULT 0,
    hits INTEGER NOT NULL DEFAULT 0,
    searches INTEGER NOT NULL DEFAULT 0,
    given_up_contexts INTEGER NOT NULL DEFAULT 0,
    given_up_waiting_contexts INTEGER NOT NULL DEFAULT 0,
    given_up_detections INTEGER NOT NULL DEFAULT 0,
    under_holds TEXT NOT NULL DEFAULT '[]'
  ) STRICT;
  INSERT INTO purge DEFAULT VALUES;
`;

export interface DatabaseLimits {
  /** The most that the file may grow to. */
  readonly limitBytes?: number | undefined;
  /** Asked before each write; absent: what the system says to the write itself. */
  readonly disk?: Disk | undefined;
  /** By which a write is slow. */
  readonly clock?: Clock;
  /** Beside the program that writes it; a file of another version is refused. */
  readonly readOnly?: boolean;
}

/** A write that takes so long holds up everything else on the main thread too long. */
const SLOW_MS = 1000;

export class Database {
  readonly folder: string;
  readonly file: string;
  readonly #database: DatabaseSync;
  readonly #limits: DatabaseLimits;

  /** What was wrong with the latest write. */
  #trouble: Fault | undefined;

  constructor(folder: string, file: string, limits: DatabaseLimits = {}) {
    const { limitBytes, readOnly = false } = limits;
    this.folder = folder;
    this.file = file;
    this.#limits = limits;
    this.#database = onDisk(folder, () => {
      const database = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true, readOnly });
      try {
        if (readOnly) {
          prepareSchema(database, folder);
          return database;
        }
        chmodSync(file, 0o600);
        database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 16777216;');
        database.exec('PRAGMA temp_store = MEMORY; PRAGMA secure_delete = FAST;');
        prepareSchema(database, folder);
        if (limitBytes !== undefined) {
          const pageBytes = Number(pragmaOf(database, 'page_size'));
          database.exec(`PRAGMA max_page_count = ${Math.floor(limitBytes / pageBytes)}`);
        }
        return database;
      } catch (error) {
        database.close();
        throw error;
      }
    });
  }

  /** Numbers come as bigints. */
  prepareWide(sql: string): StatementSync {
    return bigints(this.#database.prepare(sql));
  }

  prepare(sql: string): StatementSync {
    return this.#database.prepare(sql);
  }

  transaction<Result>(work: () => Result): Result {
    return this.write(work);
  }

  /** Asks the disk and then writes, where there is anything; a write that failed or took long is remembered until one is good. */
  write<Result>(work: (() => Result) | undefined): Result {
    const { disk, clock } = this.#limits;
    const began = clock?.monotonic() ?? 0;
    let result: Result | undefined;
    try {
      disk?.check();
      if (work !== undefined) result = transaction(this.#database, this.folder, work);
    } catch (error) {
      this.#trouble = faultOf(error);
      throw error;
    }
    const tookMs = Math.round((clock?.monotonic() ?? 0) - began);
    this.#trouble = tookMs < SLOW_MS ? undefined : new Fault('store.slow', `${this.folder}: it took ${tookMs} ms.`);
    return result as Result;
  }

  get trouble(): Fault | undefined {
    return this.#trouble;
  }

  attempt<Result>(work: () => Result): Result {
    return onDisk(this.folder, work);
  }

  pragma(name: string): bigint | undefined {
    return pragmaOf(this.#database, name);
  }

  exec(sql: string): void {
    onDisk(this.folder, () => this.#database.exec(sql));
  }

  close(): void {
    this.#database.close();
  }
}

function prepareSchema(database: DatabaseSync, folder: string): void {
  const version = pragmaOf(database, 'user_version');
  const application = pragmaOf(database, 'application_id');
  if (version === SCHEMA_VERSION && application === APPLICATION_ID) return;
  const tables = database.prepare('SELECT count(*) AS tables FROM sqlite_schema').get();
  if (version !== 0n || application !== 0n || tables?.tables !== 0)
    throw new Fault('store.incompatible', `${folder} holds version ${version}, this program ${SCHEMA_VERSION}.`);
  transaction(database, folder, () => {
    database.exec(schema);
    database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};`);
  });
}

export function pragmaOf(database: DatabaseSync, name: string): bigint | undefined {
  return bigints(database.prepare(`PRAGMA ${name}`)).get()?.[name] as bigint | undefined;
}

function bigints(statement: StatementSync): StatementSync {
  statement.setReadBigInts(true);
  return statement;
}
