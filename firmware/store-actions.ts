/**
 * What commands from the broker may do with the store of a unit that runs: search, place a hold, release it. A search answers with the ids of
 * detections and no plate: their messages are where they were delivered, for those who may see them.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Profile } from './config/profile.ts';
import { readOf } from './devices/alpr-codec.ts';
import { holdOf, releaseOf, searchOf } from './devices/store-command-codec.ts';
import type { CommandHandler } from './domain/command.ts';
import { Fault } from './domain/fault.ts';
import type { Person } from './domain/role.ts';
import type { Permitted } from './governance/commands.ts';
import { placeHold, releaseHold } from './governance/holding.ts';
import { searchReads } from './governance/search.ts';
import type { Audit } from './ports/audit.ts';
import type { DetectionSearch } from './ports/detection-search.ts';
import type { Holds } from './ports/holds.ts';
import type { KeptRecords } from './ports/kept-records.ts';

export interface StoreActionsTools {
  readonly profile: Profile;
  readonly store: { readonly search: DetectionSearch; readonly holds: Holds; readonly records: KeptRecords };
  readonly audit: Audit;
  /** Milliseconds since 1970 UTC, by the best time that the unit knows. */
  readonly nowMs: () => number;
}

export function storeActions({ profile, store, audit, nowMs }: StoreActionsTools): ReadonlyMap<string, Permitted> {
  const { search, holds, records } = store;
  const holding = { profile, holds, search, audit, nowMs };

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
    const { detectionIds, ...order } = holdOf(body);
    const sequences = detectionIds.map((id) => {
      const sequence = search.sequenceOf(id);
      if (sequence === undefined) throw new Fault('hold.empty', 'One of them is not kept; nothing was held.');
      return sequence;
    });
    const { id, messages } = placeHold({ ...order, who }, sequences, holding);
    return { detail: `hold ${id} of ${messages} messages` };
  };

  const released: Work = async (body, by) => {
    const { id, messages } = releaseHold({ ...releaseOf(body), by }, holding);
    return { detail: `hold ${id} of ${messages} messages` };
  };

  const { evidence_roles: mayHold } = profile.access;
  return new Map([
    ['search_reads', { roles: profile.search.roles, handler: answering(searched) }],
    ['place_hold', { roles: mayHold, handler: answering(held) }],
    ['release_hold', { roles: mayHold, handler: answering(released) }],
  ]);
}

type Work = (
  body: unknown,
  by: Person,
) => Promise<{ readonly detail: string; readonly detections?: readonly string[] }>;

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
