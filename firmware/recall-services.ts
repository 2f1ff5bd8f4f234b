/**
 * What a unit does with reads that it has already, for as long as it runs: entries that have become active are run over what was read
 * before them, and lists that could not be opened in time over what was read meanwhile. What they meet is kept as a hit, and put before
 * persons as one alert a vehicle (docs/alerts.md). An entry is run over them once; what a cut or a full disk keeps from it is done again.
 */
import type { Profile } from './config/profile.ts';
import { hitRecord } from './devices/hit-record.ts';
import { keptReadOf } from './devices/kept-read.ts';
import { faultOf } from './domain/fault.ts';
import type { WallInstant } from './domain/instant.ts';
import type { Alerts } from './governance/alerts.ts';
import { type PastReads, type PastSearch, pastHits, sightingsIn } from './governance/past-reads.ts';
import type { HotListServices } from './hot-list-services.ts';
import type { Audit } from './ports/audit.ts';
import type { Clock } from './ports/clock.ts';
import type { DetectionSearch } from './ports/detection-search.ts';
import type { KeptRecords } from './ports/kept-records.ts';
import type { Log } from './ports/log.ts';

export interface RecallParts {
  readonly profile: Profile;
  readonly store: { readonly search: DetectionSearch; readonly records: KeptRecords };
  readonly hotLists: Pick<HotListServices, 'inUse' | 'local'>;
  readonly alerts: Pick<Alerts, 'raiseLater'>;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly log: Log;
  /** The best time that the unit knows. */
  readonly now: () => WallInstant;
  /** The newest detection before this start; 0: there is none. */
  readonly before: bigint;
  /** An alert that nobody has seen for so long is of the past. */
  readonly expireMs: number;
  readonly signal: AbortSignal;
}

const EVERY_MS = 1000;
/** Entries that are run over past reads at once: so many ids stand whole in one record of the audit log. */
const ENTRIES = 13;

/** Resolves after the signal. */
export async function recall(parts: RecallParts): Promise<void> {
  const { hotLists, clock, log, now, before, expireMs, signal } = parts;
  const { inUse, local } = hotLists;
  let [late, failing] = [false, false];
  while (!signal.aborted) {
    try {
      late ||= inUse.takeLate();
      if (late)
        await tellOf({ lists: inUse, subject: 'lists', after: before, pastBeforeMs: now().epochMs - expireMs }, parts);
      late = false;
      const fresh = inUse.unrecalled(ENTRIES);
      if (fresh !== undefined) {
        await tellOf({ lists: fresh.lists, subject: fresh.ids.join(' ') }, parts);
        local.recalled(fresh.ids, now());
        inUse.refreshLocal();
      }
      failing = false;
    } catch (error) {
      const fault = faultOf(error);
      if (signal.aborted || fault?.passes !== true) throw error;
      if (!failing) log.event('error', fault.code, { detail: fault.detail });
      failing = true;
    }
    await clock.sleep(EVERY_MS, signal).catch(() => undefined);
  }
}

async function tellOf(
  search: Omit<PastSearch, 'now'>,
  { profile, store, alerts, audit, clock, now }: RecallParts,
): Promise<void> {
  const reads: PastReads = {
    since: (fromMs, after) => store.search.since(fromMs, after),
    read(sequence) {
      const message = store.search.message(sequence);
      return message && keptReadOf(message);
    },
  };
  const { reads: found } = await pastHits({ ...search, now: now() }, { reads, audit, clock, profile });
  for (const sighting of sightingsIn(found)) {
    // What was purged since it was found is told no more.
    if (reads.read(sighting.sequence) === undefined) continue;
    store.records.keep('hit', hitRecord(sighting, sighting.sequence));
    alerts.raiseLater(sighting);
    await clock.sleep(0);
  }
}
