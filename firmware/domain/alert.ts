/**
 * An alert: a hit put before a person (POLICY.md U4, U5, V1 to V4). Nothing may be done on it until a person has confirmed
 * characters, state and vehicle, each, and dispatch has confirmed the listing; until then it says so, word for word.
 */
import type { Detection } from './detection.ts';
import type { Hit } from './hit.ts';
import type { WallInstant } from './instant.ts';
import type { Person } from './role.ts';

/** What every alert says until dispatch has confirmed the listing (POLICY.md V2), word for word. */
export const notVerified = 'not verified: no enforcement action';

/** Where an alert stands. `closed`: acted on, with its outcome; `dismissed`: with what was wrong; `expired`: nobody came. */
export const alertStates = ['raised', 'seen', 'verified', 'actionable', 'closed', 'dismissed', 'expired'] as const;
export type AlertState = (typeof alertStates)[number];

/** What a person found (POLICY.md V3). */
export const dispositions = ['confirmed', 'misread', 'wrong-state', 'listing-not-valid', 'wrong-vehicle'] as const;
export type Disposition = (typeof dispositions)[number];

/** What came of it (POLICY.md V3). */
export const outcomes = ['arrest', 'other-enforcement', 'unable-to-locate', 'no-action'] as const;
export type Outcome = (typeof outcomes)[number];

export type Confirmable = 'characters' | 'state' | 'vehicle';

/** Who did a thing, and when. */
export interface Act {
  readonly by: Person;
  readonly at: WallInstant;
}

export interface Alert {
  /** Unique within the unit for ever; the same in every message about this alert. */
  readonly id: string;
  readonly state: AlertState;
  /** What was read; its alert shows the plate's picture alone. */
  readonly detection: Omit<Detection, 'contextImage' | 'looks'>;
  /** The sequence of the detection's message. Absent until it is stored. */
  readonly detectionSequence?: bigint;
  /** At least one; the first decides sound and priority. */
  readonly hits: readonly Hit[];
  readonly raisedAt: WallInstant;
  /** After this it is not sent again. */
  readonly expiresAt: WallInstant;
  readonly seen?: Act;
  /** What was confirmed against the list entry, each by itself (POLICY.md V1). */
  readonly confirmed: Readonly<Partial<Record<Confirmable, Act>>>;
  /** Dispatch's confirmation that the listing stands (POLICY.md V2). */
  readonly dispatch?: Act;
  readonly ended?: Act & {
    readonly disposition: Disposition;
    readonly outcome?: Outcome;
    /** For a misread: the places of the wrong characters, from 0 (POLICY.md V4). The read itself is never edited. */
    readonly misreadPositions?: readonly number[];
  };
}
