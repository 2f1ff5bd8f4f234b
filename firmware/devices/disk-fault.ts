/**
 * What a disk, or SQLite on it, refuses, as the Fault that it is: `store.full`, `store.unwritable`, `store.damaged`. The text names the place
 * and the code, and SQLite's own words, which never hold a value of a row. Any other error is a mistake of ours and passes as it is.
 */
import type { DatabaseSync } from 'node:sqlite';
import { Fault } from '../domain/fault.ts';

/** @param place the file or folder, for the text. */
export function onDisk<Result>(place: string, work: () => Result): Result {
  const refused = (error: unknown): never => {
    throw faultOfDisk(error, place);
  };
  try {
    const result = work();
    return result instanceof Promise ? (result.catch(refused) as Result) : result;
  } catch (error) {
    return refused(error);
  }
}

/** The work whole or not at all, and on the disk when it returns. */
export function transaction<Result>(database: DatabaseSync, place: string, work: () => Result): Result {
  return onDisk(place, () => {
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
}

/** Whether SQLite says that another program holds the file. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && ((error as { errcode?: number }).errcode ?? 0) % 256 === SQLITE_BUSY;
}

function faultOfDisk(error: unknown, place: string): unknown {
  if (!(error instanceof Error) || error instanceof Fault) return error;
  const { code, errcode = 0 } = error as Error & { code?: string; errcode?: number };
  if (code !== 'ERR_SQLITE_ERROR') {
    if (!code?.startsWith('E') || code.startsWith('ERR_')) return error;
    return new Fault(full.has(code) ? 'store.full' : 'store.unwritable', `${place}: ${code}.`, error);
  }
  const primary = errcode & 0xff;
  const detail = `${place}: SQLite says ${error.message} (${errcode}).`;
  if (primary === SQLITE_FULL) return new Fault('store.full', detail, error);
  if (primary === SQLITE_CORRUPT || primary === SQLITE_NOTADB) return new Fault('store.damaged', detail, error);
  return unwritable.has(primary) ? new Fault('store.unwritable', detail, error) : error;
}

const full: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT']);
// https://www.sqlite.org/rescode.html
const SQLITE_BUSY = 5;
const SQLITE_CORRUPT = 11;
const SQLITE_FULL = 13;
const SQLITE_NOTADB = 26;
/** PERM, BUSY, LOCKED, READONLY, IOERR, CANTOPEN, PROTOCOL. */
const unwritable: ReadonlySet<number> = new Set([3, SQLITE_BUSY, 6, 8, 10, 14, 15]);
