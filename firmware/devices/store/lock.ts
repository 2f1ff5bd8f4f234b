/** One program at a time: two that each think they know the store's keys would undo each other's. The lock goes with its process. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../../domain/fault.ts';
import { attempt } from './database.ts';

const SQLITE_BUSY = 5;

/** Throws Fault `store.busy`. */
export function lockStore(folder: string): Disposable {
  return attempt(folder, () => {
    const file = join(folder, 'store.lock');
    const database = new DatabaseSync(file);
    try {
      chmodSync(file, 0o600);
      database.exec('BEGIN EXCLUSIVE');
    } catch (error) {
      database.close();
      if ((error as { errcode?: number }).errcode === SQLITE_BUSY) throw new Fault('store.busy', folder, error);
      throw error;
    }
    return { [Symbol.dispose]: () => database.close() };
  });
}
