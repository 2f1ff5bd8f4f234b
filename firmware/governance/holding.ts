/**
 * Holds by the profile's rules (POLICY.md R3): who may place and release them, of what is kept, until a day to come, and in how much of the
 * store. The audit log has it before it is done, each detection by itself as the subject, and a refusal too.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Profile } from '../config/profile.ts';
import { Fault } from '../domain/fault.ts';
import type { Hold, HoldOrder } from '../domain/hold.ts';
import { EPOCH_MS_MAX } from '../domain/instant.ts';
import type { Person, Role } from '../domain/role.ts';
import type { Audit } from '../ports/audit.ts';
import type { Holdable, Holds } from '../ports/holds.ts';
import type { StoreRoom } from '../ports/retained.ts';
import { roomToHold } from './disk-room.ts';

export interface HoldingTools {
  readonly profile: Pick<Profile, 'access' | 'search'>;
  readonly holds: Holds;
  readonly room: StoreRoom;
  readonly audit: Audit;
  /** Milliseconds since 1970 UTC, by the best time known. */
  readonly nowMs: () => number;
}

/** Refuses what can be refused without a look into the store. @param count how many detections. Throws Fault `hold.refused`. */
export function askToHold(order: HoldOrder, count: number, { profile, audit, nowMs }: HoldingTools): void {
  const { caseNumber, who: by, why, untilEpochMs } = order;
  const { rows_max: most } = profile.search;
  const refuse = (reason: string) => refused(reason, { by, caseNumber, audit });
  if (!mayHold(by, profile)) throw refuse(`the role ${by.role} may neither place nor release a hold`);
  if (caseNumber.trim() === '' || why.trim() === '') throw refuse('it has no case number, or no reason');
  if (!(untilEpochMs > nowMs() && untilEpochMs <= EPOCH_MS_MAX)) throw refuse('it ends in the past, or on no day');
  if (count > most) throw refuse(`it names more than ${most} detections`);
}

/**
 * Holds all of them, or none; others have their turn between two. Rejects with Fault `hold.refused` or `hold.empty`.
 * @param detections sequences; undefined: one that the store does not know.
 */
export async function placeHold(
  order: HoldOrder,
  detections: readonly (bigint | undefined)[],
  tools: HoldingTools,
): Promise<Hold> {
  const { holds, room, audit, nowMs } = tools;
  const { caseNumber, who: by, why, untilEpochMs } = order;
  const named = new Set(detections);
  askToHold(order, named.size, tools);
  const refuse = (reason: string, code?: 'hold.empty') => refused(reason, { by, caseNumber, audit }, code);
  if (named.size === 0) throw refuse('it names none; nothing was held', 'hold.empty');
  const found: Holdable[] = [];
  for (const sequence of named) {
    await turn();
    const one = sequence === undefined ? undefined : holds.holdable(sequence);
    if (one === undefined) throw refuse(`${nameOf(sequence)} is not kept; nothing was held`, 'hold.empty');
    found.push(one);
  }
  if (!roomToHold(room, bytesOf(found))) throw refuse('the store has no room for it: release holds that are over');
  const detail = { caseNumber, why, until: new Date(untilEpochMs).toISOString() };
  for (const { id: subject } of found) {
    audit.record({ action: 'hold.placed', by, subject, detail });
    await turn();
  }
  return holds.place({ ...order, placedEpochMs: Math.round(nowMs()) }, found);
}

/** Rejects with Fault `hold.refused`. */
export async function releaseHold(
  { id, by, why }: { id: number; by: Person; why: string },
  { profile, holds, audit }: HoldingTools,
): Promise<Hold> {
  const known = holds.list().find((each) => each.id === id);
  const refuse = (reason: string) => refused(reason, { by, caseNumber: known?.caseNumber ?? '', audit });
  if (!mayHold(by, profile)) throw refuse(`the role ${by.role} may neither place nor release a hold`);
  if (known === undefined) throw refuse(`there is no hold ${id}`);
  await letGo(known, { by, reason: why, holds, audit });
  return known;
}

/** Records that what was held is let go, and lets it go. @param by `unit`: its time has come. */
export async function letGo(
  { id, caseNumber, detections }: Hold,
  {
    by,
    reason,
    holds,
    audit,
  }: { readonly by: Person | 'unit'; readonly reason: string } & Pick<HoldingTools, 'holds' | 'audit'>,
): Promise<void> {
  for (const subject of detections) {
    audit.record({ action: 'hold.released', by, subject, detail: { hold: id, caseNumber, reason } });
    await turn();
  }
  holds.release(id);
}

/** Who may know what is held and what left: who holds, and who audits. */
export function mayKnowOfHolds({ evidence_roles, audit_roles }: Profile['access']): readonly Role[] {
  return [...evidence_roles, ...audit_roles];
}

/** Who may take evidence may keep it, and let it go. */
function mayHold({ role }: Person, { access }: HoldingTools['profile']): boolean {
  return access.evidence_roles.includes(role);
}

function nameOf(sequence: bigint | undefined): string {
  return sequence === undefined ? 'one of them' : `sequence ${sequence}`;
}

function bytesOf(detections: readonly Holdable[]): number {
  return detections
    .flatMap(({ messages }) => messages)
    .reduce((sum, { body, context }) => sum + body.length + (context?.length ?? 0), 0);
}

function refused(
  reason: string,
  { by, caseNumber, audit }: { readonly by: Person; readonly caseNumber: string; readonly audit: Audit },
  code: 'hold.refused' | 'hold.empty' = 'hold.refused',
): Fault {
  audit.record({ action: 'hold.refused', by, detail: { caseNumber, reason } });
  return new Fault(code, `${reason}.`);
}
