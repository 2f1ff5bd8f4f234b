/**
 * The sealed folder on the disk (ports/sealed-folder.ts). A list lies as blocks of 64 lines, each sealed by itself and bound to its file and
 * place, so that one line costs one small block; behind them, sealed too, what the list is and where its blocks lie. Nothing is written
 * into a file that has its name already.
 */
import { randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  unlinkSync,
} from 'node:fs';
import { type FileHandle, open as openFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { assert } from '../domain/assert.ts';
import { Fault } from '../domain/fault.ts';
import type { SealedFolder, SealedLines, SealedWriter } from '../ports/sealed-folder.ts';
import type { Vault } from '../ports/vault.ts';
import { onDisk } from './disk-fault.ts';
import { renameDurably, syncFolder, writeDurably } from './durable-file.ts';
import { openLock } from './file-lock.ts';

const BLOCK_LINES = 64;
const MAGIC = Buffer.from('PKLINES1');
const END_BYTES = 4 + MAGIC.length;
const LIST = '.list';
const DOCUMENT = '.sealed';
/** Another program's change of a document takes milliseconds. */
const LOCK_WAIT_MS = 200;
/** A list in the making that was not written to for so long was left behind; a younger one may be another program's. */
const UNFINISHED_MS_MAX = 600_000;

interface Trailer {
  readonly file: string;
  readonly about: string;
  readonly count: number;
  /** Of each block, in bytes. */
  readonly sizes: readonly number[];
}

/** @param path made when it is not there. What a crash has left unfinished in it is removed. */
export function sealedFiles(path: string, vault: Vault): SealedFolder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  removeLeftBehind(path);
  const fileOf = (name: string) => {
    assert(/^[a-z0-9][a-z0-9-]{0,63}$/.test(name), 'the name of a list is checked before');
    return { list: join(path, name + LIST), document: join(path, name + DOCUMENT) };
  };
  const documentOf = (name: string) => {
    const file = fileOf(name).document;
    return existsSync(file) ? vault.open(`hot-lists/${name}`, readFileSync(file)) : undefined;
  };
  return {
    lists: () =>
      readdirSync(path)
        .filter((name) => name.endsWith(LIST))
        .map((name) => name.slice(0, -LIST.length))
        .sort(),
    version(name) {
      const { list, document } = fileOf(name);
      const stat =
        statSync(list, { bigint: true, throwIfNoEntry: false }) ??
        statSync(document, { bigint: true, throwIfNoEntry: false });
      return stat && `${stat.ino} ${stat.mtimeNs} ${stat.size}`;
    },
    open: (name) => openLines(fileOf(name).list, vault, `hot-lists/${name}`),
    replace: (name) => openWriter(fileOf(name).list, vault, `hot-lists/${name}`),
    remove(name) {
      unlinkSync(fileOf(name).list);
      syncFolder(path);
    },
    document: documentOf,
    update(name, change) {
      using lock = openLock(join(path, `${name}.lock`), { busy: 'hotlist.busy', waitMs: LOCK_WAIT_MS });
      lock.exclusively(() =>
        onDisk(path, () => {
          const next = change(documentOf(name));
          if (next !== undefined) writeDurably(fileOf(name).document, vault.seal(`hot-lists/${name}`, next));
        }),
      );
    },
  };
}

function openLines(path: string, vault: Vault, purpose: string): SealedLines {
  const file = openSync(path, 'r');
  const read = (at: number, length: number) => {
    const bytes = Buffer.alloc(length);
    if (readSync(file, bytes, 0, length, at) < length) throw new Fault('vault.damaged', `${path} ends too early.`);
    return bytes;
  };
  const { trailer, starts } = trailerOf(read, fstatSync(file).size, { path, vault, purpose });
  const block = (index: number) => {
    const sealed = read(starts[index]!, trailer.sizes[index]!);
    const [mark, ...lines] = Buffer.from(vault.open(purpose, sealed)).toString().split('\n');
    if (mark !== markOf(trailer.file, index))
      throw new Fault('vault.damaged', `${path}, block ${index}: not where it was written.`);
    return lines;
  };
  return {
    about: trailer.about,
    count: trailer.count,
    line(index) {
      assert(index >= 0 && index < trailer.count, 'a line is asked for by an index that was given');
      return block(Math.floor(index / BLOCK_LINES))[index % BLOCK_LINES]!;
    },
    async *parts() {
      for (const index of trailer.sizes.keys()) {
        await turn(); // the unit's other work goes on meanwhile
        yield block(index);
      }
    },
    close: () => closeSync(file),
  };
}

function trailerOf(
  read: (at: number, length: number) => Buffer,
  size: number,
  { path, vault, purpose }: { readonly path: string; readonly vault: Vault; readonly purpose: string },
): { readonly trailer: Trailer; readonly starts: readonly number[] } {
  const damaged = () => new Fault('vault.damaged', `${path} is no sealed list, or not a whole one.`);
  if (size < MAGIC.length + END_BYTES) throw damaged();
  const end = read(size - END_BYTES, END_BYTES);
  const length = end.readUInt32LE(0);
  if (!end.subarray(4).equals(MAGIC) || length > size - MAGIC.length - END_BYTES) throw damaged();
  const opened = vault.open(`${purpose}/about`, read(size - END_BYTES - length, length));
  const trailer = JSON.parse(Buffer.from(opened).toString()) as Trailer;
  const starts = [MAGIC.length];
  for (const bytes of trailer.sizes) starts.push(starts.at(-1)! + bytes);
  return { trailer, starts };
}

/** What a block begins with: it opens as this block of this file alone. */
function markOf(file: string, index: number): string {
  return `${file} ${index}`;
}

async function openWriter(path: string, vault: Vault, purpose: string): Promise<SealedWriter> {
  const next = `${path}.${randomUUID()}.writing`;
  const folder = join(path, '..');
  const file = await onDisk(folder, () => openFile(next, 'wx', 0o600));
  const id = randomUUID();
  const sizes: number[] = [];
  let waiting: string[] = [];
  let count = 0;
  let committed = false;
  const flush = async () => {
    if (waiting.length === 0) return;
    const sealed = vault.seal(purpose, Buffer.from([markOf(id, sizes.length), ...waiting].join('\n')));
    waiting = [];
    sizes.push(sealed.length);
    await writeAll(file, sealed);
  };
  const put = async (lines: readonly string[]) => {
    for (const line of lines) {
      waiting.push(line);
      count++;
      if (waiting.length === BLOCK_LINES) await flush();
    }
  };
  await onDisk(folder, () => writeAll(file, MAGIC));
  return {
    add: (lines) => onDisk(folder, () => put(lines)),
    commit: (about) =>
      onDisk(folder, async () => {
        await flush();
        const trailer: Trailer = { file: id, about, count, sizes };
        const sealed = vault.seal(`${purpose}/about`, Buffer.from(JSON.stringify(trailer)));
        const end = Buffer.alloc(4);
        end.writeUInt32LE(sealed.length);
        await writeAll(file, Buffer.concat([sealed, end, MAGIC]));
        await file.sync();
        renameDurably(next, path);
        committed = true;
      }),
    async [Symbol.asyncDispose]() {
      await file.close();
      if (!committed && existsSync(next)) unlinkSync(next);
    },
  };
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.length; ) done += (await file.write(bytes, done, bytes.length - done)).bytesWritten;
}

/** What was never given its name is sealed, so that it need only go. */
function removeLeftBehind(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.endsWith('.writing'))) {
    const stat = statSync(join(folder, name), { throwIfNoEntry: false });
    if (stat !== undefined && Date.now() - stat.mtimeMs > UNFINISHED_MS_MAX) unlinkSync(join(folder, name));
  }
}
