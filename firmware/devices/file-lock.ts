/**
 * Keeps other programs out, by a lock that ends with its holder, also when that is killed or the power goes: SQLite's, on an empty
 * database, as Node has no lock of its own. The file stays where it is and holds nothing.
 */
import { chmodSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Fault, type FaultCode } from '../domain/fault.ts';
import { isBusy, onDisk } from './disk-fault.ts';

export interface FileLock extends Disposable {
  /** Takes it until it is disposed. Throws the fault for busy. */
  hold(): void;
  /** Runs the work while it is held; within such work at once. Throws the fault for busy. */
  exclusively<Result>(work: () => Result): Result;
}

/** @param file made when it is not there, in a folder that is. @param waitMs how long another program is waited for, which holds up everything. */
export function openLock(
  file: string,
  { busy, waitMs }: { readonly busy: FaultCode; readonly waitMs: number },
): FileLock {
  const database = onDisk(file, () => {
    const opened = new DatabaseSync(file, { timeout: waitMs });
    chmodSync(file, 0o600);
    return opened;
  });
  let held = false;
  const hold = () =>
    onDisk(file, () => {
      try {
        database.exec('BEGIN EXCLUSIVE');
        held = true;
      } catch (error) {
        throw isBusy(error) ? new Fault(busy, `${file} is held.`, error) : error;
      }
    });
  return {
    hold,
    exclusively(work) {
      if (held) return work();
      hold();
      try {
        return work();
      } finally {
        held = false;
        database.exec('ROLLBACK');
      }
    },
    [Symbol.dispose]: () => database.close(),
  };
}
