/** A hold (POLICY.md R3): detections that are kept past their time for a case. */
import type { Person } from './role.ts';

export interface HoldOrder {
  readonly caseNumber: string;
  readonly who: Person;
  readonly why: string;
  /** Milliseconds since 1970 UTC; after it the unit releases the hold by itself. */
  readonly untilEpochMs: number;
}

export interface PlacedHold extends HoldOrder {
  /** By the best time that the unit knew. */
  readonly placedEpochMs: number;
}

export interface Hold extends PlacedHold {
  readonly id: number;
  /** Ids of what it keeps. */
  readonly detections: readonly string[];
  /** How many messages it keeps. */
  readonly messages: number;
}
