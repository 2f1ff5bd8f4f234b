/** Health: how the unit is, as one value; and its presence, as the broker keeps it for everyone who asks. */
import type { Misread } from './alert.ts';
import type { UnitIdentity } from './detection.ts';
import type { FaultCode } from './fault.ts';
import type { Fix } from './fix.ts';
import type { WallInstant } from './instant.ts';
import type { TallySnapshot } from './tally.ts';

/** A fault that lasts: without the detail, which is for the unit's own log. */
export interface CurrentFault {
  readonly code: FaultCode;
  readonly since: WallInstant;
}

export const cameraConditions = ['delivering', 'opening', 'failed', 'ended'] as const;
export type CameraCondition = (typeof cameraConditions)[number];

export interface CameraHealth {
  readonly camera: string;
  readonly condition: CameraCondition;
  /** Frames a second over the last interval. */
  readonly rateHz?: number;
}

export interface MemoryUse {
  readonly residentBytes: number;
  readonly heapUsedBytes: number;
  readonly externalBytes: number;
}

export interface Backlog {
  readonly messages: number;
  readonly oldestEpochMs?: number;
}

/** How long what is due on the main thread waits for its turn, milliseconds, over the last interval. */
export interface MainThreadLag {
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** The machine's temperature, and whether it goes slower for it now. */
export interface Warmth {
  readonly celsius: number;
  readonly throttled: boolean;
}

/** The trigger and strobe sequencer since it began. */
export interface SequencerHealth {
  readonly cycles: number;
  readonly skipped: number;
  /** Strobe pulses left out so that the limit of light holds. */
  readonly withheld: number;
  readonly longestStrobeUs: number;
  readonly realtime: boolean;
  readonly locked: boolean;
  /** Edges by how late they were: below 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000 microseconds, and later. */
  readonly lateness: readonly number[];
}

export interface Health {
  readonly unit: UnitIdentity;
  /** Counts this boot's health messages from 1. */
  readonly sequence: bigint;
  readonly at: WallInstant;
  readonly uptimeMs: number;
  readonly softwareVersion: string;
  readonly stages: readonly TallySnapshot[];
  readonly memory: MemoryUse;
  readonly backlog: Backlog;
  readonly fix: Fix;
  readonly cameras: readonly CameraHealth[];
  readonly faults: readonly CurrentFault[];
  readonly framePool?: { readonly slots: number; readonly free: number };
  readonly mainThreadLag?: MainThreadLag;
  readonly sequencer?: SequencerHealth;
  readonly warmth?: Warmth;
  /** What confirmed misreads tell of the unit's reading, most frequent first (POLICY.md V4). */
  readonly misreads?: readonly Misread[];
}

/** `lost` is what the broker says in the unit's name when the connection was cut (the last will). */
export const presences = ['online', 'shut-down', 'lost'] as const;
export type Presence = (typeof presences)[number];

export interface UnitState {
  readonly unit: UnitIdentity;
  /** Counts this boot's connections from 1. */
  readonly sequence: bigint;
  readonly presence: Presence;
  readonly at: WallInstant;
  readonly softwareVersion: string;
  /** The unit's public key (PEM); empty: it has none. */
  readonly auditKey: string;
}
