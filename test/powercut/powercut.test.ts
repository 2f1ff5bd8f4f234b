/** The short part of `make powercut`, and that the rig sees what it is there to see. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Dice } from '../../sim/dice.ts';
import { Disk } from './disk.ts';
import { killed } from './killed.ts';
import { play, record } from './play.ts';
import type { Change } from './recording.ts';

let folder: string;
let changes: readonly Change[];
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'powercut-'));
  const recorder = join(folder, 'recorder.so');
  const source = fileURLToPath(new URL('recorder.c', import.meta.url));
  execFileSync('gcc', ['-O2', '-shared', '-fPIC', '-o', recorder, source, '-ldl']);
  changes = record({ recorder, folder, seed: 7, steps: 60 });
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const cutsOf = (recorded: readonly Change[], most: number) =>
  [...play({ changes: recorded, folder: join(folder, 'after'), seed: 7, most })].map(({ wrong }) => wrong);

test('300 power cuts lose nothing that was stored and publish nothing twice', () => {
  const found = cutsOf(changes, 300);
  expect(found.length).toBeGreaterThan(250);
  expect(found.filter((wrong) => wrong !== undefined)).toEqual([]);
}, 120_000);

test('a unit that is killed at any moment loses nothing and publishes nothing twice', async () => {
  const { messages, wrong } = await killed({ folder: mkdtempSync(join(folder, 'killed-')), kills: 4, seed: 7 });
  expect(messages).toBeGreaterThan(0);
  expect(wrong).toEqual([]);
}, 180_000);

describe('the rig', () => {
  test.each(['sync', 'sync-folder'])(
    'sees what is lost where every %s is left out',
    (kind) => {
      const careless = changes.filter((change) => change.kind !== kind);
      expect(cutsOf(careless, 40).filter((wrong) => wrong !== undefined)).not.toEqual([]);
    },
    60_000,
  );

  test('keeps what was synced, whatever becomes of what was not', () => {
    const disk = new Disk();
    const write = (text: string, offset: number): Change => ({
      kind: 'write',
      path: '/log',
      offset,
      data: Buffer.from(text),
    });
    for (const change of [
      { kind: 'create', path: '/log' },
      write('kept', 0),
      { kind: 'sync', path: '/log' },
      { kind: 'sync-folder', path: '' },
      write('LOST', 0),
      { kind: 'create', path: '/other' },
    ] as const)
      disk.apply(change);
    const standing = (cut: 'in-order' | 'synced') =>
      [...disk.after(cut)].map(([path, bytes]) => `${path} ${bytes.toString()}`);
    expect(standing('synced')).toEqual(['/log kept']);
    expect(standing('in-order')).toEqual(['/log LOST', '/other ']);
    const torn = new Set(
      Array.from({ length: 50 }, (_, draw) =>
        disk
          .after('torn', new Dice(`torn/${draw}`))
          .get('/log')!
          .toString(),
      ),
    );
    expect([...torn].sort()).toEqual(['LOST', 'kept']);
  });
});
