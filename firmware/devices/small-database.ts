/**
 * A small SQLite database of the unit's own, beside the store: each write is on the disk when it returns. Refuses a file of another
 * version (`store.incompatible`); a disk that is full or will not write is `store.full` or `store.unwritable`.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../domain/fault.ts';

export interface SmallDatabase extends Disposable {
  readonly database: DatabaseSync;
  /** Runs the work, as one transaction. */
  write<Result>(work: () => Result): Result;
  read<Result>(work: () => Result): Result;
}

const LOCK_WAIT_MS = 5000;
// https://www.sqlite.org/rescode.html
const SQLITE_FULL = 13;

/** @param path of the file, or `:memory:`. The schema is made in a new file; another version is refused. */
export function openSmallDatabase(
  path: string,
  { schema, version }: { readonly schema: string; readonly version: number },
): SmallDatabase {
  const attempt = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw asFault(error, path);
    }
  };
  const database = attempt(() => {
    if (path === ':memory:') return new DatabaseSync(path);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const opened = new DatabaseSync(path, { timeout: LOCK_WAIT_MS });
    chmodSync(path, 0o600);
    return opened;
  });
  const write = <Result>(work: () => Result): Result =>
    attempt(() => {
      database.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        database.exec('COMMIT');
        return result;
      } catch (error) {
        if (database.isTransaction) database.exec('ROLLBACK');
        throw error;
      }
    });
  attempt(() => database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;'));
  write(() => {
    const found = database.prepare('PRAGMA user_version').get()?.user_version;
    if (found === version) return;
    if (found !== 0) throw new Fault('store.incompatible', `${path} holds version ${found}, this program ${version}.`);
    database.exec(`${schema}; PRAGMA user_version = ${version};`);
  });
  return { database, write, read: attempt, [Symbol.dispose]: () => database.close() };
}

function asFault(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error;
  const { code, errcode = 0 } = error as Error & { code?: string; errcode?: number };
  if (code === undefined) return error;
  const full = code === 'ENOSPC' || (errcode & 0xff) === SQLITE_FULL;
  return new Fault(full ? 'store.full' : 'store.unwritable', `${path}: ${error.message} (${errcode || code}).`, error);
}
