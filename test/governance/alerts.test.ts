/** The unit's alerts over the real store and a simulated clock: raised, sent anew, acknowledged, expired, over restarts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadProfile, type Profile } from '../../firmware/config/profile.ts';
import { acknowledgementOf, alertOf } from '../../firmware/devices/alert-codec.ts';
import { v1 } from '../../firmware/devices/alpr-codec.ts';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { openSqliteStore, type SealedStore } from '../../firmware/devices/sqlite-store.ts';
import { type Alert, notVerified } from '../../firmware/domain/alert.ts';
import type { MatchedDetection } from '../../firmware/domain/matched.ts';
import type { Person } from '../../firmware/domain/role.ts';
import { Alerts, type AlertsTools } from '../../firmware/governance/alerts.ts';
import type { AuditEntry } from '../../firmware/ports/audit.ts';
import { SimClock } from '../../sim/clock.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { testUnitKey } from '../devices/test-unit-key.ts';
import { detectionOf, hitDetectionOf, testUnit } from '../proto/detections.ts';

const AGAIN_MS = 600_000;
const RESEND_MS = 30_000;
const EXPIRE_MS = 3_600_000;
const UNFINISHED_MS = 86_400_000;

let folder: string;
let profile: Profile;
let clock: SimClock;
let entries: AuditEntry[];
let made = 0;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'alerts-'));
  profile = await loadProfile('bloomington');
  clock = new SimClock({ startEpochMs: 1_760_000_000_000 });
  entries = [];
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const officer: Person = { name: 'officer-1', role: 'officer' };
const auditor: Person = { name: 'auditor-1', role: 'auditor' };
const passing = (number: number): MatchedDetection => {
  const { detection, hits } = hitDetectionOf(number);
  return { detection, hits };
};

test('U4 U5 a vehicle that passes again within its time is detected but not alerted on again; after that it is', async () => {
  using unit = start();
  unit.pass(1);
  await clock.advanceTo(AGAIN_MS - 1);
  unit.pass(2);
  expect(unit.sent().map(({ id }) => id)).toEqual([passing(1).detection.id]);
  await clock.advanceTo(AGAIN_MS);
  unit.pass(3);
  expect(unit.sent().map(({ id }) => id)).toEqual([1, 3].map((each) => passing(each).detection.id));
  expect(unit.store.backlog('detection').messages).toBe(3);
  expect(actions()).toEqual(['alert.raised', 'alert.raised']);
});

test('a detection that met nothing raises nothing', () => {
  using unit = start();
  expect(unit.alerts.raise(detectionOf(1))).toBeUndefined();
});

test('U5 an alert on past reads alone is told once: low, without a sound, not anew, and it keeps no vehicle of now from being told', async () => {
  using unit = start();
  const sequence = unit.store.append(detectionOf(1));
  const { detection, hits } = passing(1);
  const past = hits.map((hit) => ({ ...hit, past: true as const }));
  const sighting = { detection, sequence, hits: past, earlier: [] };
  unit.alerts.raiseLater(sighting);
  unit.alerts.raiseLater(sighting);
  expect(unit.sent()).toMatchObject([{ priority: 'low', detectionSequence: 1n, detection: { id: detection.id } }]);
  expect(unit.sent()[0]!.id).not.toBe(detection.id);
  expect(unit.alerts.calls()).toEqual([]);
  expect(unit.messages()[0]!.notice).toBe(notVerified);
  const { id } = unit.sent()[0]!;
  expect(unit.pass(2).priority).toBe('high');
  expect(unit.alerts.calls()).toHaveLength(1);
  unit.deliver();
  await unit.until(EXPIRE_MS + 1000, true);
  expect(unit.store.openAlerts().map((each) => each.id)).toEqual([id]);
  expect(unit.say({ alertId: id }, officer)).toMatchObject({ state: 'seen' });
});

test('U4 what a read meets late, but was listed when it passed, is an alert as any other', () => {
  using unit = start();
  const {
    detection,
    hits: [hit],
  } = passing(1);
  const sequence = unit.store.append(detectionOf(1));
  const fresh = { ...hit!, entry: { ...hit!.entry, entryId: 'V-0043' } };
  unit.alerts.raiseLater({ detection, sequence, hits: [fresh], earlier: [] });
  expect(unit.sent()).toMatchObject([{ priority: 'high' }]);
  expect(unit.alerts.calls()).toMatchObject([{ audible: true }]);
  unit.alerts.raiseLater({ detection, sequence: unit.store.append(detectionOf(2)), hits: [fresh], earlier: [] });
  expect(unit.sent()).toHaveLength(1);
});

test('an alert is sent anew until somebody has seen it, but never while the first still waits', async () => {
  using unit = start();
  const alert = unit.pass(1);
  await unit.until(2 * RESEND_MS);
  expect(unit.sent()).toHaveLength(1);
  unit.deliver();
  await unit.until(3 * RESEND_MS);
  expect(unit.sent().map(({ resends }) => resends)).toEqual([1]);
  unit.deliver();
  await unit.until(4 * RESEND_MS + 2000);
  expect(unit.sent().map(({ resends, state }) => [resends, state])).toEqual([[2, 'raised']]);
  unit.deliver();
  expect(unit.say({ alertId: alert.id }, officer)).toEqual({ kind: 'done', state: 'seen' });
  await unit.until(10 * RESEND_MS);
  expect(unit.sent().map(({ resends, state }) => [resends, state])).toEqual([[2, 'seen']]);
});

test('nobody came: an alert expires, is sent as that, and then nothing moves it', async () => {
  using unit = start();
  const { id } = unit.pass(1);
  await unit.until(EXPIRE_MS - 1000);
  expect(unit.store.openAlerts()).toHaveLength(1);
  await unit.until(EXPIRE_MS + 1000);
  expect(unit.store.openAlerts()).toEqual([]);
  expect(unit.sent().at(-1)).toMatchObject({ id, state: 'expired' });
  expect(unit.say({ alertId: id }, officer)).toMatchObject({ kind: 'refused', seen: false });
  expect(actions()).toEqual(['alert.raised', 'alert.expired', 'alert.refused']);
});

test('one that was seen stays for its outcome, and expires only long after the last word', async () => {
  using unit = start();
  const { id } = unit.pass(1);
  unit.say({ alertId: id, charactersConfirmed: true }, officer);
  await unit.until(UNFINISHED_MS - 60_000);
  unit.say({ alertId: id, stateConfirmed: true }, officer);
  await unit.until(2 * UNFINISHED_MS - 120_000);
  expect(unit.store.openAlerts()).toHaveLength(1);
  await unit.until(2 * UNFINISHED_MS);
  expect(unit.store.openAlerts()).toEqual([]);
});

test('a calendar that jumps neither expires an alert nor keeps it', async () => {
  let offMs = 0;
  using unit = start({ now: () => ({ ...clock.wall(), epochMs: clock.wall().epochMs + offMs }) });
  unit.pass(1);
  offMs = 20 * 365 * 86_400_000;
  await unit.until(EXPIRE_MS - 1000);
  expect(unit.store.openAlerts()).toHaveLength(1);
  offMs = -offMs;
  await unit.until(EXPIRE_MS + 1000);
  expect(unit.store.openAlerts()).toEqual([]);
});

test('over a restart open alerts stand as they stood, in the new boot, and have what was left of their time', async () => {
  let id: string;
  {
    using unit = start();
    id = unit.pass(1).id;
    await unit.until(EXPIRE_MS / 2);
  }
  using unit = start({ unit: { ...testUnit, bootId: 'second-boot' } });
  expect(unit.alerts.raise(passing(2)), 'the same vehicle is not told of again').toBeUndefined();
  expect(unit.alerts.calls()).toHaveLength(1);
  await unit.until(EXPIRE_MS / 2 + RESEND_MS + 1000, true);
  expect(unit.sent().at(-1)).toMatchObject({ id, resends: 1, unit: { bootId: 'second-boot' } });
  await unit.until(EXPIRE_MS + 1000);
  expect(unit.store.openAlerts()).toEqual([]);
});

test('V1 V2 V3 acknowledgements lead an alert to its outcome, each act stored, sent and recorded with who and when', () => {
  using unit = start();
  const { id } = unit.pass(1);
  const { DISPOSITION_CONFIRMED } = v1.Disposition;
  const at = { epochUs: { low: 5_000_000, high: 0, unsigned: false }, source: v1.ClockSource.CLOCK_SOURCE_NTP };
  expect(unit.say({ alertId: id, state: v1.AlertState.ALERT_STATE_SEEN, charactersConfirmed: true }, officer)).toEqual({
    kind: 'done',
    state: 'seen',
  });
  expect(unit.say({ alertId: id, stateConfirmed: true, vehicleConfirmed: true }, officer)).toEqual({
    kind: 'done',
    state: 'verified',
  });
  expect(
    unit.say(
      { alertId: id, confirmedBy: 'dispatcher-4', confirmedAt: at, state: v1.AlertState.ALERT_STATE_ACTIONABLE },
      officer,
    ),
  ).toEqual({ kind: 'done', state: 'actionable' });
  expect(
    unit.say({ alertId: id, disposition: DISPOSITION_CONFIRMED, outcome: v1.Outcome.OUTCOME_ARREST }, officer),
  ).toEqual({ kind: 'done', state: 'closed' });
  const notices = unit.messages().map(({ notice }) => notice);
  expect(notices).toEqual([notVerified, notVerified, notVerified, 'verified', 'verified']);
  expect(unit.sent().at(-1)).toMatchObject({
    seen: { by: officer },
    confirmed: { characters: { by: officer }, state: { by: officer }, vehicle: { by: officer } },
    dispatch: { by: officer, confirmedBy: 'dispatcher-4', confirmedAt: { epochMs: 5000 } },
    ended: { by: officer, disposition: 'confirmed', outcome: 'arrest' },
  });
  expect(actions()).toEqual([
    'alert.raised',
    'alert.seen',
    ...['alert.confirmed', 'alert.confirmed', 'alert.confirmed'],
    'alert.dispatch-confirmed',
    'alert.ended',
  ]);
  expect(entries.every(({ subject }) => subject === id)).toBe(true);
  expect(JSON.stringify(entries)).not.toMatch(/ZQX/);
});

test('V2 what is refused changes nothing but that the alert was seen; each refusal is recorded with its reason', () => {
  using unit = start();
  const { id } = unit.pass(1);
  const { ALERT_STATE_ACTIONABLE } = v1.AlertState;
  const wrong: [Parameters<typeof acknowledgementOf>[0], Person, boolean][] = [
    [{ alertId: 'another' }, officer, false],
    [{ alertId: id }, auditor, false],
    [{ alertId: id, person: 'officer-2' }, officer, false],
    [{ alertId: id, state: ALERT_STATE_ACTIONABLE }, officer, true],
    [{ alertId: id, charactersConfirmed: true, outcome: v1.Outcome.OUTCOME_ARREST }, officer, true],
    [{ alertId: id, disposition: v1.Disposition.DISPOSITION_MISREAD }, officer, true],
    [{ alertId: id, disposition: v1.Disposition.DISPOSITION_CONFIRMED }, officer, true],
  ];
  for (const [said, person, seen] of wrong) expect(unit.say(said, person)).toMatchObject({ kind: 'refused', seen });
  expect(unit.sent().map(({ state }) => state)).toEqual(['raised', 'seen']);
  expect(unit.store.openAlerts()[0]?.confirmed).toEqual({});
  const refusals = entries.filter(({ action }) => action === 'alert.refused');
  expect(refusals).toHaveLength(wrong.length);
  expect(refusals.every(({ detail }) => typeof detail?.reason === 'string' && detail.reason !== '')).toBe(true);
});

test('V3 V4 a confirmed misread is counted by its characters, and the read stays what was read', () => {
  using unit = start();
  const alert = unit.pass(1);
  const said = {
    alertId: alert.id,
    disposition: v1.Disposition.DISPOSITION_MISREAD,
    misreadPositions: [1],
    misreadAs: 'O',
  };
  expect(unit.say(said, officer)).toEqual({ kind: 'done', state: 'dismissed' });
  expect(unit.store.misreads()).toEqual([{ read: 'Q', truly: 'O', count: 1 }]);
  expect(unit.sent().at(-1)?.detection).toEqual(alertOf(unit.store.outbox('alert', 1)[0]!.payload).detection);
  const detection = v1.Detection.decode(unit.store.outbox('detection', 1)[0]!.payload);
  expect(detection.plate).toBe('ZQX4817');
});

test('U4 U5 an alert calls until it is seen; a muted class is silent, and what nobody may mute can not be muted', () => {
  using unit = start({ muted: ['local-bolo'] });
  const { id } = unit.pass(1);
  expect(unit.alerts.calls()).toMatchObject([{ priority: 'high', audible: true }]);
  const bolo = { ...passing(2).hits[1]!, listStale: false };
  delete bolo.past;
  unit.pass({ detection: { ...passing(2).detection }, hits: [{ ...bolo, entry: { ...bolo.entry, entryId: '8' } }] });
  expect(unit.alerts.calls().map(({ audible, priority }) => [audible, priority])).toEqual([
    [true, 'high'],
    [false, 'low'],
  ]);
  unit.say({ alertId: id }, officer);
  expect(unit.alerts.calls()).toHaveLength(1);
  unit[Symbol.dispose]();
  for (const each of profile.alerts.unmutable) expect(() => start({ muted: [each] })).toThrow(/lets nobody mute/);
});

test('R1 an alert that was purged with its detection stands in no memory a minute later, and nothing that is said brings it again', async () => {
  using unit = start();
  const { id } = unit.pass(1);
  unit.say({ alertId: id }, officer);
  const TERM_MS = 2 * EXPIRE_MS;
  await unit.until(TERM_MS);
  expect(unit.say({ alertId: id, charactersConfirmed: true }, officer)).toMatchObject({ kind: 'done' });
  unit.store.retained.purge({ detectionsMs: TERM_MS, hitsMs: undefined, searchesMs: undefined });
  await unit.until(TERM_MS + 31_000);
  expect(unit.say({ alertId: id, stateConfirmed: true }, officer)).toMatchObject({
    kind: 'refused',
    reason: 'there is no such alert, or it has ended',
  });
  expect(unit.sent()).toEqual([]);
});

test('what the log does not take is not done; an alert stands all the same', () => {
  using unit = start();
  const { id } = unit.pass(1);
  unit.audit.failing = true;
  expect(() => unit.say({ alertId: id }, officer)).toThrow('the log is full');
  expect(unit.store.openAlerts()[0]?.state).toBe('raised');
  unit.audit.failing = false;
  expect(unit.say({ alertId: id }, officer)).toMatchObject({ kind: 'done' });
});

function actions(): string[] {
  return entries.map(({ action }) => action);
}

interface RunningAlerts {
  readonly alerts: Alerts;
  readonly store: SealedStore;
  readonly audit: { failing: boolean };
  /** As the flow does: raised, stored, told. */
  pass(what: number | MatchedDetection): Alert;
  say(message: Parameters<typeof acknowledgementOf>[0], person: Person): ReturnType<Alerts['acknowledge']>;
  /** The broker takes all that waits. */
  deliver(): void;
  /** The alerts that wait, as their messages tell them. */
  sent(): readonly Alert[];
  messages(): readonly ReturnType<typeof v1.Alert.decode>[];
  /** Lets time pass second by second; `delivering`: with a broker that takes everything at once before. */
  until(ms: number, delivering?: boolean): Promise<void>;
  [Symbol.dispose](): void;
}

function start(more: Partial<AlertsTools> = {}): RunningAlerts {
  const store = openSqliteStore({ folder, encode: alprEncoder, clock, unitKeys: [testUnitKey] });
  const audit = {
    failing: false,
    record(entry: AuditEntry) {
      if (audit.failing) throw new Error('the log is full');
      entries.push(entry);
    },
  };
  const { classes, unmutable } = profile.alerts;
  let alerts: Alerts;
  try {
    alerts = new Alerts({
      ...{ store, audit, clock, log: recordingLog(), unit: testUnit },
      entropy: { bytes: (count) => new Uint8Array(count).fill(++made) },
      now: () => clock.wall(),
      raising: { classes, unmutable, zones: [], subscriptions: undefined, expireMs: EXPIRE_MS },
      acting: profile.alerts,
      muted: [],
      againMs: AGAIN_MS,
      resendMs: RESEND_MS,
      unfinishedMs: UNFINISHED_MS,
      ...more,
    });
  } catch (error) {
    store[Symbol.dispose]();
    throw error;
  }
  const stop = new AbortController();
  void alerts.tend(stop.signal);
  const rows = () => store.outbox('alert', 1000).map(({ payload }) => payload);
  const deliver = () => {
    const last = store.outbox('alert', 1000).at(-1);
    if (last) store.acknowledge('alert', last.sequence);
  };
  return {
    alerts,
    store,
    audit,
    pass(what) {
      const matched = typeof what === 'number' ? passing(what) : what;
      const alert = alerts.raise(matched);
      const whole = { ...matched, ...(alert && { alert }) };
      alerts.stored({ matched: whole, sequence: store.append(whole) });
      return alert!;
    },
    say(message, person) {
      const said = acknowledgementOf(message);
      if (typeof said === 'string') throw new Error(said);
      return alerts.acknowledge(said, person, clock.wall());
    },
    deliver,
    sent: () => rows().map(alertOf),
    messages: () => rows().map((each) => v1.Alert.decode(each)),
    async until(ms, delivering = false) {
      if (delivering) deliver();
      await clock.advanceTo(ms);
    },
    [Symbol.dispose]() {
      stop.abort();
      store[Symbol.dispose]();
    },
  };
}
