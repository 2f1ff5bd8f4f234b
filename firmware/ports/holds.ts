/**
 * Holds (domain/hold.ts): what is kept past its time for a case. A hold has copies of its own under a key of its own, so that what it holds
 * outlives the day's key, and goes with the hold's. Adapter: the sealed store.
 */
import type { Hold, PlacedHold } from '../domain/hold.ts';
import type { OutboxRow, StoredMessage } from './store.ts';

/** A detection as a hold keeps it. */
export interface Holdable {
  readonly id: string;
  /** Its own message, whole or without the picture that was given up, and then its alerts. */
  readonly messages: readonly [StoredMessage, ...StoredMessage[]];
}

export interface Holds {
  /** A detection with its alerts, from wherever it is kept, under another hold too; undefined: it is not kept any more. */
  holdable(sequence: bigint): Holdable | undefined;
  /** Keeps copies of all of them, a few at a time; nothing is held before all are. Rejects with Fault `store.full` or `store.unwritable`. */
  place(order: PlacedHold, detections: readonly Holdable[]): Promise<Hold>;
  /** Destroys the hold's key, then its copies. False: there is no such hold. */
  release(id: number): boolean;
  list(): readonly Hold[];
  /** What a hold keeps, opened: detections in order, then alerts. */
  messages(id: number): readonly OutboxRow[];
}
