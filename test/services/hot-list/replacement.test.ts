import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { libraryRig, newFolder, platesOf } from './rig.ts';

const TAKER = fileURLToPath(new URL('take-forever.ts', import.meta.url));

/** Runs a taker and kills it when it has said so many words. Resolves with the last lists that it began and ended. */
async function killedAfter(words: number, { path, from }: { path: string; from: number }) {
  const child = spawn(process.execPath, [TAKER, path, String(from)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const said = { begun: 0, ended: 0 };
  let count = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const [what, number] = line.split(' ') as ['begun' | 'ended', string];
    said[what] = Number(number);
    if (++count === words) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return said;
}

test('H2 a program that is killed while it replaces a list leaves the old one or the new one, whole', async () => {
  const path = newFolder();
  let from = 1;
  for (const words of [3, 5, 9, 11, 4, 8, 15, 21]) {
    const { begun, ended } = await killedAfter(words, { path, from });
    const { library } = await libraryRig({ path });
    const plates = await platesOf(library);
    const number = library.about('ncic')!.madeAtMs;
    expect(plates).toEqual(Array.from({ length: 500 }, (_, index) => `N${number}X${index}`));
    expect(number).toBeGreaterThanOrEqual(ended);
    expect(number).toBeLessThanOrEqual(begun);
    from = begun + 1;
  }
}, 60_000);
