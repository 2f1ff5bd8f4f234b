/**
 * A disk whose power can be cut. It is told every change in order and says what may stand on it after a cut at that moment:
 *
 * - `in-order`: all that was written, as after the end of the process alone, or on a disk that loses nothing;
 * - `synced`: only what was synced: a file's bytes by a sync of the file, its name by a sync of its folder;
 * - `torn`: of what was not synced, any part: each write whole, not at all, or sector by sector; names as far as the file
 *   system's journal came.
 *
 * This is at least as harsh as ext4 with data=writeback (which makes a new file's name durable when the file is synced).
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Dice } from '../../sim/dice.ts';
import type { Change } from './recording.ts';

export type Cut = 'in-order' | 'synced' | 'torn';

const SECTOR_BYTES = 512;

type Bytes = Extract<Change, { kind: 'write' | 'truncate' }>;
type Name = Exclude<Change, Bytes | { kind: 'sync' | 'sync-folder' }>;

/** What a file holds, apart from its name. */
class File {
  synced: Buffer = Buffer.alloc(0);
  readonly since: Bytes[] = [];

  sync(): void {
    this.synced = this.after('in-order');
    this.since.length = 0;
  }

  after(cut: Cut, dice?: Dice): Buffer {
    if (cut === 'synced') return this.synced;
    let held = this.synced;
    let own = false;
    const grow = (size: number) => {
      if (own && held.length === size) return;
      const next = Buffer.alloc(size);
      held.copy(next, 0, 0, Math.min(size, held.length));
      held = next;
      own = true;
    };
    const write = (offset: number, data: Uint8Array) => {
      grow(Math.max(held.length, offset + data.length));
      held.set(data, offset);
    };
    for (const change of this.since) {
      const fate = cut === 'torn' ? dice!.integer(3) : 0;
      if (fate === 1) continue;
      if (change.kind === 'truncate') grow(change.size);
      else if (fate === 0) write(change.offset, change.data);
      else for (const part of sectors(change)) if (dice!.integer(2) === 0) write(part.offset, part.data);
    }
    return held;
  }
}

/** The parts of a write that a disk writes as one. */
function* sectors({ offset, data }: Extract<Bytes, { kind: 'write' }>): Iterable<{ offset: number; data: Uint8Array }> {
  for (let from = 0; from < data.length; ) {
    const to = Math.min(data.length, from + SECTOR_BYTES - ((offset + from) % SECTOR_BYTES));
    yield { offset: offset + from, data: data.subarray(from, to) };
    from = to;
  }
}

type Entry = File | 'folder';
type Names = ReadonlyMap<string, Entry>;

/** A change of a name, with what it makes, where it makes something. */
interface Renaming {
  readonly change: Name;
  readonly made: Entry | undefined;
}

export class Disk {
  /** As the program sees it. */
  readonly #names = new Map<string, Entry>([['', 'folder']]);
  /** As it stands whatever happens. */
  #durable: Names = new Map(this.#names);
  /** Changes of names since, in order, each with the folder that makes it durable. */
  #since: (Renaming & { readonly folder: string })[] = [];

  apply(change: Change): void {
    switch (change.kind) {
      case 'write':
      case 'truncate':
        this.#file(change.path).since.push(change);
        return;
      case 'sync':
        this.#file(change.path).sync();
        return;
      case 'sync-folder': {
        const names = new Map(this.#durable);
        for (const each of this.#since) if (each.folder === change.path) renamed(names, each);
        this.#durable = names;
        this.#since = this.#since.filter((each) => each.folder !== change.path);
        return;
      }
      default: {
        const made = change.kind === 'create' ? new File() : change.kind === 'make-folder' ? 'folder' : undefined;
        this.#since.push({ folder: folderOf(change.path), change, made });
        renamed(this.#names, { change, made });
      }
    }
  }

  /** What stands after a cut now: the bytes of every file, by path. */
  after(cut: Cut, dice?: Dice): Map<string, Buffer> {
    const files = new Map<string, Buffer>();
    for (const [path, file] of this.#namesAfter(cut, dice))
      if (file !== 'folder') files.set(path, file.after(cut, dice));
    return files;
  }

  #namesAfter(cut: Cut, dice?: Dice): Names {
    if (cut === 'in-order') return this.#names;
    const names = new Map(this.#durable);
    const journalled = cut === 'torn' ? dice!.integer(this.#since.length + 1) : 0;
    for (const each of this.#since.slice(0, journalled)) renamed(names, each);
    return names;
  }

  #file(path: string): File {
    const file = this.#names.get(path);
    if (file === undefined || file === 'folder') throw new Error(`the recording writes to ${path}, which is no file`);
    return file;
  }
}

function renamed(names: Map<string, Entry>, { change, made }: Renaming): void {
  const moved = names.get(change.path);
  names.delete(change.path);
  if (made !== undefined) names.set(change.path, made);
  else if (change.kind === 'rename' && moved !== undefined) names.set(change.to, moved);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

/** Writes what stands into a folder, which is emptied first. */
export function writeOut(files: ReadonlyMap<string, Buffer>, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, path), bytes, { mode: 0o600 });
  }
}
