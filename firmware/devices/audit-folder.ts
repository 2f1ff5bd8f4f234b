/**
 * The audit log's files in a folder of their own (mode 0700, files 0600). What was written is on the disk, file and folder, when
 * a call returns; what the disk would not take is taken back. Other programs are kept out by a lock that ends with its holder,
 * also when that is killed: SQLite's, on an empty database, as Node has no lock of its own.
 */
import {
  closeSync,
  constants,
  fdatasyncSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import type { AuditFiles } from '../ports/audit.ts';
import { onDisk } from './disk-fault.ts';
import { syncFolder, writeAll } from './durable-file.ts';
import { openLock } from './file-lock.ts';

const LOCK_WAIT_MS = 5000;

export interface AuditFolder extends AuditFiles, Disposable {}

/** Makes the folder where it is not there. Throws Fault `store.unwritable`. */
export function openAuditFolder(folder: string): AuditFolder {
  onDisk(folder, () => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  const lock = openLock(join(folder, 'lock'), { busy: 'store.unwritable', waitMs: LOCK_WAIT_MS });

  return {
    exclusively: (work) => lock.exclusively(work),

    list() {
      return onDisk(folder, () =>
        readdirSync(folder)
          .filter((name) => /^audit-\d+\.log$/.test(name))
          .sort()
          .map((name) => ({ name, bytes: statSync(join(folder, name)).size })),
      );
    },

    read(file, from) {
      return onDisk(folder, () => readFrom(join(folder, file), from));
    },

    append(file, bytes) {
      const isNew = write(file, bytes, (at) => at);
      if (isNew) onDisk(folder, () => syncFolder(folder));
    },

    mend(file, from, bytes) {
      const aside = `${file}.aside-${from}`;
      const names = new Set(onDisk(folder, () => readdirSync(folder)));
      let name = aside;
      for (let count = 2; names.has(name); count += 1) name = `${aside}-${count}`;
      write(name, this.read(file, from), (at) => at);
      onDisk(folder, () => syncFolder(folder));
      write(file, bytes, () => from);
    },

    remove(file) {
      onDisk(folder, () => rmSync(join(folder, file)));
      onDisk(folder, () => syncFolder(folder));
    },

    [Symbol.dispose]: () => lock[Symbol.dispose](),
  };

  /** Whether the file was empty or not there. What stood after the bytes goes. */
  function write(file: string, bytes: Uint8Array, placeOf: (length: number) => number): boolean {
    return onDisk(folder, () => {
      const handle = openSync(join(folder, file), constants.O_RDWR | constants.O_CREAT, 0o600);
      try {
        const length = fstatSync(handle).size;
        const place = placeOf(length);
        try {
          writeAll(handle, bytes, place);
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
