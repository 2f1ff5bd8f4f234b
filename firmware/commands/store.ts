/**
 * `store`: looks into a unit's store, while the unit does not run: search, holds, what was purged, and a new unit key. Each is on record
 * in the unit's audit log, under the person's name (actor.ts), before it is done. Results are lines of JSON.
 */
import { parseArgs } from 'node:util';
import type { Profile } from '../config/profile.ts';
import { machineBoot } from '../devices/system-clock.ts';
import { Fault } from '../domain/fault.ts';
import type { Person } from '../domain/role.ts';
import { placeHold, releaseHold } from '../governance/holding.ts';
import { searchReads } from '../governance/search.ts';
import type { Audit } from '../ports/audit.ts';
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

const works: Readonly<Record<string, (work: Work) => readonly unknown[]>> = {
  search,
  hold,
  release,
  holds: ({ store, audit, by }) => {
    audit.record({ action: 'store.seen', by, subject: 'holds' });
    return store.holds.list().map(({ untilEpochMs, placedEpochMs, ...each }) => ({
      ...each,
      placed: iso(placedEpochMs),
      until: iso(untilEpochMs),
    }));
  },
  'purge-report': ({ store, audit, by }) => {
    audit.record({ action: 'store.seen', by, subject: 'purge-report' });
    return store.retained.reports();
  },
  'rotate-key': rotateKey,
};

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true });
}

export async function storeCommand(args: readonly string[], console: Console): Promise<number> {
  const { values, positionals } = parse(args);
  const [name = '', ...rest] = positionals;
  const work = works[name];
  if (work === undefined) throw new Fault('usage', `store: one of ${Object.keys(works).join(', ')}.`);
  if (values.config === undefined) throw new Fault('usage', 'store: --config FILE is missing.');
  using beside = await openBeside(values.config, `store ${name}`);
  const { config, profile, clock, log: audit } = beside;
  const by = beside.actor(values);
  using unitStore = openUnitStore({ config, profile, clock, machineBoot: machineBoot() });
  const plate = plateGiven(values.plate, console);
  const nowMs = clock.wall().epochMs;
  for (const line of work({ store: unitStore.store, unitStore, profile, audit, by, values, plate, rest, nowMs }))
    console.out(JSON.stringify(line));
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

function hold({ store, profile, audit, by, values, rest, nowMs }: Work): readonly unknown[] {
  const { case: caseNumber, why, until = '' } = values;
  const order = { caseNumber, who: by, why, untilEpochMs: timeOf('--until', until) };
  const tools = { profile, holds: store.holds, search: store.search, audit, nowMs: () => nowMs };
  const { id, messages } = placeHold(order, rest.map(sequenceOf), tools);
  return [{ hold: id, messages }];
}

function release({ store, profile, audit, by, values, rest, nowMs }: Work): readonly unknown[] {
  const tools = { profile, holds: store.holds, search: store.search, audit, nowMs: () => nowMs };
  const { id, messages } = releaseHold({ id: Number(rest[0]), by, why: values.why }, tools);
  return [{ hold: id, messages }];
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
  if (!/^\d{1,18}$/.test(text)) throw new Fault('usage', `store hold: a sequence, not "${text}".`);
  return BigInt(text);
}

function iso(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
