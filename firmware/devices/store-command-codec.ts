/** What commands ask of the store, as it stands on the wire. */
import type { alpr } from '../../proto/generated/alpr.js';
import type { DetectionQuery } from '../ports/detection-search.ts';
import { instantOf } from './alert-codec.ts';

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
