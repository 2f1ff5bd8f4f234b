/** What commands do with the store of a running unit: bounded before anything is looked for, and never for long at once. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadProfile } from '../firmware/config/profile.ts';
import { instant } from '../firmware/devices/alpr-codec.ts';
import { alprEncoder } from '../firmware/devices/message-encoder.ts';
import { openSqliteStore } from '../firmware/devices/sqlite-store.ts';
import { systemClock } from '../firmware/devices/system-clock.ts';
import { storeActions } from '../firmware/store-actions.ts';
import { alpr } from '../proto/generated/alpr.js';
import { testUnitKey } from './devices/test-unit-key.ts';
import { recordsOf, testLog } from './governance/audit-logs.ts';
import { detectionOf } from './proto/detections.ts';

const profile = await loadProfile('bloomington');
const detective = { name: 'D. Lee', role: 'detective' } as const;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-actions-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A unit's store, and each look into it for an id with the turn of the event loop that it was in. */
function unit() {
  const clock = systemClock();
  const store = openSqliteStore({ folder, encode: alprEncoder, clock, unitKeys: [testUnitKey] });
  let turns = 0;
  const count = () => {
    turns += 1;
    counting = setImmediate(count);
  };
  let counting = setImmediate(count);
  const looks: { readonly id: string; readonly turn: number }[] = [];
  const search = {
    ...store.search,
    sequenceOf(id: string) {
      looks.push({ id, turn: turns });
      return store.search.sequenceOf(id);
    },
  };
  const { holds, room, records, retained } = store;
  const { log } = testLog();
  const actions = storeActions({
    ...{ profile, store: { search, holds, room, records, retained }, audit: log },
    nowMs: () => clock.wall().epochMs,
  });
  return {
    ...{ store, looks },
    hold(detectionIds: readonly string[]) {
      const until = instant({ epochMs: 4_102_444_800_000, quality: { source: 'ntp' } });
      const asked = { caseNumber: '26-1', reason: 'robbery', until, detectionIds: [...detectionIds] };
      const { PlaceHold } = alpr.v1;
      return actions.get('place_hold')!.handler(PlaceHold.decode(PlaceHold.encode(asked).finish()), detective);
    },
    records: () => recordsOf(log).map(({ action }) => action),
    [Symbol.dispose]() {
      clearImmediate(counting);
      store[Symbol.dispose]();
    },
  };
}

const idOf = (number: number) => detectionOf(number).detection.id;

test('R3 S5 a hold of more than the profile gives out is refused, on record, before anything is looked for', async () => {
  using it = unit();
  it.store.append(detectionOf(1));
  const many = Array.from({ length: profile.search.rows_max + 1 }, (_, index) => idOf(index + 1));
  expect(await it.hold(many)).toMatchObject({ status: 'refused', detail: expect.stringContaining('more than') });
  expect(it.looks).toEqual([]);
  expect(it.records()).toContain('hold.refused');
});

test('R3 an id that is named twenty thousand times is looked for once and held once', async () => {
  using it = unit();
  it.store.append(detectionOf(1));
  const outcome = await it.hold(new Array(20_000).fill(idOf(1)));
  expect(outcome).toEqual({ status: 'done', detail: 'hold 1 of 1 messages' });
  expect(it.looks).toHaveLength(1);
});

test('R3 the cameras have their turn between two looks into the store', async () => {
  using it = unit();
  for (let number = 1; number <= 20; number += 1) it.store.append(detectionOf(number));
  await it.hold(Array.from({ length: 20 }, (_, index) => idOf(index + 1)));
  expect(it.looks).toHaveLength(20);
  expect(new Set(it.looks.map(({ turn }) => turn)).size).toBe(20);
});

test('R3 an id that nothing is kept of is refused, on record, and nothing is held', async () => {
  using it = unit();
  it.store.append(detectionOf(1));
  const refused = { status: 'refused', detail: expect.stringContaining('nothing was held') };
  expect(await it.hold([idOf(1), 'nothing-such'])).toMatchObject(refused);
  expect(it.records()).toContain('hold.refused');
  expect(it.store.holds.list()).toEqual([]);
});
