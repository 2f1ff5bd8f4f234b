/**
 * The store: durable records and the outbox in one. What `append` or `putAlert` has resolved survives a crash of the process
 * and a loss of power. Adapter: SQLite in WAL mode with full synchronisation.
 *
 * Detections and alerts wait in two outboxes, each with its own count and cursor, so that an alert never waits behind a
 * backlog of detections (docs/decisions/0016).
 */
import type { Alert, Misread } from '../domain/alert.ts';
import type { Backlog } from '../domain/health.ts';
import type { MatchedDetection } from '../domain/matched.ts';

export type OutboxKind = 'detection' | 'alert';
/** What a unit says of itself: checkpoints of its audit log, results of commands. */
export type NoticeKind = 'audit' | 'result';

/** One message waiting to be published, in the order it was stored. */
export interface OutboxRow<Kind extends string = OutboxKind> {
  /** 64-bit, counts every message of its kind that this unit ever stored, from 1, without gaps. */
  readonly sequence: bigint;
  readonly kind: Kind;
  /** The encoded protobuf message, final. */
  readonly payload: Uint8Array;
}

/** A message as it lies in the store: in two pieces, the second of which may be given up. */
export interface StoredMessage {
  readonly kind: OutboxKind;
  readonly sequence: bigint;
  readonly body: Uint8Array;
  /** A detection's context picture. */
  readonly context: Uint8Array | undefined;
}

/** Messages that are kept until the broker has acknowledged them. */
export interface Outbox<Kind extends string> {
  /** Up to `limit` rows of the kind after its cursor, in order. */
  outbox(kind: Kind, limit: number): readonly OutboxRow<Kind>[];
  /** Resolves when there is something of the kind after its cursor, or rejects with the signal's reason. */
  waiting(kind: Kind, signal: AbortSignal): Promise<void>;
  /**
   * Durably marks everything of the kind up to and including `sequence` as acknowledged by the broker. Where the disk
   * refuses, it throws the Fault and hands those rows out no more in this boot; the next acknowledgement makes up for it.
   */
  acknowledge(kind: Kind, sequence: bigint): void;
}

export interface Store extends Outbox<OutboxKind> {
  /**
   * Stores a detection, its pictures and its message in one transaction and returns the sequence given to it. Its alert,
   * where it has one, is stored with it as `putAlert` does.
   * Throws Fault `store.full` or `store.unwritable`; then nothing of it is stored and all that was stored before is safe.
   */
  append(matched: MatchedDetection): bigint;
  /**
   * Stores an alert as it now stands and a message that says so, in one transaction, and returns the message's sequence. The
   * record of an alert is replaced as a whole. One that has ended as a misread is counted with it, once. Throws as `append`.
   */
  putAlert(alert: Alert): bigint;
  /** Every alert that has not ended, as it was put last, in the order of their raising. */
  openAlerts(): readonly Alert[];
  /** What the alerts that ended as misreads tell of the unit's reading (POLICY.md V4), most frequent first. */
  misreads(): readonly Misread[];
  /** How many messages wait, of the kind or of all, and since when the oldest. */
  backlog(kind?: OutboxKind): Backlog;
  /**
   * Throws Fault `store.full`, `store.unwritable` or `store.slow` while the disk takes nothing or takes long. While all is well it
   * writes nothing; after a write that failed or took long it tries one, so that the end of the trouble is known too.
   */
  probe(): void;
  [Symbol.dispose](): void;
}
