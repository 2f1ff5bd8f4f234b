/**
 * The store: durable records and the outbox in one. What `append` has resolved survives a crash of the process and a
 * loss of power. Adapter: SQLite in WAL mode with full synchronisation.
 */
import type { MatchedDetection } from '../domain/matched.ts';

/** One message waiting to be published, in the order it was stored. */
export interface OutboxRow {
  /** 64-bit, counts every message this unit ever stored, from 1, without gaps. */
  readonly sequence: bigint;
  readonly kind: 'detection' | 'alert';
  /** The encoded protobuf message, final. */
  readonly payload: Uint8Array;
}

export interface Store {
  /**
   * Stores a detection, its pictures and its message in one transaction and returns the sequence given to it. One that
   * hit stores its alert with it, as the next message.
   * Throws Fault `store.full` or `store.unwritable`; then nothing of it is stored and all that was stored before is safe.
   */
  append(matched: MatchedDetection): bigint;
  /** Up to `limit` rows after the cursor, in order. */
  outbox(limit: number): readonly OutboxRow[];
  /** Resolves when there is something after the cursor, or rejects with the signal's reason. */
  waiting(signal: AbortSignal): Promise<void>;
  /**
   * Durably marks everything up to and including `sequence` as acknowledged by the broker. Where the disk refuses, it
   * throws the Fault and hands those rows out no more in this boot; the next acknowledgement makes up for it.
   */
  acknowledge(sequence: bigint): void;
  /** How many messages wait, and since when the oldest. */
  backlog(): { readonly messages: number; readonly oldestEpochMs?: number };
  [Symbol.dispose](): void;
}
