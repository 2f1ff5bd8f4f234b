/**
 * The disk that a folder is on, by statfs(2) and access(2): a card that the kernel has made read-only after an error, or that has gone,
 * is told from the folder itself. Full is what has less left than the store needs to go on: room to purge in, and for what else writes.
 */
import { accessSync, constants, statfsSync } from 'node:fs';
import { Fault } from '../domain/fault.ts';
import type { Disk } from '../ports/disk.ts';

const ROOM_BYTES = 16 << 20;

/** @param folder need not be there before the store has made it. @param roomBytes below which the disk is full. */
export function systemDisk(folder: string, roomBytes = ROOM_BYTES): Disk {
  return {
    check() {
      const left = freeBytes(folder);
      if (left < roomBytes) throw new Fault('store.full', `${folder}: ${left} bytes are left.`);
    },
  };
}

function freeBytes(folder: string): number {
  try {
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch (cause) {
    throw new Fault('store.unwritable', `${folder}: ${(cause as NodeJS.ErrnoException).code}.`, cause);
  }
}
