/** Retention over the real store, on clocks that jump, boots that come and go, and power that fails. */
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadProfile, type Profile } from '../../firmware/config/profile.ts';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { openSqliteStore, type SealedStore } from '../../firmware/devices/sqlite-store.ts';
import { Fault } from '../../firmware/domain/fault.ts';
import { monotonicMs, type WallInstant } from '../../firmware/domain/instant.ts';
import { tellPurge } from '../../firmware/governance/purge-report.ts';
import { keepOnce, PURGE_EVERY_MS, type Retention, retain } from '../../firmware/governance/retention.ts';
import type { AuditEntry } from '../../firmware/ports/audit.ts';
import type { Clock } from '../../firmware/ports/clock.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { testUnitKey } from '../devices/test-unit-key.ts';
import { alertOn, detectionOf, hitDetectionOf } from '../proto/detections.ts';

const HOUR_MS = 3_600_000;
const RETENTION_MS = 2 * HOUR_MS;
const LATE_MS_MAX = 60_000;

let folder: string;
let profile: Profile;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'retention-'));
  const bloomington = await loadProfile('bloomington');
  profile = {
    ...bloomington,
    retention: { ...bloomington.retention, detections_hours: 2, hits: 3, searches: 'permanent' },
  };
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** The world's true time, and what the unit's clock makes of it. */
class Machine implements Clock {
  /** True calendar. */
  trueMs = 1_760_000_000_000;
  /** By how much the wall clock is wrong while nobody keeps it. */
  wrongMs = 0;
  vouched = true;
  boot = 1;
  #bootedMs = this.trueMs;

  wall(): WallInstant {
    return this.vouched
      ? { epochMs: this.trueMs, quality: { source: 'gps', uncertaintyMs: 100 } }
      : { epochMs: this.trueMs + this.wrongMs, quality: { source: 'free-running' } };
  }
  monotonic() {
    return monotonicMs(this.trueMs - this.#bootedMs);
  }
  sleep = () => Promise.reject(new Error('nobody sleeps here'));

  reboot(offMs: number): void {
    this.trueMs += offMs;
    this.#bootedMs = this.trueMs;
    this.boot += 1;
  }
}

const openAt = (machine: Machine, own: string, more: { limitBytes?: number } = {}) =>
  openSqliteStore({
    folder: own,
    encode: alprEncoder,
    clock: machine,
    machineBoot: `boot ${machine.boot}`,
    unitKeys: [testUnitKey],
    dropFirst: profile.disk.drop_first,
    ...more,
  });

function retentionOf(machine: Machine, store: SealedStore, entries: AuditEntry[] = []): Retention {
  return {
    retained: store.retained,
    room: store.room,
    holds: store.holds,
    profile,
    clock: machine,
    now: () => machine.wall(),
    audit: { record: (entry) => void entries.push(entry) },
    log: recordingLog(),
    signal: new AbortController().signal,
    onFault: () => {},
  };
}

/** Lets time go by in rounds of the service. */
async function run(machine: Machine, store: SealedStore, forMs: number): Promise<void> {
  for (let left = forMs; left > 0; left -= PURGE_EVERY_MS) {
    machine.trueMs += Math.min(left, PURGE_EVERY_MS);
    await keepOnce(retentionOf(machine, store));
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'append' as const }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('run' as const), minutes: fc.integer({ min: 1, max: 90 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('wrong' as const), byMs: fc.integer({ min: -1e12, max: 1e12 }) }),
  },
  { weight: 3, arbitrary: fc.constant({ kind: 'vouched' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('reboot' as const),
      offMinutes: fc.integer({ min: 0, max: 300 }),
      powerLost: fc.boolean(),
    }),
  },
);

test('R1 nothing leaves before its time, and everything within a minute of it, through jumps of the clock, boots and lost power', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 22 }), async (steps) => {
      const machine = new Machine();
      let own = mkdtempSync(join(folder, 'law-'));
      let store = openAt(machine, own);
      const stored: { sequence: bigint; trueMs: number; boot: number }[] = [];
      const learned = new Set<number>();
      const check = () => {
        for (const { sequence, trueMs, boot } of stored) {
          const ageMs = machine.trueMs - trueMs;
          const kept = store.search.message(sequence) !== undefined;
          if (!kept) expect(ageMs).toBeGreaterThanOrEqual(RETENTION_MS - 1000);
          const known = boot === machine.boot || (learned.has(boot) && learned.has(machine.boot));
          if (kept && known) expect(ageMs).toBeLessThan(RETENTION_MS + LATE_MS_MAX);
          expect(store.search.find({}, 1000).found.some((each) => each.sequence === sequence)).toBe(kept);
        }
      };
      for (const each of steps) {
        if (each.kind === 'append') {
          const sequence = store.append(detectionOf(stored.length));
          stored.push({ sequence, trueMs: machine.trueMs, boot: machine.boot });
        } else if (each.kind === 'wrong') {
          machine.vouched = false;
          machine.wrongMs = each.byMs;
        } else if (each.kind === 'vouched') machine.vouched = true;
        else if (each.kind === 'reboot') {
          if (each.powerLost) {
            cpSync(own, `${own}x`, { recursive: true });
            own = `${own}x`;
          }
          store[Symbol.dispose]();
          machine.reboot(each.offMinutes * 60_000);
          store = openAt(machine, own);
        }
        await run(machine, store, each.kind === 'run' ? each.minutes * 60_000 : PURGE_EVERY_MS);
        if (machine.vouched) learned.add(machine.boot);
        check();
      }
      store[Symbol.dispose]();
    }),
    { numRuns: 40 },
  );
}, 240_000);

test('R1 a clock that jumped ahead with nobody to vouch for it purges nothing, and the unit says that it is unsure', async () => {
  const machine = new Machine();
  using store = openAt(machine, folder);
  store.append(detectionOf(1));
  expect(await keepOnce(retentionOf(machine, store))).toEqual({});
  machine.vouched = false;
  machine.wrongMs = 400 * 24 * HOUR_MS;
  expect(await keepOnce(retentionOf(machine, store))).toEqual({ retention: 'retention.unsure' });
  expect(store.outbox('detection', 9)).toHaveLength(1);
});

test('R1 a clock set back by a reboot keeps nothing late: the time off is known once somebody vouches for the time', async () => {
  const machine = new Machine();
  {
    using store = openAt(machine, folder);
    store.append(detectionOf(1));
    await keepOnce(retentionOf(machine, store));
  }
  machine.reboot(3 * HOUR_MS);
  machine.vouched = false;
  machine.wrongMs = -machine.trueMs;
  using store = openAt(machine, folder);
  await keepOnce(retentionOf(machine, store));
  expect(store.outbox('detection', 9)).toHaveLength(1);
  machine.vouched = true;
  await keepOnce(retentionOf(machine, store));
  expect(store.outbox('detection', 9)).toHaveLength(0);
});

test('R1 what was not sent in time is purged too, counted, and the outbox goes on behind it', async () => {
  const machine = new Machine();
  const entries: AuditEntry[] = [];
  using store = openAt(machine, folder);
  store.append(detectionOf(1));
  store.append(hitDetectionOf(2));
  store.acknowledge('detection', 1n);
  await run(machine, store, RETENTION_MS + PURGE_EVERY_MS);
  store.append(detectionOf(3));
  expect(store.outbox('detection', 9).map(({ sequence }) => sequence)).toEqual([3n]);
  expect(store.outbox('alert', 9)).toEqual([]);
  expect(store.openAlerts()).toEqual([]);
  await store.waiting('detection', new AbortController().signal);
  expect(store.backlog('alert').messages).toBe(0);
  expect(store.retained.reports().at(-1)).toMatchObject({ detections: 2, alerts: 1, unsent: 2 });
  tellPurge(store.retained, retentionOf(machine, store, entries).audit);
  expect(entries).toMatchObject([
    { action: 'data.purged', by: 'unit', detail: { detections: 2, alerts: 1, unsent: 2 } },
  ]);
});

test('R1 what tells of an alert later goes with the detection that it is about, not later', async () => {
  const machine = new Machine();
  using store = openAt(machine, folder);
  const matched = hitDetectionOf(1);
  store.append({ ...matched, alert: alertOn(matched) });
  await run(machine, store, RETENTION_MS - 10 * 60_000);
  const [standing] = store.openAlerts();
  store.putAlert({ ...standing!, state: 'expired' });
  await run(machine, store, 11 * 60_000);
  expect(store.outbox('alert', 9)).toEqual([]);
});

test('R1 an alert goes in its time also when its detection was given up before, and what is said of it later does not bring it again', async () => {
  const machine = new Machine();
  using store = openAt(machine, folder);
  const matched = hitDetectionOf(1);
  const sequence = store.append({ ...matched, alert: alertOn(matched) });
  const standing = { ...alertOn(matched), detectionSequence: sequence };
  store.acknowledge('detection', sequence);
  expect(store.room.giveUp('delivered-detections')).toBe(1);
  await run(machine, store, RETENTION_MS - 10 * 60_000);
  store.putAlert({ ...standing, resends: 1 });
  expect(store.outbox('alert', 9)).toHaveLength(2);
  await run(machine, store, 11 * 60_000);
  store.putAlert({ ...standing, resends: 2 });
  expect([store.outbox('alert', 9), store.openAlerts()]).toEqual([[], []]);
});

test('R4 a disk that takes no report at the end of a unit ends it all the same, and the report is told at the next start', async () => {
  const machine = new Machine();
  using store = openAt(machine, folder);
  store.append(detectionOf(1));
  await run(machine, store, RETENTION_MS + PURGE_EVERY_MS);
  const full = { record: () => assert.fail(new Fault('store.full', 'the test')) };
  const ended = { ...retentionOf(machine, store), signal: AbortSignal.abort() };
  await retain({ ...ended, audit: full });
  const entries: AuditEntry[] = [];
  await retain({ ...ended, audit: { record: (entry) => void entries.push(entry) } });
  expect(entries).toMatchObject([{ action: 'data.purged', detail: { detections: 1 } }]);
});

test('R2 a hit stays by its own term, without pictures, and a search for ever where the profile says so', async () => {
  const machine = new Machine();
  using store = openAt(machine, folder);
  store.append(hitDetectionOf(1));
  store.records.keep('search', Buffer.from('{"pattern":"ZQ?"}'));
  await run(machine, store, RETENTION_MS + PURGE_EVERY_MS);
  const [hit] = store.records.after('hit', 0n, 9);
  const record = JSON.parse(Buffer.from(hit!.record).toString());
  expect(record).toMatchObject({ plate: 'ZQX4817', hits: [{ list: 'ncic' }, { list: 'local' }] });
  expect(JSON.stringify(record).length).toBeLessThan(800);
  await run(machine, store, HOUR_MS + PURGE_EVERY_MS);
  expect(store.records.after('hit', 0n, 9)).toEqual([]);
  expect(store.records.after('search', 0n, 9)).toHaveLength(1);
});

const order = {
  ...{ caseNumber: '26-1234', who: { name: 'officer-1', role: 'officer' as const }, why: 'robbery' },
  placedEpochMs: 1_760_000_000_000,
};

test('R3 what is held outlives its time, with its alert and its picture, over a restart, until it is released', async () => {
  const machine = new Machine();
  let before: Uint8Array | undefined;
  let id: number;
  {
    using store = openAt(machine, folder);
    const matched = hitDetectionOf(1);
    store.append({ ...matched, alert: alertOn(matched) });
    store.append(detectionOf(2));
    before = store.search.message(1n);
    const untilEpochMs = machine.trueMs + 30 * 24 * HOUR_MS;
    ({ id } = await store.holds.place({ ...order, untilEpochMs }, [store.holds.holdable(1n)!]));
    await run(machine, store, RETENTION_MS + PURGE_EVERY_MS);
  }
  using store = openAt(machine, folder);
  expect(Buffer.from(store.search.message(1n)!)).toEqual(Buffer.from(before!));
  expect(store.search.message(2n)).toBeUndefined();
  expect(store.holds.messages(id).map(({ kind }) => kind)).toEqual(['detection', 'alert']);
  expect(store.holds.list()).toMatchObject([{ id, ...order, messages: 2 }]);
  expect(store.retained.reports().at(-1)?.underHolds).toMatchObject([{ hold: id, messages: 2 }]);
  expect(store.holds.release(id)).toBe(true);
  expect(store.search.message(1n)).toBeUndefined();
  expect(store.holds.release(id)).toBe(false);
});

test('R3 a hold ends by itself when its time has come, by a time that somebody vouches for, and that is on record', async () => {
  const machine = new Machine();
  const entries: AuditEntry[] = [];
  using store = openAt(machine, folder);
  store.append(detectionOf(1));
  await store.holds.place({ ...order, untilEpochMs: machine.trueMs + 5 * HOUR_MS }, [store.holds.holdable(1n)!]);
  await keepOnce(retentionOf(machine, store));
  machine.vouched = false;
  machine.wrongMs = 100 * HOUR_MS;
  await keepOnce(retentionOf(machine, store, entries));
  expect(store.holds.list()).toHaveLength(1);
  machine.trueMs += 5 * HOUR_MS;
  await keepOnce(retentionOf(machine, store, entries));
  expect(store.holds.list()).toHaveLength(0);
  expect(entries.at(-1)).toMatchObject({ action: 'hold.released', by: 'unit', detail: { caseNumber: '26-1234' } });
});

test('R4 the report tells what left and when it was stored, is kept over a restart, and the next begins at nothing', async () => {
  const machine = new Machine();
  const began = machine.trueMs;
  {
    using store = openAt(machine, folder);
    for (let number = 0; number < 100; number += 1) store.append(detectionOf(number));
    await run(machine, store, RETENTION_MS + PURGE_EVERY_MS);
  }
  using store = openAt(machine, folder);
  const report = store.retained.reports().at(-1)!;
  expect(report).toMatchObject({ open: true, detections: 100, unsent: 100, underHolds: [] });
  expect(Math.abs(report.storedFromMs! - began)).toBeLessThan(1000);
  store.retained.closeReport();
  expect(store.retained.reports()).toMatchObject([
    { open: false, detections: 100 },
    { open: true, detections: 0 },
  ]);
});

test('U8 a unit that has not delivered says so at half of its limit, and loudly at nine tenths, whatever its clock says', async () => {
  const machine = new Machine();
  profile = {
    ...profile,
    retention: { ...profile.retention, detections_hours: 1000 },
    delivery: { limit_hours: 10 },
  };
  using store = openAt(machine, folder);
  store.append(detectionOf(1));
  machine.trueMs += 5 * HOUR_MS - 1000;
  expect(await keepOnce(retentionOf(machine, store))).toEqual({});
  machine.trueMs += 1000;
  expect(await keepOnce(retentionOf(machine, store))).toEqual({ delivery: 'delivery.late' });
  machine.vouched = false;
  machine.wrongMs = -4 * HOUR_MS;
  machine.trueMs += 4 * HOUR_MS;
  expect(await keepOnce(retentionOf(machine, store))).toEqual({ delivery: 'delivery.overdue' });
  store.acknowledge('detection', 1n);
  expect(await keepOnce(retentionOf(machine, store))).toEqual({});
});

test('R1 when the disk fills, what the profile names first is given up and counted, in its order, and never an alert', async () => {
  const machine = new Machine();
  using store = openAt(machine, folder, { limitBytes: 3_000_000 });
  for (let number = 0; number < 40; number += 1) {
    const matched = hitDetectionOf(number);
    store.append({ ...matched, alert: alertOn(matched) });
  }
  store.acknowledge('detection', 40n);
  expect(await keepOnce(retentionOf(machine, store))).toEqual({});
  for (let number = 40; number < 76; number += 1) store.append(detectionOf(number));
  expect(await keepOnce(retentionOf(machine, store))).toEqual({ disk: 'store.crowded' });
  expect(store.room.usedBytes).toBeLessThan(0.86 * store.room.limitBytes);
  const first = store.retained.reports().at(-1)!;
  expect(first.givenUpContexts).toBeGreaterThan(0);
  expect(first).toMatchObject({ givenUpDetections: 0, givenUpWaitingContexts: 0 });
  // Without rounds in between, appending makes room by itself, down to what waits.
  for (let number = 76; number < 260; number += 1) store.append(detectionOf(number));
  const report = store.retained.reports().at(-1)!;
  expect(report.givenUpDetections).toBe(40);
  expect(report.givenUpWaitingContexts).toBeGreaterThan(0);
  expect(store.outbox('alert', 999)).toHaveLength(40);
  expect(store.outbox('detection', 999)).toHaveLength(220);
});
