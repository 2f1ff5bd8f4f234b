/**
 * A folder into which lists are put, by a courier's copy or a stick: `FILE`, and when that is whole `FILE.sig`, its statement. What is settled
 * is removed, as it lies there unsealed; of a refusal `FILE.refused` stays and says why. Nothing but plain files is looked at, and no link
 * is followed. What can not be settled, on a stick that takes no change for example, is a fault; it is refused once.
 */
import { constants } from 'node:fs';
import { lstat, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { ListCarrier, OfferedList } from '../ports/list-carrier.ts';

const MARK = '.sig';

export interface IncomingOptions {
  /** Of a larger statement nothing is read. */
  readonly statementBytesMax: number;
  readonly bytesMax: number;
}

export function incomingFolder(path: string, { statementBytesMax, bytesMax }: IncomingOptions): ListCarrier {
  /** Statements whose refusal could not be left beside them. */
  const refused = new Map<string, string>();
  return {
    name: path,
    async offers() {
      const names = await readdir(path).catch((cause) =>
        Promise.reject(new Fault('hotlist.unreachable', `${path} can not be read.`, cause)),
      );
      const offered: OfferedList[] = [];
      for (const name of names.filter((each) => each.endsWith(MARK)).sort()) {
        const file = join(path, name.slice(0, -MARK.length));
        const statement = join(path, name);
        const [size, length] = await Promise.all([plainSize(file), plainSize(statement)]);
        if (size === undefined || length === undefined) continue;
        const text = length > statementBytesMax ? '' : await readFile(statement, 'latin1');
        if (refused.get(statement) !== text) offered.push(offeredFile(file, { statement, text, bytesMax, refused }));
      }
      return offered;
    },
  };
}

interface Stated {
  readonly statement: string;
  readonly text: string;
  readonly bytesMax: number;
  readonly refused: Map<string, string>;
}

function offeredFile(file: string, { statement, text, bytesMax, refused }: Stated): OfferedList {
  return {
    name: file,
    statement: text,
    chunks: () => fileChunks(file, bytesMax, constants.O_RDONLY | constants.O_NOFOLLOW),
    async settle(refusal) {
      if (refusal !== undefined) refused.set(statement, text);
      try {
        if (refusal !== undefined) await writeAnew(`${file}.refused`, `${refusal}\n`);
        await rm(statement, { force: true });
        await rm(file, { force: true });
      } catch (cause) {
        throw new Fault('hotlist.unreachable', `${file} can not be removed.`, cause);
      }
      refused.delete(statement);
    },
  };
}

/** In place of whatever has the name; nothing is written through a link. */
async function writeAnew(path: string, text: string): Promise<void> {
  await rm(path, { force: true });
  await writeFile(path, text, { flag: 'wx' });
}

/** The file's bytes. Rejects with Fault `hotlist.unreachable`, or `hotlist.refused` where there are more than `bytesMax`. */
export async function* fileChunks(
  path: string,
  bytesMax: number,
  flags = constants.O_RDONLY,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  try {
    await using file = await open(path, flags);
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > bytesMax) throw new Fault('hotlist.refused', `${path}: more than ${bytesMax} bytes.`);
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof Fault ? cause : new Fault('hotlist.unreachable', `${path} can not be read.`, cause);
  }
}

/** In bytes; undefined: no plain file. */
async function plainSize(path: string): Promise<number | undefined> {
  const stat = await lstat(path).catch(() => undefined);
  return stat?.isFile() ? stat.size : undefined;
}
