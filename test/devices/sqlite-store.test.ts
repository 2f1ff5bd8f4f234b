/** The store on a real disk: order, crash, full disk, foreign files. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { alprEncoder, bigintOf, v1 } from '../../firmware/devices/alpr-codec.ts';
import { openSqliteStore, type Seal } from '../../firmware/devices/sqlite-store.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { type Fault, faultOf } from '../../firmware/domain/fault.ts';
import type { Store } from '../../firmware/ports/store.ts';
import { detectionOf, hitDetectionOf } from '../proto/detections.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = (more: { readonly folder?: string; readonly seal?: Seal; readonly limitBytes?: number } = {}) =>
  openSqliteStore({ folder, encode: alprEncoder, clock: systemClock(), ...more });

test('whatever is appended, acknowledged and reopened in any order, the outbox is the rest in order, without gaps', () => {
  const step = fc.oneof(
    fc.constant('append' as const),
    fc.constant('append-hit' as const),
    fc.constant('reopen' as const),
    fc.nat({ max: 5 }).map((count) => ({ acknowledge: count })),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const own = mkdtempSync(join(folder, 'law-'));
      let store = open({ folder: own });
      let stored = 0n;
      let acknowledged = 0n;
      for (const [index, each] of steps.entries()) {
        if (each === 'append') {
          expect(store.append(detectionOf(index))).toBe(stored + 1n);
          stored += 1n;
        } else if (each === 'append-hit') {
          expect(store.append(hitDetectionOf(index))).toBe(stored + 1n);
          stored += 2n;
        } else if (each === 'reopen') {
          store[Symbol.dispose]();
          store = open({ folder: own });
        } else {
          const reached = acknowledged + BigInt(each.acknowledge);
          acknowledged = reached > stored ? stored : reached;
          store.acknowledge(acknowledged);
        }
        expect(sequencesOf(store)).toEqual(range(acknowledged + 1n, stored));
        expect(store.backlog().messages).toBe(Number(stored - acknowledged));
      }
      store[Symbol.dispose]();
    }),
    { numRuns: 40 },
  );
});

test('the sequence inside a message is the one it is stored under, and a hit stores its alert next', () => {
  using store = open();
  store.append(detectionOf(1));
  expect(store.append(hitDetectionOf(2))).toBe(2n);
  const rows = store.outbox(9);
  expect(rows.map((row) => row.kind)).toEqual(['detection', 'detection', 'alert']);
  expect(rows.map(sequenceInside)).toEqual([1n, 2n, 3n]);
  const alert = v1.Alert.decode(rows[2]?.payload ?? new Uint8Array());
  expect(bigintOf(alert.detectionSequence)).toBe(2n);
});

test('waiting resolves when something comes, and rejects when it is called off', async () => {
  using store = open();
  const stop = new AbortController();
  const waiting = store.waiting(stop.signal);
  store.append(detectionOf(1));
  await waiting;
  await store.waiting(stop.signal);
  store.acknowledge(1n);
  const again = store.waiting(stop.signal);
  stop.abort(new Error('enough'));
  await expect(again).rejects.toThrow('enough');
  await expect(store.waiting(stop.signal)).rejects.toThrow('enough');
});

test('a sequence that does not wait can not be acknowledged', () => {
  using store = open();
  store.append(detectionOf(1));
  expect(() => store.acknowledge(2n)).toThrow(RangeError);
  store.acknowledge(1n);
  expect(() => store.acknowledge(0n)).toThrow(RangeError);
});

test('only its own user may read the store', () => {
  const own = join(folder, 'new', 'store');
  using store = open({ folder: own });
  store.append(detectionOf(1));
  expect(statSync(own).mode & 0o777).toBe(0o700);
  for (const file of readdirSync(own)) expect(statSync(join(own, file)).mode & 0o077, file).toBe(0);
});

test('what is sealed is what lies on the disk, and the outbox gives it opened', () => {
  const flip = (_: bigint, bytes: Uint8Array) => bytes.map((byte) => byte ^ 0x5a);
  using store = open({ seal: { seal: flip, open: flip } });
  store.append(detectionOf(1, 'SEALME'));
  expect(v1.Detection.decode(store.outbox(1)[0]?.payload ?? new Uint8Array()).plate).toBe('SEALME');
  using raw = new DatabaseSync(join(folder, 'store.sqlite'), { readOnly: true });
  const row = raw.prepare('SELECT * FROM message').get();
  expect(Buffer.from(row?.payload as Uint8Array).includes('SEALME')).toBe(false);
  expect(JSON.stringify({ ...row, payload: null })).not.toContain('SEALME');
});

test('a process killed at any moment has lost nothing that it said was stored', async () => {
  const script = fileURLToPath(new URL('append-forever.ts', import.meta.url));
  let said = 0n;
  for (let kill = 1; kill <= 5; kill += 1) {
    const child = spawn(process.execPath, [script, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
    said = await saidUntilKilled(child, 7 * kill);
    using store = open();
    const sequences = sequencesOf(store);
    expect(sequences).toEqual(range(1n, BigInt(sequences.length)));
    expect(BigInt(sequences.length)).toBeGreaterThanOrEqual(said);
    for (const row of store.outbox(10_000)) expect(sequenceInside(row)).toBe(row.sequence);
  }
  expect(said).toBeGreaterThan(35n);
});

test('at its limit the store is full, keeps all that was stored, and takes more as soon as there is room', () => {
  let kept: readonly bigint[];
  {
    using store = open({ limitBytes: 500_000 });
    expect(appendUntilFault(store).code).toBe('store.full');
    kept = sequencesOf(store);
    expect(codeOf(() => store.append(hitDetectionOf(998)))).toBe('store.full');
  }
  expect(kept.length).toBeGreaterThan(5);
  expect(kept).toEqual(range(1n, BigInt(kept.length)));
  using store = open();
  expect(sequencesOf(store)).toEqual(kept);
  expect(store.append(detectionOf(999))).toBe(BigInt(kept.length) + 1n);
});

test.skipIf(!canMount())(
  'on a disk that is really full the store is full, and what it said was stored can be read',
  () => {
    const script = fileURLToPath(new URL('append-until-full.ts', import.meta.url));
    const mount = 'mount -t tmpfs -o size=1m tmpfs "$1" && exec "$2" "$3" "$1"';
    const said = execFileSync('unshare', ['-rm', 'sh', '-c', mount, 'sh', folder, process.execPath, script], {
      encoding: 'utf8',
    });
    const { fault, stored, readBack, afterRoom, reopened } = JSON.parse(said);
    expect(fault).toBe('store.full');
    expect(stored).toBeGreaterThan(5);
    expect(readBack).toBe(stored);
    expect(afterRoom).toBe(stored + 1);
    expect(reopened).toBe(stored + 1);
  },
);

test('a file of another version is refused and left as it is', () => {
  open()[Symbol.dispose]();
  const raw = new DatabaseSync(join(folder, 'store.sqlite'));
  raw.exec('PRAGMA user_version = 99');
  raw.close();
  expect(codeOf(() => open())).toBe('store.incompatible');
});

test('a database of another program is refused', () => {
  const raw = new DatabaseSync(join(folder, 'store.sqlite'));
  raw.exec('CREATE TABLE recipes (name TEXT)');
  raw.close();
  expect(codeOf(() => open())).toBe('store.incompatible');
});

test('a file that is no database is refused', () => {
  writeFileSync(join(folder, 'store.sqlite'), 'no database at all, but long enough to be taken for one'.repeat(40));
  expect(codeOf(() => open())).toBe('store.damaged');
});

test('a folder that can not be made is a fault', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(codeOf(() => open({ folder: join(folder, 'file', 'store') }))).toBe('store.unwritable');
});

/** Whether a small file system of its own can be had here (a mount namespace, without being root). */
function canMount(): boolean {
  return spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', tmpdir()], { stdio: 'ignore' }).status === 0;
}

function sequencesOf(store: Store): readonly bigint[] {
  return store.outbox(100_000).map((row) => row.sequence);
}

function sequenceInside({ kind, payload }: { readonly kind: string; readonly payload: Uint8Array }): bigint {
  const { origin } = kind === 'alert' ? v1.Alert.decode(payload) : v1.Detection.decode(payload);
  return origin?.sequence === undefined ? 0n : bigintOf(origin.sequence);
}

function range(from: bigint, to: bigint): readonly bigint[] {
  return Array.from({ length: Number(to - from) + 1 }, (_, index) => from + BigInt(index));
}

function codeOf(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return faultOf(error)?.code;
  }
  return undefined;
}

function appendUntilFault(store: Store): Fault {
  for (let number = 2; number < 10_000; number += 1) {
    try {
      store.append(detectionOf(number));
    } catch (error) {
      const fault = faultOf(error);
      if (fault) return fault;
      throw error;
    }
  }
  throw new Error('the disk was never full');
}

/** Kills the child without warning after it has said that many sequences; the last that it said. */
async function saidUntilKilled(child: ChildProcess, count: number): Promise<bigint> {
  const ended = once(child, 'exit');
  let said = 0n;
  let lines = 0;
  if (!child.stdout) throw new Error('no output');
  for await (const line of createInterface({ input: child.stdout })) {
    said = BigInt(line);
    lines += 1;
    if (lines === count) child.kill('SIGKILL');
  }
  await ended;
  return said;
}
