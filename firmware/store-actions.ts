/**
 * What commands from the broker may do with the store of a unit that runs: search, place a hold, release it, list what is held, and tell what
 * left. They answer with the ids of detections and no plate: their messages are where they were delivered, for those who may see them.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Profile } from './config/profile.ts';
import { readOf } from './devices/alpr-codec.ts';
import type { SealedStore } from './devices/sqlite-store.ts';
import { holdOf, releaseOf, searchOf } from './devices/store-command-codec.ts';
import type { CommandAnswer, CommandHandler } from './domain/command.ts';
import { Fault } from './domain/fault.ts';
import type { Person } from './domain/role.ts';
import type { Permitted } from './governance/commands.ts';
import { askToHold, mayKnowOfHolds, placeHold, releaseHold } from './governance/holding.ts';
import { searchReads } from './governance/search.ts';
import type { Audit } from './ports/audit.ts';

export interface StoreActionsTools {
  readonly profile: Profile;
  readonly store: Pick<SealedStore, 'search' | 'holds' | 'room' | 'records' | 'retained'>;
  readonly audit: Audit;
  /** Milliseconds since 1970 UTC, by the best time that the unit knows. */
  readonly nowMs: () => number;
}

/** The newest: one an hour at most, so some days of them. */
const REPORTS_MAX = 100;

export function storeActions({ profile, store, audit, nowMs }: StoreActionsTools): ReadonlyMap<string, Permitted> {
  const { search, holds, room, records, retained } = store;
  const holding = { profile, holds, room, audit, nowMs };

  const searched: Work = async (body, by) => {
    const { found, more } = searchReads({ by, ...searchOf(body) }, { profile, search, records, audit, nowMs });
    const detections: string[] = [];
    for (const { sequence } of found) {
      // Unsealing a whole message; the cameras go on between two.
      await turn();
      const message = search.message(sequence);
      if (message !== undefined) detections.push(readOf(message).detectionId);
    }
    return { detections, detail: more ? `${detections.length}, and there are more` : String(detections.length) };
  };

  const held: Work = async (body, who) => {
    const { detectionIds, ...asked } = holdOf(body);
    const [order, ids] = [{ ...asked, who }, new Set(detectionIds)];
    askToHold(order, ids.size, holding);
    const sequences: (bigint | undefined)[] = [];
    for (const id of ids) {
      // It goes through all that is kept; the cameras go on between two.
      await turn();
      sequences.push(search.sequenceOf(id));
    }
    const { id, messages } = await placeHold(order, sequences, holding);
    return { detail: `hold ${id} of ${messages} messages` };
  };

  const released: Work = async (body, by) => {
    const { id, messages } = await releaseHold({ ...releaseOf(body), by }, holding);
    return { detail: `hold ${id} of ${messages} messages` };
  };

  const listed: Work = async () => {
    const all = holds.list();
    return { holds: all, detail: String(all.length) };
  };

  const reported: Work = async () => {
    const purges = retained.reports().slice(-REPORTS_MAX);
    return { purges, detail: String(purges.length) };
  };

  const { evidence_roles: mayHold } = profile.access;
  const mayKnow = mayKnowOfHolds(profile.access);
  return new Map([
    ['search_reads', { roles: profile.search.roles, handler: answering(searched) }],
    ['place_hold', { roles: mayHold, handler: answering(held) }],
    ['release_hold', { roles: mayHold, handler: answering(released) }],
    ['list_holds', { roles: mayKnow, handler: answering(listed) }],
    ['report_purges', { roles: mayKnow, handler: answering(reported) }],
  ]);
}

type Work = (body: unknown, by: Person) => Promise<CommandAnswer & { readonly detail: string }>;

/** What the rules refuse is an answer; what the disk does is not. */
function answering(work: Work): CommandHandler {
  return async (body, by) => {
    try {
      return { status: 'done', ...(await work(body, by)) };
    } catch (error) {
      if (!(error instanceof Fault) || error.passes) throw error;
      return { status: 'refused', detail: error.detail };
    }
  };
}
