/** An evidence package as a folder: written whole and on the disk when it returns, or read whole. */
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { Fault } from '../domain/fault.ts';
import { syncFolder, writeDurably } from './durable-file.ts';

/** Throws Fault `usage` where the folder holds anything already: a package is never written into another. */
export function writePackage(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Fault('usage', `${folder} is not empty.`);
  for (const [path, bytes] of files) {
    const place = join(folder, path);
    mkdirSync(dirname(place), { recursive: true, mode: 0o700 });
    writeDurably(place, bytes);
  }
  syncFolder(folder);
}

/** By path with slashes, from the folder. Throws Fault `usage` where it is no folder, or holds anything but files. */
export function readPackage(folder: string): ReadonlyMap<string, Uint8Array> {
  if (!existsSync(folder)) throw new Fault('usage', `${folder} is not there.`);
  const names = readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name)));
  const files = names.filter((name) => !lstatSync(name).isDirectory());
  const odd = files.find((name) => !lstatSync(name).isFile());
  if (odd !== undefined) throw new Fault('usage', `${odd} is neither file nor folder.`);
  return new Map(files.map((name) => [relative(folder, name).split(sep).join('/'), readFileSync(name)]));
}
