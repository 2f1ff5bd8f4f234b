/** The short part of `make powercut`, and that the rig sees what it is there to see. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { detectionMessage, int64, v1 } from '../../firmware/devices/alpr-codec.ts';
import { Dice } from '../../sim/dice.ts';
import { detectionOf } from '../proto/detections.ts';
import { Disk } from './disk.ts';
import { type Killed, killed } from './killed.ts';
import { lookInto, type Said } from './look.ts';
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

describe('a unit that is killed at any moment', () => {
  let place: string;
  let outcome: Killed;
  beforeAll(async () => {
    place = mkdtempSync(join(folder, 'killed-'));
    outcome = await killed({ folder: place, kills: 4, seed: 7 });
  }, 180_000);

  test('loses nothing, publishes nothing twice and keeps its audit log whole', () => {
    expect(outcome.messages).toBeGreaterThan(0);
    expect(outcome.wrong).toEqual([]);
  });

  test('is looked into by eyes that see what is lost', async () => {
    const seen = (said: Partial<Said> = {}) =>
      lookInto(join(place, 'forever.toml'), join(folder, 'look'), { received: [], opened: 0, ...said });
    const came = (kind: string, payload: Uint8Array) => ({ topic: `a/${kind}`, payload, qos: 1, retained: false });
    const other = detectionMessage(detectionOf(1), 1n);
    const lost = detectionMessage(detectionOf(2), 9999n);
    expect(await seen()).toEqual([]);
    expect(await seen({ received: [came('detection', other), came('detection', lost)] })).toEqual([
      'detection 1 is stored as another',
      'detection 9999 came and is not stored',
    ]);
    const origin = { bootId: 'b', sequence: int64(1n) };
    const health = v1.Health.encode({ origin, stages: [{ stage: 'store', itemsOut: int64(3n) }] }).finish();
    expect(await seen({ received: [came('health', health)] })).toEqual(['health said 3 stored, and 0 are']);
    expect(await seen({ opened: 99 })).toEqual([expect.stringMatching(/^99 times open, and \d+ starts on record$/)]);

    const database = new DatabaseSync(join(place, 'kept', 'store.sqlite'));
    database.exec("DELETE FROM message WHERE kind = 'detection' AND sequence = 2");
    database.close();
    expect(await seen()).toEqual(['detection 2 is missing, 3 is there']);
    const log = join(
      place,
      'kept',
      'audit',
      readdirSync(join(place, 'kept', 'audit')).find((name) => name.endsWith('.log'))!,
    );
    writeFileSync(log, readFileSync(log, 'utf8').split('\n').toSpliced(2, 1).join('\n'));
    expect(await seen()).toContainEqual(expect.stringMatching(/^the audit log/));
  });
});

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
