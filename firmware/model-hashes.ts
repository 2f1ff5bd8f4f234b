/** Which models a unit reads with: the SHA-256 of each one's files. A swapped model is a swapped witness. */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from './domain/fault.ts';

const files = ['detector', 'reader', 'region'].flatMap((model) =>
  ['model.json', 'weights.bin'].map((file) => `${model}/${file}`),
);

/** `reader/weights.bin` and so on, to 64 hexadecimal digits. Throws Fault `model.missing`. */
export function modelHashes(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(files.map((file) => [file, hashOf(join(folder, file))]));
}

function hashOf(path: string): string {
  try {
    return hash('sha256', readFileSync(path));
  } catch (cause) {
    throw new Fault('model.missing', `${path}.`, cause);
  }
}
