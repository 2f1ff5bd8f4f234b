/**
 * Holds by the profile's rules (POLICY.md R3): who may place and release them, of what is kept, until a day to come. The audit log has it
 * before it is done, and a refusal too.
 */
import type { Profile } from '../config/profile.ts';
import { Fault } from '../domain/fault.ts';
import { EPOCH_MS_MAX } from '../domain/instant.ts';
import type { Person } from '../domain/role.ts';
import type { Audit } from '../ports/audit.ts';
import type { DetectionSearch } from '../ports/detection-search.ts';
import type { Hold, HoldOrder, Holds } from '../ports/holds.ts';

export interface HoldingTools {
  readonly profile: Pick<Profile, 'access' | 'search'>;
  readonly holds: Holds;
  readonly search: Pick<DetectionSearch, 'message'>;
  readonly audit: Audit;
  /** Milliseconds since 1970 UTC. */
  readonly nowMs: () => number;
}

/** Sequences that one record names. */
const NAMED_MAX = 100;

/** Holds all of them, or none. Throws Fault `hold.refused` or `hold.empty`. */
export function placeHold(order: HoldOrder, detections: readonly bigint[], tools: HoldingTools): Hold {
  const { profile, holds, search, audit, nowMs } = tools;
  const { caseNumber, who: by, why, untilEpochMs } = order;
  const { rows_max: most } = profile.search;
  mayHold(by, caseNumber, tools);
  const refuse = (reason: string) => refused(reason, { by, caseNumber, audit });
  if (caseNumber.trim() === '' || why.trim() === '') throw refuse('it has no case number, or no reason');
  if (!(untilEpochMs > nowMs() && untilEpochMs <= EPOCH_MS_MAX)) throw refuse('it ends in the past, or on no day');
  if (detections.length > most) throw refuse(`it names more than ${most} detections`);
  const gone = detections.find((each) => search.message(each) === undefined);
  if (gone !== undefined || detections.length === 0)
    throw new Fault('hold.empty', `${gone === undefined ? 'It names none' : `Sequence ${gone}`}; nothing was held.`);
  const detail = { caseNumber, why, until: new Date(untilEpochMs).toISOString() };
  for (let from = 0; from < detections.length; from += NAMED_MAX) {
    const named = detections.slice(from, from + NAMED_MAX).join(' ');
    audit.record({ action: 'hold.placed', by, detail: { ...detail, detections: named } });
  }
  return holds.place(order, detections);
}

/** Throws Fault `hold.refused`. */
export function releaseHold({ id, by, why }: { id: number; by: Person; why: string }, tools: HoldingTools): Hold {
  const { holds, audit } = tools;
  const known = holds.list().find((each) => each.id === id);
  mayHold(by, known?.caseNumber ?? '', tools);
  if (known === undefined) throw refused(`there is no hold ${id}`, { by, caseNumber: '', audit });
  const detail = { caseNumber: known.caseNumber, reason: why };
  audit.record({ action: 'hold.released', by, subject: String(id), detail });
  holds.release(id);
  return known;
}

/** Who may take evidence may keep it, and let it go. */
function mayHold(by: Person, caseNumber: string, { profile, audit }: HoldingTools): void {
  if (profile.access.evidence_roles.includes(by.role)) return;
  throw refused(`the role ${by.role} may neither place nor release a hold`, { by, caseNumber, audit });
}

function refused(
  reason: string,
  { by, caseNumber, audit }: { readonly by: Person; readonly caseNumber: string; readonly audit: Audit },
): Fault {
  audit.record({ action: 'hold.refused', by, detail: { caseNumber, reason } });
  return new Fault('hold.refused', `${reason}.`);
}
