/**
 * What the rules of keeping ask of the store: how old things are, that they go, and what is to be told of it (POLICY.md U8, R1, R2, R4).
 * Adapter: the sealed store.
 */
import type { WallInstant } from '../domain/instant.ts';
import type { PurgeReport } from '../domain/purge-report.ts';
import type { OutboxKind } from './store.ts';

/** After how many milliseconds each kind of record goes; undefined: never. */
export interface Terms {
  readonly detectionsMs: number;
  readonly hitsMs: number | undefined;
  readonly searchesMs: number | undefined;
}

export interface Retained {
  /** Tells the best time that the unit knows; what nobody vouches for changes nothing. */
  observe(now: WallInstant): void;
  /**
   * Destroys what opens all that is due, then takes a part of it off the disk. True: there is more to take off, call again. What was
   * still unsent goes too, and is counted. Throws Fault `store.full` or `store.unwritable`; the keys are destroyed all the same.
   */
  purge(terms: Terms): boolean;
  /** Age of the oldest message that waits to be delivered, of the kind or of all, milliseconds; undefined: none waits. */
  waitingMs(kind?: OutboxKind): number | undefined;
  /** When the oldest that is kept was stored, milliseconds since 1970 UTC at the latest; undefined: nothing is kept, or nobody knows. */
  oldestEpochMs(): number | undefined;
  /** The calendar as far as it surely is by now, milliseconds since 1970 UTC; undefined: nobody ever vouched for the time. */
  nowEpochMs(): number | undefined;
  /** The reports so far, oldest first; the last is still open. */
  reports(): readonly PurgeReport[];
  /** Ends the open report and begins the next. */
  closeReport(): void;
}

/** What is given up when the disk fills (config/profile.ts, `disk.drop_first`). */
export type GivenUp = 'delivered-context-images' | 'delivered-detections' | 'waiting-context-images';

export interface StoreRoom {
  readonly usedBytes: number;
  /** Of these, what is under holds. */
  readonly heldBytes: number;
  /** What the store may use. */
  readonly limitBytes: number;
  /** Gives up the oldest of a kind, a few at a time; how many there were. An alert is never among them. */
  giveUp(kind: GivenUp): number;
}
