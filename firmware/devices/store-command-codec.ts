/** What commands ask of the store and are told of it, as it stands on the wire. */
import type { alpr } from '../../proto/generated/alpr.js';
import type { Hold } from '../domain/hold.ts';
import type { PurgeReport } from '../domain/purge-report.ts';
import type { DetectionQuery } from '../ports/detection-search.ts';
import { instantOf } from './alert-codec.ts';
import { int64 } from './alpr-codec.ts';

export function searchOf(message: unknown) {
  const { caseNumber, reason, purpose, approvedBy, platePattern, from, to, region } = message as alpr.v1.SearchReads;
  const query: DetectionQuery = {
    ...(platePattern && { pattern: platePattern.toUpperCase() }),
    ...(from && { fromMs: instantOf(from).epochMs }),
    ...(to && { toMs: instantOf(to).epochMs }),
    ...(region && { region }),
  };
  return { caseNumber, reason, purpose, ...(approvedBy && { approvedBy }), query };
}

/** A hold without an end ends in the past. */
export function holdOf(message: unknown) {
  const { caseNumber, reason: why, until, detectionIds } = message as alpr.v1.PlaceHold;
  return { caseNumber, why, untilEpochMs: until ? instantOf(until).epochMs : 0, detectionIds };
}

export function releaseOf(message: unknown) {
  const { hold: id, reason: why } = message as alpr.v1.ReleaseHold;
  return { id, why };
}

/** Without the reason, which is a person's own words. */
export function heldMessage(hold: Hold): alpr.v1.Hold.$Properties {
  const { id, caseNumber, who, placedEpochMs, untilEpochMs, detections, messages } = hold;
  return {
    ...{ hold: id, caseNumber, person: who.name, role: who.role, detectionIds: [...detections], messages },
    placedAt: calendar(placedEpochMs),
    until: calendar(untilEpochMs),
  };
}

export function purgeMessage(report: PurgeReport): alpr.v1.PurgeReport.$Properties {
  const { id, storedFromMs, storedToMs, underHolds, ...counts } = report;
  return {
    ...counts,
    report: id,
    ...(storedFromMs !== undefined && { storedFrom: calendar(storedFromMs) }),
    ...(storedToMs !== undefined && { storedTo: calendar(storedToMs) }),
    underHolds: underHolds.map(({ hold, messages, untilEpochMs }) => ({
      ...{ hold, messages },
      until: calendar(untilEpochMs),
    })),
  };
}

/** A time that was kept without what it is worth. */
function calendar(epochMs: number): alpr.v1.Instant.$Properties {
  return { epochUs: int64(BigInt(Math.round(epochMs * 1000))) };
}
