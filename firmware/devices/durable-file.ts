/**
 * Files that survive a loss of power whole: a new one is there completely or not at all, and one that held a secret is overwritten before
 * it goes. What a file system or a flash chip keeps of old blocks by itself is beyond it.
 */
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';

/** Under another name first, then renamed; only its owner may read it. */
export function writeDurably(path: string, bytes: Uint8Array, mode = 0o600): void {
  const next = `${path}.writing`;
  if (existsSync(next)) unlinkSync(next);
  const file = openSync(next, 'wx', mode);
  try {
    writeAll(file, bytes, 0);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(next, path);
  syncFolder(dirname(path));
}

/** Renamed, and the folder with it. */
export function renameDurably(from: string, to: string): void {
  renameSync(from, to);
  syncFolder(dirname(to));
}

/** Overwritten by zeros, which are on the disk before the name goes. A file that is not there is none. */
export function destroyFile(path: string): void {
  if (!existsSync(path)) return;
  const file = openSync(path, constants.O_WRONLY);
  try {
    const zeros = new Uint8Array(1 << 20);
    const { size } = fstatSync(file);
    for (let at = 0; at < size; at += zeros.length)
      writeAll(file, zeros.subarray(0, Math.min(zeros.length, size - at)), at);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  unlinkSync(path);
  syncFolder(dirname(path));
}

export function writeAll(file: number, bytes: Uint8Array, at: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, at + done);
}

export function syncFolder(path: string): void {
  const folder = openSync(path, constants.O_RDONLY);
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** What a write that was cut off has left. */
export function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) if (name.endsWith('.writing')) destroyFile(`${folder}/${name}`);
}
