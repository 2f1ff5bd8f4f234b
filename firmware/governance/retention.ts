/**
 * Retention (POLICY.md R1, R2, R4): what is due goes, on a rolling basis, everywhere the unit keeps it, at most a minute after it is due;
 * holds end when their time has come; and what left is reported to the audit log. Policy goes before delivery: what could not be sent in
 * time is purged unsent, counted and said.
 *
 * How old things are is decided by the best time known (domain/lifetime.ts): a clock that nobody vouches for neither purges nor keeps
 * anything; where by it something would be due, that is a fault for a person.
 */
import { setImmediate as turn } from 'node:timers/promises';
import type { Profile } from '../config/profile.ts';
import type { FaultCode } from '../domain/fault.ts';
import { faultOf } from '../domain/fault.ts';
import type { WallInstant } from '../domain/instant.ts';
import { vouchedFor } from '../domain/lifetime.ts';
import type { Audit } from '../ports/audit.ts';
import type { Clock } from '../ports/clock.ts';
import type { Holds } from '../ports/holds.ts';
import type { Log } from '../ports/log.ts';
import type { Retained, StoreRoom, Terms } from '../ports/retained.ts';
import { deliveryFault } from './delivery.ts';
import { withinRoom } from './disk-room.ts';
import { letGo } from './holding.ts';
import { tellPurge } from './purge-report.ts';

export interface Retention {
  readonly retained: Retained;
  readonly room: StoreRoom;
  readonly holds: Holds;
  readonly profile: Profile;
  readonly clock: Clock;
  /** The best time that the unit knows. */
  readonly now: () => WallInstant;
  readonly audit: Audit;
  readonly log: Log;
  readonly signal: AbortSignal;
  /** Told of each source when its fault begins, changes or passes. */
  readonly onFault: (source: RetentionSource, code: FaultCode | undefined) => void;
}

export type RetentionSource = 'delivery' | 'disk' | 'purge' | 'retention';

/** With the half minute in which a key forgets, well within a minute. */
export const PURGE_EVERY_MS = 15_000;
const REPORT_EVERY_MS = 3_600_000;
const HOUR_MS = 3_600_000;

export function termsOf({ retention }: Profile): Terms {
  const ms = (hours: number | 'permanent') => (hours === 'permanent' ? undefined : hours * HOUR_MS);
  return {
    detectionsMs: retention.detections_hours * HOUR_MS,
    hitsMs: ms(retention.hits),
    searchesMs: ms(retention.searches),
  };
}

/** Runs until the signal aborts and then ends without an error, its report told where the log's disk takes it; else at the next start. */
export async function retain(retention: Retention): Promise<void> {
  const { clock, signal } = retention;
  const told = new Map<RetentionSource, FaultCode>();
  let reportedAt = clock.monotonic();
  while (!signal.aborted) {
    const faults = await keepOnce(retention);
    for (const source of ['delivery', 'disk', 'purge', 'retention'] as const)
      tell(retention, told, source, faults[source]);
    if (clock.monotonic() - reportedAt >= REPORT_EVERY_MS) {
      reportedAt = clock.monotonic();
      reportOnce(retention);
    }
    await clock.sleep(PURGE_EVERY_MS, signal).catch(() => undefined);
  }
  reportOnce(retention);
}

export type RetentionFaults = Readonly<Partial<Record<RetentionSource, FaultCode>>>;

/** One round: the time is told, what is due goes, room is made; what is wrong now. */
export async function keepOnce(retention: Retention): Promise<RetentionFaults> {
  const { retained, room, profile, now } = retention;
  const terms = termsOf(profile);
  const wall = now();
  try {
    retained.observe(wall);
    while (retained.purge(terms)) await turn();
    await endHolds(retention);
    const crowded = withinRoom(room, profile.disk.drop_first);
    const delivery = deliveryFault(retained.waitingMs(), profile.delivery.limit_hours * HOUR_MS);
    return {
      ...(delivery && { delivery }),
      ...(crowded && { disk: 'store.crowded' as const }),
      ...(unsure(retained, wall, terms) && { retention: 'retention.unsure' as const }),
    };
  } catch (error) {
    const fault = faultOf(error);
    if (!fault?.passes) throw error;
    return { purge: fault.code };
  }
}

/** By a clock that nobody vouches for something would be due, and by what is known it is not. */
function unsure(retained: Retained, wall: WallInstant, { detectionsMs }: Terms): boolean {
  const oldestMs = retained.oldestEpochMs();
  return !vouchedFor(wall) && oldestMs !== undefined && wall.epochMs - oldestMs >= detectionsMs;
}

async function endHolds({ retained, holds, audit }: Retention): Promise<void> {
  const nowMs = retained.nowEpochMs();
  if (nowMs === undefined) return;
  for (const hold of holds.list())
    if (hold.untilEpochMs <= nowMs) await letGo(hold, { by: 'unit', reason: 'expired', holds, audit });
}

function reportOnce({ retained, audit, log }: Retention): void {
  try {
    tellPurge(retained, audit);
  } catch (error) {
    const fault = faultOf(error);
    if (!fault?.passes) throw error;
    log.event('warning', 'purge.untold', { fault: fault.code });
  }
}

function tell(
  { log, onFault }: Retention,
  told: Map<RetentionSource, FaultCode>,
  source: RetentionSource,
  code: FaultCode | undefined,
): void {
  if (told.get(source) === code) return;
  if (code === undefined) told.delete(source);
  else {
    told.set(source, code);
    log.event(code === 'delivery.overdue' ? 'error' : 'warning', code);
  }
  onFault(source, code);
}
