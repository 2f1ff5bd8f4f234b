/** New entries over what a unit has read, and lists that came late over what it read meanwhile: over the real store and real lists. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadConfig } from '../firmware/config/load.ts';
import { loadProfile } from '../firmware/config/profile.ts';
import type { Config } from '../firmware/config/schema.ts';
import { alertOf } from '../firmware/devices/alert-codec.ts';
import type { HitRecord } from '../firmware/devices/hit-record.ts';
import { Fault } from '../firmware/domain/fault.ts';
import { Alerts } from '../firmware/governance/alerts.ts';
import { Keyring } from '../firmware/governance/keyring.ts';
import { hotListServices, openHotLists } from '../firmware/hot-list-services.ts';
import type { AuditEntry } from '../firmware/ports/audit.ts';
import { recall } from '../firmware/recall-services.ts';
import { CurrentFaults } from '../firmware/services/current-faults.ts';
import { openUnitStore } from '../firmware/unit-store.ts';
import { unitVault } from '../firmware/unit-vault.ts';
import { SimClock } from '../sim/clock.ts';
import { recordingLog } from './broker/recording-log.ts';
import { recordsOf, testLog } from './governance/audit-logs.ts';
import { detectionOf, testUnit } from './proto/detections.ts';
import { readOf } from './services/hot-list/lists.ts';
import { csvOf, delivery, statementOf } from './services/hot-list/rig.ts';

const DETECTED_MS = 1_760_000_000_123;
const HOUR_MS = 3_600_000;
const detective = { name: 'd.jones', role: 'detective' } as const;
const supervisor = { name: 'l.smith', role: 'supervisor' } as const;

let folder: string;
let config: Config;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recalled-'));
  const defaults = await loadConfig(undefined);
  config = {
    ...defaults,
    store: { ...defaults.store, folder: join(folder, 'data') },
    vault: { key: 'file', folder: join(folder, 'keys') },
  };
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

interface Situation {
  readonly reads?: readonly string[];
  /** How long ago the reads were. */
  readonly agoMs?: number;
  /** The time that a start waits for its lists is over at once. */
  readonly hasty?: boolean;
}

async function started({ reads = [], agoMs = HOUR_MS, hasty = false }: Situation = {}) {
  const profile = await loadProfile('bloomington');
  const clock = new SimClock({ startEpochMs: DETECTED_MS + agoMs });
  const log = recordingLog();
  const stop = new AbortController();
  let hurried = false;
  const records: AuditEntry[] = [];
  const audit = {
    fault: undefined as Fault | undefined,
    record(entry: AuditEntry) {
      if (audit.fault !== undefined && entry.action === 'search.done') throw audit.fault;
      records.push(entry);
    },
  };
  const now = () => clock.wall();
  const entropy = { bytes: (count: number) => new Uint8Array(count).fill(records.length) };
  const unitStore = openUnitStore({ config, profile, clock });
  const { store } = unitStore;
  for (const [index, plate] of reads.entries()) store.append(detectionOf(index + 1, plate));
  const shared = { config, profile, clock, audit, now, log, signal: stop.signal };
  const faults = new CurrentFaults(now);
  const waiting = hotListServices({
    ...{ ...shared, unit: testUnit, entropy, faults },
    ...(hasty && { clock: { wall: now, monotonic: () => clock.monotonic(), sleep: hastily } }),
  });
  const hotLists = await waiting;
  const alerts = new Alerts({
    ...{ ...shared, store, entropy, unit: testUnit },
    raising: { ...profile.alerts, zones: [], subscriptions: undefined, expireMs: HOUR_MS / 2 },
    acting: profile.alerts,
    ...{ muted: [], againMs: 600_000, resendMs: 30_000, unfinishedMs: 24 * HOUR_MS },
  });
  const running = recall({ ...shared, store, hotLists, alerts, before: 0n, expireMs: HOUR_MS / 2 });
  function hastily(ms: number, signal?: AbortSignal) {
    if (hurried) return clock.sleep(ms, signal);
    hurried = true;
    return Promise.resolve();
  }
  const second = () => clock.advanceTo(clock.monotonic() + 1000);
  return {
    ...{ store, hotLists, alerts, records, audit, second, faults, log },
    told: () => store.outbox('alert', 100).map(({ payload }) => alertOf(payload)),
    kept: () =>
      store.records.after('hit', 0n, 100).map(({ record }) => JSON.parse(Buffer.from(record).toString()) as HitRecord),
    active(plate: string, alertClass: 'amber' | 'local-bolo' = 'amber') {
      const proposal = { plate, alertClass, note: 'a child', caseNumber: '26-1', synopsis: 'taken', days: 3 };
      const { id } = hotLists.local.propose(proposal, { by: detective, now: now() }) as { id: string };
      expect(hotLists.local.approve(id, { by: supervisor, now: now() })).toMatchObject({ kind: 'done' });
      hotLists.inUse.refreshLocal();
      return id;
    },
    searches: () => records.filter(({ action }) => action === 'search.done'),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await Promise.all([running, hotLists.running]);
      hotLists[Symbol.dispose]();
      unitStore[Symbol.dispose]();
    },
  };
}

test('an entry that becomes active is run once over what was read: one alert a vehicle, labelled as past, on record', async () => {
  {
    await using unit = await started({ reads: ['ABC1234', 'XYZ9876', 'ABC1234', 'ABC1234'] });
    const entry = unit.active('ABC 1234');
    await unit.second();
    expect(unit.told()).toMatchObject([
      {
        ...{ state: 'raised', priority: 'low', detectionSequence: 4n, earlierSequences: [1n, 3n] },
        hits: [{ past: true, kind: 'exact', entry: { entryId: entry, alertClass: 'amber' } }],
      },
    ]);
    expect(unit.searches()).toMatchObject([{ subject: entry, by: 'unit', detail: { compared: 4, found: 3 } }]);
    expect(unit.kept()).toMatchObject([{ sequence: '4', hits: [{ entryId: entry, past: true }] }]);
    unit.store.append(detectionOf(9, 'ABC1234'));
    await unit.second();
    expect(unit.told()).toHaveLength(1);
  }
  await using again = await started();
  await again.second();
  expect(again.searches()).toEqual([]);
});

test('O1 the audit log names every entry that was run over past reads, whole, also where many became active at once', async () => {
  await using unit = await started({ reads: ['ABC1234'] });
  const entries = Array.from({ length: 30 }, (_, number) => unit.active(`QQ${1000 + number}`));
  const { log } = testLog();
  for (let round = 0; round < 4; round += 1) await unit.second();
  for (const each of unit.searches()) log.record(each);
  const named = recordsOf(log).flatMap(({ action, subject }) => (action === 'search.done' ? subject!.split(' ') : []));
  expect(named.toSorted()).toEqual(entries.toSorted());
});

test('U3 a unit reads while a large list is opened; what it read meanwhile is told when the list is in use, as if it had been', async () => {
  const { library } = await beside();
  const listed = csvOf(Array.from({ length: 200_000 }, (_, index) => `ZQ${10_000 + index}`));
  await library.take({ ...delivery(listed), statement: statementOf(listed), vouched: true }, 'unit');
  await using unit = await started({ agoMs: 20_000, hasty: true });
  expect(unit.faults.list()).toMatchObject([{ code: 'hotlist.loading' }]);
  unit.active('ABC1234');
  expect(unit.hotLists.inUse.hitsOf(readOf('ABC1234'))).toHaveLength(1);
  expect(unit.hotLists.inUse.hitsOf(readOf('ZQ10007'))).toEqual([]);
  unit.store.append(detectionOf(1, 'ZQ10007'));
  await unit.log.until('hotlist.open');
  await unit.second();
  expect(unit.told()).toMatchObject([{ priority: 'high', hits: [{ entry: { list: 'ncic' } }] }]);
  expect(unit.told()[0]!.hits[0]!.past).toBeUndefined();
  expect(unit.alerts.calls()).toHaveLength(1);
  expect(unit.faults.list()).toEqual([]);
  expect(unit.searches().map(({ subject }) => subject)).toContain('lists');
}, 60_000);

test('lists that are in use before the first read are run over nothing', async () => {
  const { library } = await beside();
  await library.take(
    { ...delivery(csvOf(['ABC1234'])), statement: statementOf(csvOf(['ABC1234'])), vouched: true },
    'unit',
  );
  await using unit = await started({ reads: ['ABC1234'] });
  await unit.second();
  expect([unit.searches(), unit.told()]).toEqual([[], []]);
});

/** The unit's lists, for a program beside it. */
async function beside() {
  return openHotLists({
    ...{ config, profile: await loadProfile('bloomington'), unitKind: 'stationary', vault: unitVault(config) },
    keyring: new Keyring(new Map()),
    audit: { record: () => {} },
    entropy: { bytes: (count) => new Uint8Array(count) },
  });
}

test('an entry that became active while the unit was off is run over past reads at its start', async () => {
  {
    await using _unit = await started({ reads: ['ABC1234'] });
  }
  const { local } = await beside();
  const at = { epochMs: DETECTED_MS + HOUR_MS, quality: { source: 'ntp' } } as const;
  const proposal = {
    plate: 'ABC1234',
    alertClass: 'amber',
    note: '',
    caseNumber: '26-1',
    synopsis: 'x',
    days: 3,
  } as const;
  const { id } = local.propose(proposal, { by: detective, now: at }) as { id: string };
  local.approve(id, { by: supervisor, now: at });
  await using unit = await started();
  await unit.second();
  expect(unit.told()).toMatchObject([{ detectionSequence: 1n, hits: [{ past: true, entry: { entryId: id } }] }]);
});

test('O1 what can not be recorded is not told, and is done once it can', async () => {
  await using unit = await started({ reads: ['ABC1234'] });
  unit.audit.fault = new Fault('store.full', 'test');
  unit.active('ABC1234');
  await unit.second();
  expect(unit.told()).toEqual([]);
  unit.audit.fault = undefined;
  await unit.second();
  expect(unit.told()).toHaveLength(1);
  await unit.second();
  expect(unit.told()).toHaveLength(1);
});
