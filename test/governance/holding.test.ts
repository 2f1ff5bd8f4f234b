/** R3: what a hold keeps and what the audit log says of it, over the real store and the real log. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadProfile } from '../../firmware/config/profile.ts';
import { evidenceSource } from '../../firmware/devices/evidence-source.ts';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { openSqliteStore, type SealedStore } from '../../firmware/devices/sqlite-store.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { roomToHold } from '../../firmware/governance/disk-room.ts';
import { placeHold, releaseHold } from '../../firmware/governance/holding.ts';
import type { Clock } from '../../firmware/ports/clock.ts';
import { testUnitKey } from '../devices/test-unit-key.ts';
import { alertOn, detectionOf, hitDetectionOf } from '../proto/detections.ts';
import { recordsOf, testLog } from './audit-logs.ts';

const HOUR_MS = 3_600_000;
const BEGAN_MS = 1_760_000_000_000;
/** By how much the system's clock is behind the best time that the unit knows. */
const BEHIND_MS = 400 * 24 * HOUR_MS;

const profile = await loadProfile('bloomington');
let folder: string;
let passedMs: number;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'holding-'));
  passedMs = 0;
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const clock: Clock = {
  wall: () => ({ epochMs: BEGAN_MS - BEHIND_MS + passedMs, quality: { source: 'free-running' } }),
  monotonic: () => monotonicMs(passedMs),
  sleep: () => Promise.reject(new Error('nobody sleeps here')),
};
const now = () => BEGAN_MS + passedMs;

function opened({ limitBytes }: { readonly limitBytes?: number } = {}) {
  const store = openSqliteStore({
    ...{ folder, encode: alprEncoder, clock, machineBoot: 'boot', unitKeys: [testUnitKey] },
    ...{ limitBytes, dropFirst: profile.disk.drop_first },
  });
  const { log } = testLog();
  const { holds, room } = store;
  const tools = { profile, holds, room, audit: log, nowMs: now };
  const who = { name: 'D. Lee', role: 'detective' } as const;
  return {
    store,
    hold: (detections: readonly bigint[], caseNumber = '26-1') =>
      placeHold({ caseNumber, who, why: 'robbery', untilEpochMs: now() + 30 * 24 * HOUR_MS }, detections, tools),
    release: (id: number) => releaseHold({ id, by: who, why: 'closed' }, tools),
    records: (action: string) => recordsOf(log).filter((each) => each.action === action),
    [Symbol.dispose]: () => store[Symbol.dispose](),
  };
}

function purge({ retained }: SealedStore): void {
  passedMs += 2 * HOUR_MS;
  while (retained.purge({ detectionsMs: HOUR_MS, hitsMs: undefined, searchesMs: undefined }));
}

const kindsIn = ({ holds }: SealedStore, id: number) =>
  holds.messages(id).map(({ kind, sequence }) => [kind, sequence]);

test('R3 what only another hold still keeps is held too, whole and with its alerts, and outlives that other hold', async () => {
  using unit = opened();
  const { store } = unit;
  const matched = hitDetectionOf(1);
  store.append({ ...matched, alert: alertOn(matched) });
  store.append(detectionOf(2));
  const before = Buffer.from(store.search.message(1n)!);
  const first = await unit.hold([1n, 2n]);
  purge(store);
  store.append(detectionOf(3));
  const second = await unit.hold([1n, 3n], '26-2');
  expect(kindsIn(store, second.id)).toEqual([
    ['detection', 1n],
    ['detection', 3n],
    ['alert', 1n],
  ]);
  await unit.release(first.id);
  expect(Buffer.from(store.search.message(1n)!)).toEqual(before);
  expect(store.search.message(2n)).toBeUndefined();
  const third = await unit.hold([1n], '26-1');
  await unit.release(second.id);
  expect(kindsIn(store, third.id)).toEqual([
    ['detection', 1n],
    ['alert', 1n],
  ]);
});

test('R3 what is only held is found by its id as what is kept is, until nothing holds it', async () => {
  using unit = opened();
  const { store } = unit;
  const { id } = detectionOf(1).detection;
  store.append(detectionOf(1));
  const hold = await unit.hold([1n]);
  const again = await unit.hold([1n]);
  purge(store);
  expect(store.search.sequenceOf(id)).toBe(1n);
  expect(evidenceSource(store).held('26-1')).toHaveLength(1);
  await unit.release(hold.id);
  expect(store.search.sequenceOf(id)).toBe(1n);
  await unit.release(again.id);
  expect(store.search.sequenceOf(id)).toBeUndefined();
});

test('R3 a picture that the disk gave up is still in the hold, and in what is taken from it', async () => {
  using unit = opened();
  const { store } = unit;
  store.append(detectionOf(1));
  store.acknowledge('detection', 1n);
  const whole = Buffer.from(store.search.message(1n)!);
  await unit.hold([1n]);
  expect(store.room.giveUp('delivered-context-images')).toBe(1);
  expect(Buffer.from(store.search.message(1n)!)).toEqual(whole);
  const { id } = await unit.hold([1n], '26-2');
  expect(Buffer.from(store.holds.messages(id)[0]!.payload)).toEqual(whole);
});

test('R3 O1 each detection that is held and let go has a record of its own, also where they are many', async () => {
  using unit = opened();
  const many = 120;
  for (let number = 1; number <= many; number += 1) unit.store.append(detectionOf(number));
  const sequences = Array.from({ length: many }, (_, index) => BigInt(index + 1));
  const { id, placedEpochMs } = await unit.hold([...sequences, 7n]);
  expect(placedEpochMs).toBe(now());
  const ids = sequences.map((each) => detectionOf(Number(each)).detection.id);
  const detail = { caseNumber: '26-1', why: 'robbery', until: new Date(now() + 30 * 24 * HOUR_MS).toISOString() };
  expect(unit.records('hold.placed')).toMatchObject(ids.map((subject) => ({ subject, detail })));
  await unit.release(id);
  expect(unit.records('hold.released')).toMatchObject(
    ids.map((subject) => ({ subject, detail: { hold: id, caseNumber: '26-1' } })),
  );
});

test('R3 of what is not kept nothing is held, and the refusal alone is on record', async () => {
  using unit = opened();
  unit.store.append(detectionOf(1));
  for (const none of [[], [1n, 7n]]) await expect(unit.hold(none)).rejects.toMatchObject({ code: 'hold.empty' });
  expect(unit.records('hold.placed')).toEqual([]);
  expect(unit.records('hold.refused')).toHaveLength(2);
  expect(unit.store.holds.list()).toEqual([]);
});

test('R3 a hold that a loss of power cuts off is held whole or not at all, and leaves nothing', async () => {
  const all = Array.from({ length: 40 }, (_, index) => BigInt(index + 1));
  const cut = mkdtempSync(join(tmpdir(), 'cut-'));
  {
    using unit = opened();
    for (const each of all) unit.store.append(detectionOf(Number(each)));
    const placing = unit.hold(all);
    while (unit.store.room.heldBytes === 0) await turn();
    expect(unit.store.holds.list()).toEqual([]);
    cpSync(folder, cut, { recursive: true });
    expect(await placing).toMatchObject({ id: 1, messages: 40 });
  }
  rmSync(folder, { recursive: true });
  folder = cut;
  using again = opened();
  expect([again.store.holds.list(), again.store.room.heldBytes]).toEqual([[], 0]);
  expect(await again.hold(all)).toMatchObject({ messages: 40 });
});

test('R3 holds take no more than half of the store, and make nothing else give way', async () => {
  const all = Array.from({ length: 30 }, (_, index) => BigInt(index + 1));
  using unit = opened({ limitBytes: 3_600_000 });
  for (const each of all) unit.store.append(detectionOf(Number(each)));
  await unit.hold(all);
  const refused = { code: 'hold.refused', detail: expect.stringContaining('no room') };
  await expect(unit.hold(all)).rejects.toMatchObject(refused);
  expect(unit.records('hold.refused')).toHaveLength(1);
  expect(unit.store.holds.list()).toHaveLength(1);
  await unit.hold(all.slice(10));

  const room = { limitBytes: 1000, usedBytes: 850, heldBytes: 100, giveUp: () => 0 };
  expect([50, 51].map((bytes) => roomToHold(room, bytes))).toEqual([true, false]);
  expect([400, 401].map((bytes) => roomToHold({ ...room, usedBytes: 100 }, bytes))).toEqual([true, false]);
});
