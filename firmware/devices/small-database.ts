/**
 * A small SQLite database of the unit's own, beside the store: each write is on the disk when it returns. Refuses a file of another
 * version (`store.incompatible`); a disk that is full or will not write is `store.full` or `store.unwritable`.
 */
import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../domain/fault.ts';
import { onDisk, transaction } from './disk-fault.ts';

export interface SmallDatabase extends Disposable {
  readonly database: DatabaseSync;
  /** Runs the work, as one transaction. */
  write<Result>(work: () => Result): Result;
  read<Result>(work: () => Result): Result;
}

const LOCK_WAIT_MS = 5000;

/** @param path of the file, or `:memory:`. The schema is made in a new file; another version is refused. */
export function openSmallDatabase(
  path: string,
  { schema, version }: { readonly schema: string; readonly version: number },
): SmallDatabase {
  const database = onDisk(path, () => {
    if (path === ':memory:') return new DatabaseSync(path);
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const opened = new DatabaseSync(path, { timeout: LOCK_WAIT_MS });
    chmodSync(path, 0o600);
    return opened;
  });
  const write = <Result>(work: () => Result): Result => transaction(database, path, work);
  onDisk(path, () => database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;'));
  write(() => {
    const found = database.prepare('PRAGMA user_version').get()?.user_version;
    if (found === version) return;
    if (found !== 0) throw new Fault('store.incompatible', `${path} holds version ${found}, this program ${version}.`);
    database.exec(`${schema}; PRAGMA user_version = ${version};`);
  });
  return { database, write, read: (work) => onDisk(path, work), [Symbol.dispose]: () => database.close() };
}
