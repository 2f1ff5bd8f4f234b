/**
 * Holds (POLICY.md R3): what is kept past its time for a case. A hold has copies of its own under a key of its own, so that what it holds
 * outlives the day's key, and goes with the hold's. Adapter: the sealed store.
 */
import type { Person } from '../domain/role.ts';
import type { OutboxRow } from './store.ts';

export interface HoldOrder {
  readonly caseNumber: string;
  readonly who: Person;
  readonly why: string;
  /** Milliseconds since 1970 UTC; after it the unit releases the hold by itself. */
  readonly untilEpochMs: number;
}

export interface Hold extends HoldOrder {
  readonly id: number;
  readonly placedEpochMs: number;
  /** How many messages it keeps. */
  readonly messages: number;
}

export interface Holds {
  /** Holds the detections with their alerts. Throws Fault `hold.empty` where none of them is kept any more. */
  place(order: HoldOrder, detections: readonly bigint[]): Hold;
  /** Destroys the hold's key, then its copies. False: there is no such hold. */
  release(id: number): boolean;
  list(): readonly Hold[];
  /** What a hold keeps, opened: detections in order, then alerts. */
  messages(id: number): readonly OutboxRow[];
}
