/**
 * A folder into which lists are put, by a courier's copy or a stick: `FILE`, and when that is whole `FILE.sig`, its statement. What is settled
 * is removed, as it lies there unsealed; of a refusal `FILE.refused` stays and says why. Nothing but plain files is looked at.
 */
import { createReadStream } from 'node:fs';
import { lstat, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Fault } from '../domain/fault.ts';
import type { ListCarrier, OfferedList } from '../ports/list-carrier.ts';

const MARK = '.sig';

/** @param statementBytesMax of a larger one no more is read. */
export function incomingFolder(
  path: string,
  { statementBytesMax }: { readonly statementBytesMax: number },
): ListCarrier {
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
        const sizes = await Promise.all([plainSize(file), plainSize(statement)]);
        if (sizes[0] === undefined || sizes[1] === undefined) continue;
        offered.push(await offeredFile(file, statement, sizes[1] > statementBytesMax));
      }
      return offered;
    },
  };
}

async function offeredFile(file: string, statement: string, tooLong: boolean): Promise<OfferedList> {
  return {
    name: file,
    statement: tooLong ? '' : await readFile(statement, 'latin1'),
    chunks: () => createReadStream(file),
    async settle(refusal) {
      await rm(statement, { force: true });
      await rm(file, { force: true });
      if (refusal !== undefined) await writeFile(`${file}.refused`, `${refusal}\n`);
    },
  };
}

/** In bytes; undefined: no plain file. */
async function plainSize(path: string): Promise<number | undefined> {
  const stat = await lstat(path).catch(() => undefined);
  return stat?.isFile() ? stat.size : undefined;
}
