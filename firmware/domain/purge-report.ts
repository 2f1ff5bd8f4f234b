/** What left the unit, and what stays under which hold (POLICY.md R4): counts and times, no plate. */

export interface PurgeCounts {
  readonly detections: number;
  readonly alerts: number;
  /** Of both, those that no broker had acknowledged. */
  readonly unsent: number;
  readonly hits: number;
  readonly searches: number;
  /** Given up because the disk was filling, before they were due. */
  readonly givenUpContexts: number;
  readonly givenUpWaitingContexts: number;
  readonly givenUpDetections: number;
}

export interface PurgeReport extends PurgeCounts {
  readonly id: number;
  /** Still counting. */
  readonly open: boolean;
  /** When the first and the last of it were stored, milliseconds since 1970 UTC, at the latest; absent: nobody knew the time. */
  readonly storedFromMs?: number;
  readonly storedToMs?: number;
  readonly underHolds: readonly HeldCount[];
}

export interface HeldCount {
  readonly hold: number;
  readonly messages: number;
  readonly untilEpochMs: number;
}
