/**
 * `store`: looks into a unit's store, while the unit does not run: search, holds, what was purged, the records that were kept
 * of hits and searches, and a new unit key. Each is on record in the unit's audit log, under the person's name (actor.ts), before it is
 * done; so is a refusal. Results are lines of JSON.
 */
import { parseArgs } from 'node:util';
import type { Profile } from '../config/profile.ts';
import { machineBoot } from '../devices/system-clock.ts';
import { Fault } from '../domain/fault.ts';
import type { Person, Role } from '../domain/role.ts';
import { mayKnowOfHolds, placeHold, releaseHold } from '../governance/holding.ts';
import { searchReads } from '../governance/search.ts';
import type { Audit } from '../ports/audit.ts';
import { recordKinds } from '../ports/kept-records.ts';
import { openUnitStore, type UnitStore } from '../unit-store.ts';
import { actorOptions, openBeside } from './actor.ts';
import { type Console, plateGiven } from './console.ts';

const options = {
  config: { type: 'string' },
  ...actorOptions,
  case: { type: 'string', default: '' },
  why: { type: 'string', default: '' },
  purpose: { type: 'string', default: '' },
  approved: { type: 'string' },
  plate: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  region: { type: 'string' },
  until: { type: 'string' },
  after: { type: 'string', default: '0' },
} as const;

type Values = ReturnType<typeof parse>['values'];

interface Work {
  readonly store: UnitStore['store'];
  readonly unitStore: UnitStore;
  readonly profile: Profile;
  readonly audit: Audit;
  readonly by: Person;
  readonly values: Values;
  readonly plate: string | undefined;
  readonly rest: readonly string[];
  readonly nowMs: number;
}

/** Who may, where the rules of the work itself do not say so. */
interface Asked {
  readonly may?: (access: Profile['access']) => readonly Role[];
  readonly work: (work: Work) => readonly unknown[] | Promise<readonly unknown[]>;
}

const works: Readonly<Record<string, Asked>> = {
  search: { work: search },
  hold: { work: hold },
  release: { work: release },
  holds: { may: mayKnowOfHolds, work: holds },
  'purge-report': { may: mayKnowOfHolds, work: purgeReports },
  records: { may: ({ audit_roles }) => audit_roles, work: records },
  'rotate-key': { may: ({ key_roles }) => key_roles, work: rotateKey },
};

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

export async function storeCommand(args: readonly string[], console: Console): Promise<number> {
  const { values, positionals } = parse(args);
  const [name = '', ...rest] = positionals;
  const asked = works[name];
  if (asked === undefined) throw new Fault('usage', `store: one of ${Object.keys(works).join(', ')}.`);
  if (values.config === undefined) throw new Fault('usage', 'store: --config FILE is missing.');
  using beside = await openBeside(values.config, `store ${name}`);
  const { config, profile, clock, log: audit } = beside;
  const by = beside.actor(values);
  if (asked.may?.(profile.access).includes(by.role) === false) {
    const reason = `the role ${by.role} may not ask for ${name}`;
    audit.record({ action: 'store.refused', by, subject: name, detail: { reason } });
    throw new Fault('store.refused', `${reason}.`);
  }
  using unitStore = openUnitStore({ config, profile, clock, machineBoot: machineBoot() });
  const plate = plateGiven(values.plate, console);
  const nowMs = clock.wall().epochMs;
  const lines = await asked.work({ store: unitStore.store, unitStore, profile, audit, by, values, plate, rest, nowMs });
  for (const line of lines) console.out(JSON.stringify(line));
  return 0;
}

function search({ store, profile, audit, by, values, plate: pattern, nowMs }: Work): readonly unknown[] {
  const { from, to, region, approved } = values;
  const { found, more } = searchReads(
    {
      by,
      caseNumber: values.case,
      reason: values.why,
      purpose: values.purpose,
      ...(approved !== undefined && { approvedBy: approved }),
      query: {
        ...(pattern !== undefined && { pattern: pattern.toUpperCase() }),
        ...(from !== undefined && { fromMs: timeOf('--from', from) }),
        ...(to !== undefined && { toMs: timeOf('--to', to) }),
        ...(region !== undefined && { region }),
      },
    },
    { profile, search: store.search, records: store.records, audit, nowMs: () => nowMs },
  );
  const lines = found.map(({ sequence, plate, exposedMs, ...each }) => ({
    sequence: String(sequence),
    plate: plate.reveal(),
    exposed: iso(exposedMs),
    ...each,
  }));
  return more ? [...lines, { more: true }] : lines;
}

async function hold({ store, profile, audit, by, values, rest, nowMs }: Work): Promise<readonly unknown[]> {
  const { case: caseNumber, why, until = '' } = values;
  const order = { caseNumber, who: by, why, untilEpochMs: timeOf('--until', until) };
  const tools = { profile, holds: store.holds, room: store.room, audit, nowMs: () => nowMs };
  const { id, messages } = await placeHold(order, rest.map(sequenceOf), tools);
  return [{ hold: id, messages }];
}

async function release({ store, profile, audit, by, values, rest, nowMs }: Work): Promise<readonly unknown[]> {
  const tools = { profile, holds: store.holds, room: store.room, audit, nowMs: () => nowMs };
  const { id, messages } = await releaseHold({ id: Number(rest[0]), by, why: values.why }, tools);
  return [{ hold: id, messages }];
}

function holds({ store, audit, by }: Work): readonly unknown[] {
  audit.record({ action: 'store.seen', by, subject: 'holds' });
  return store.holds.list().map(({ untilEpochMs, placedEpochMs, ...each }) => ({
    ...each,
    placed: iso(placedEpochMs),
    until: iso(untilEpochMs),
  }));
}

function purgeReports({ store, audit, by }: Work): readonly unknown[] {
  audit.record({ action: 'store.seen', by, subject: 'purge-report' });
  return store.retained.reports();
}

/** As many as a search may give, from one record on. */
function records({ store, profile, audit, by, values, rest }: Work): readonly unknown[] {
  const kind = recordKinds.find((each) => each === rest[0]);
  if (kind === undefined) throw new Fault('usage', `store records: one of ${recordKinds.join(', ')}.`);
  const after = sequenceOf(values.after);
  audit.record({
    action: 'store.seen',
    by,
    subject: 'records',
    detail: { kind, after: String(after), reason: values.why },
  });
  const most = profile.search.rows_max;
  const kept = store.records.after(kind, after, most + 1);
  const lines = kept
    .slice(0, most)
    .map(({ id, record }) => ({ record: String(id), ...JSON.parse(String(Buffer.from(record))) }));
  return kept.length > most ? [...lines, { more: true }] : lines;
}

function rotateKey({ unitStore, audit, by }: Work): readonly unknown[] {
  audit.record({ action: 'key.rotated', by, detail: { from: unitStore.guard } });
  unitStore.rotateKey();
  return [{ guard: unitStore.guard }];
}

function timeOf(option: string, text: string): number {
  const epochMs = Date.parse(text);
  if (Number.isNaN(epochMs)) throw new Fault('usage', `${option}: a date such as 2026-12-01T00:00:00Z, not "${text}".`);
  return epochMs;
}

function sequenceOf(text: string): bigint {
  if (!/^\d{1,18}$/.test(text)) throw new Fault('usage', `store: a number, not "${text}".`);
  return BigInt(text);
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
