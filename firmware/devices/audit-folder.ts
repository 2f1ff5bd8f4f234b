/**
 * The audit log's files in a folder of their own (mode 0700, files 0600). What was written is on the disk, file and folder, when
 * a call returns; what the disk would not take is taken back. Other programs are kept out by a lock that ends with its holder,
 * also when that is killed: SQLite's, on an empty database, as Node has no lock of its own.
 */
import {
  chmodSync,
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Fault } from '../domain/fault.ts';
import type { AuditFiles } from '../ports/audit.ts';

const LOCK_WAIT_MS = 5000;

export interface AuditFolder extends AuditFiles, Disposable {}

/** Makes the folder where it is not there. Throws Fault `store.unwritable`. */
export function openAuditFolder(folder: string): AuditFolder {
  const lock = attempt(folder, () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, 'lock');
    const opened = new DatabaseSync(file, { timeout: LOCK_WAIT_MS });
    chmodSync(file, 0o600);
    return opened;
  });
  let held = false;

  return {
    exclusively(work) {
      if (held) return work();
      attempt(folder, () => lock.exec('BEGIN IMMEDIATE'));
      held = true;
      try {
        return work();
      } finally {
        held = false;
        lock.exec('ROLLBACK');
      }
    },

    list() {
      return attempt(folder, () =>
        readdirSync(folder)
          .filter((name) => /^audit-\d+\.log$/.test(name))
          .sort()
          .map((name) => ({ name, bytes: statSync(join(folder, name)).size })),
      );
    },

    read(file, from) {
      return attempt(folder, () => readFrom(join(folder, file), from));
    },

    append(file, bytes) {
      const isNew = write(file, bytes, (at) => at);
      if (isNew) syncFolder();
    },

    mend(file, from, bytes) {
      const aside = `${file}.aside-${from}`;
      const names = new Set(attempt(folder, () => readdirSync(folder)));
      let name = aside;
      for (let count = 2; names.has(name); count += 1) name = `${aside}-${count}`;
      write(name, this.read(file, from), (at) => at);
      syncFolder();
      write(file, bytes, () => from);
    },

    remove(file) {
      attempt(folder, () => rmSync(join(folder, file)));
      syncFolder();
    },

    [Symbol.dispose]() {
      lock.close();
    },
  };

  /** Whether the file was empty or not there. What stood after the bytes goes. */
  function write(file: string, bytes: Uint8Array, placeOf: (length: number) => number): boolean {
    return attempt(folder, () => {
      const handle = openSync(join(folder, file), constants.O_RDWR | constants.O_CREAT, 0o600);
      try {
        const length = fstatSync(handle).size;
        const place = placeOf(length);
        try {
          for (let done = 0; done < bytes.length; )
            done += writeSync(handle, bytes, done, bytes.length - done, place + done);
          ftruncateSync(handle, place + bytes.length);
          fdatasyncSync(handle);
        } catch (error) {
          if (place === length) ftruncateSync(handle, length);
          throw error;
        }
        return length === 0;
      } finally {
        closeSync(handle);
      }
    });
  }

  function syncFolder(): void {
    attempt(folder, () => {
      const handle = openSync(folder, constants.O_RDONLY);
      try {
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
    });
  }
}

function readFrom(path: string, from: number): Uint8Array {
  if (from === 0) return readFileSync(path);
  const handle = openSync(path, constants.O_RDONLY);
  try {
    const bytes = new Uint8Array(Math.max(0, fstatSync(handle).size - from));
    return bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, from));
  } finally {
    closeSync(handle);
  }
}

function attempt<Result>(folder: string, work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (error instanceof Fault || code === undefined) throw error;
    throw new Fault(code === 'ENOSPC' ? 'store.full' : 'store.unwritable', `${folder}: ${message}.`, error);
  }
}
