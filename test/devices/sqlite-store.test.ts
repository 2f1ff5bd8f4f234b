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
import { bigintOf, v1 } from '../../firmware/devices/alpr-codec.ts';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { openSqliteStore } from '../../firmware/devices/sqlite-store.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { Alert } from '../../firmware/domain/alert.ts';
import { type Fault, faultOf } from '../../firmware/domain/fault.ts';
import type { OutboxKind, Store } from '../../firmware/ports/store.ts';
import { alertOn, detectionOf, hitDetectionOf } from '../proto/detections.ts';
import { testUnitKey } from './test-unit-key.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = (more: { readonly folder?: string; readonly limitBytes?: number } = {}) =>
  openSqliteStore({ folder, encode: alprEncoder, clock: systemClock(), unitKeys: [testUnitKey], ...more });

test('whatever is appended, acknowledged and reopened in any order, the outbox is the rest in order, without gaps', () => {
  const step = fc.oneof(
    fc.constant('append' as const),
    fc.constant('append-hit' as const),
    fc.constant('reopen' as const),
    fc.constant('put-alert' as const),
    fc.record({ acknowledge: fc.nat({ max: 5 }), kind: fc.constantFrom('detection' as const, 'alert' as const) }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const own = mkdtempSync(join(folder, 'law-'));
      let store = open({ folder: own });
      const stored = { detection: 0n, alert: 0n };
      const acknowledged = { detection: 0n, alert: 0n };
      for (const [index, each] of steps.entries()) {
        if (each === 'append') {
          expect(store.append(detectionOf(index))).toBe(stored.detection + 1n);
          stored.detection += 1n;
        } else if (each === 'append-hit') {
          expect(store.append(hitDetectionOf(index))).toBe(stored.detection + 1n);
          stored.detection += 1n;
          stored.alert += 1n;
        } else if (each === 'put-alert') {
          expect(store.putAlert(alertOn(hitDetectionOf(index)))).toBe(stored.alert + 1n);
          stored.alert += 1n;
        } else if (each === 'reopen') {
          store[Symbol.dispose]();
          store = open({ folder: own });
        } else {
          const reached = acknowledged[each.kind] + BigInt(each.acknowledge);
          acknowledged[each.kind] = reached > stored[each.kind] ? stored[each.kind] : reached;
          store.acknowledge(each.kind, acknowledged[each.kind]);
        }
        for (const kind of ['detection', 'alert'] as const) {
          expect(sequencesOf(store, kind)).toEqual(range(acknowledged[kind] + 1n, stored[kind]));
          expect(store.backlog(kind).messages).toBe(Number(stored[kind] - acknowledged[kind]));
        }
        expect(store.backlog().messages).toBe(store.backlog('detection').messages + store.backlog('alert').messages);
      }
      store[Symbol.dispose]();
    }),
    { numRuns: 40 },
  );
});

test('the sequence inside a message is the one it is stored under, and an alert tells that of its detection', () => {
  using store = open();
  store.append(detectionOf(1));
  expect(store.append(hitDetectionOf(2))).toBe(2n);
  expect(store.outbox('detection', 9).map(sequenceInside)).toEqual([1n, 2n]);
  const [row] = store.outbox('alert', 9);
  expect(sequenceInside(row!)).toBe(1n);
  expect(bigintOf(v1.Alert.decode(row!.payload).detectionSequence)).toBe(2n);
});

test('an alert is open as it was put last, over a restart too, until it has ended; each time it was put is a message', () => {
  const raised = { ...alertOn(hitDetectionOf(1)), detectionSequence: 1n };
  const later = alertOn(hitDetectionOf(2), { raisedAt: { ...raised.raisedAt, epochMs: raised.raisedAt.epochMs + 5 } });
  const act = { by: { name: 'officer-1', role: 'officer' as const }, at: raised.raisedAt };
  {
    using store = open();
    store.putAlert(later);
    store.append({ ...hitDetectionOf(1), alert: raised });
    store.putAlert({ ...raised, state: 'seen', seen: act });
    expect(store.openAlerts()).toEqual([{ ...raised, state: 'seen', seen: act }, later]);
  }
  using store = open();
  expect(store.openAlerts()).toEqual([{ ...raised, state: 'seen', seen: act }, later]);
  store.putAlert({ ...later, state: 'expired' });
  expect(store.openAlerts().map(({ id }) => id)).toEqual([raised.id]);
  expect(store.outbox('alert', 9).map(({ payload }) => v1.Alert.decode(payload).state)).toEqual([1, 1, 2, 7]);
});

test('a picture that is given up is counted once, whatever alert has the same sequence', () => {
  using store = open();
  const matched = hitDetectionOf(1);
  store.append({ ...matched, alert: alertOn(matched) });
  store.acknowledge('detection', 1n);
  expect(store.room.giveUp('delivered-context-images')).toBe(1);
  expect(store.retained.reports().at(-1)).toMatchObject({ givenUpContexts: 1 });
});

test('V4 an alert that ended as a misread is counted by its characters, once, and over a restart', () => {
  const raised = alertOn(hitDetectionOf(1)); // ZQX4817
  const misread = (places: readonly number[], truly?: string): Alert => ({
    ...raised,
    id: `${places}`,
    state: 'dismissed',
    ended: {
      by: { name: 'officer-1', role: 'officer' },
      at: raised.raisedAt,
      disposition: 'misread',
      misreadPositions: places,
      ...(truly && { misreadAs: truly }),
    },
  });
  {
    using store = open();
    for (const alert of [misread([1, 6], 'O1'), misread([1], 'O'), misread([1], 'O'), misread([0])])
      store.putAlert(alert);
    store.putAlert({ ...raised, state: 'expired' });
  }
  using store = open();
  expect(store.misreads()).toEqual([
    { read: 'Q', truly: 'O', count: 2 },
    { read: '7', truly: '1', count: 1 },
    { read: 'Z', truly: '?', count: 1 },
  ]);
});

test('waiting resolves when something comes, and rejects when it is called off', async () => {
  using store = open();
  const stop = new AbortController();
  const waiting = store.waiting('detection', stop.signal);
  store.append(detectionOf(1));
  await waiting;
  await store.waiting('detection', stop.signal);
  store.acknowledge('detection', 1n);
  const again = store.waiting('detection', stop.signal);
  stop.abort(new Error('enough'));
  await expect(again).rejects.toThrow('enough');
  await expect(store.waiting('detection', stop.signal)).rejects.toThrow('enough');
});

test('a sequence that was never stored can not be acknowledged, and one that is past changes nothing', () => {
  using store = open();
  store.append(detectionOf(1));
  expect(() => store.acknowledge('detection', 2n)).toThrow(RangeError);
  store.acknowledge('detection', 1n);
  store.acknowledge('detection', 0n);
  expect(store.backlog('detection')).toEqual({ messages: 0 });
});

test('a second program is refused while one has the store', () => {
  using store = open();
  expect(codeOf(() => open())).toBe('store.busy');
  store[Symbol.dispose]();
  open()[Symbol.dispose]();
});

test('only its own user may read the store', () => {
  const own = join(folder, 'new', 'store');
  using store = open({ folder: own });
  store.append(detectionOf(1));
  expect(statSync(own).mode & 0o777).toBe(0o700);
  for (const file of readdirSync(own)) expect(statSync(join(own, file)).mode & 0o077, file).toBe(0);
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
    for (const row of store.outbox('detection', 10_000)) expect(sequenceInside(row)).toBe(row.sequence);
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

function sequencesOf(store: Store, kind: OutboxKind = 'detection'): readonly bigint[] {
  return store.outbox(kind, 100_000).map((row) => row.sequence);
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
