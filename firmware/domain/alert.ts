/**
 * An alert: a hit put before a person (POLICY.md U4, U5, V1 to V4). Nothing may be done on it until a person has confirmed
 * characters, state and vehicle, each, and dispatch has confirmed the listing; until then it says so, word for word.
 */
import type { AlertPriority } from './alert-class.ts';
import type { Detection, UnitIdentity } from './detection.ts';
import type { Hit } from './hit.ts';
import type { MonotonicMs, WallInstant } from './instant.ts';
import type { Person } from './role.ts';

/** What every alert says until dispatch has confirmed the listing (POLICY.md V2), word for word. */
export const notVerified = 'not verified: no enforcement action';
/** What it says when it is actionable, and while its outcome stands. */
export const verifiedNotice = 'verified';

/** Where an alert stands. `closed`: acted on, with its outcome; `dismissed`: with what was wrong; `expired`: nobody came. */
export const alertStates = ['raised', 'seen', 'verified', 'actionable', 'closed', 'dismissed', 'expired'] as const;
export type AlertState = (typeof alertStates)[number];

/** What a person found (POLICY.md V3). */
export const dispositions = ['confirmed', 'misread', 'wrong-state', 'listing-not-valid', 'wrong-vehicle'] as const;
export type Disposition = (typeof dispositions)[number];

/** What came of it (POLICY.md V3). */
export const outcomes = ['arrest', 'other-enforcement', 'unable-to-locate', 'no-action'] as const;
export type Outcome = (typeof outcomes)[number];

/** What a person compares with the list entry, each by itself (POLICY.md V1). */
export const confirmables = ['characters', 'state', 'vehicle'] as const;
export type Confirmable = (typeof confirmables)[number];

/** Who did a thing, and when. */
export interface Act {
  readonly by: Person;
  readonly at: WallInstant;
}

/** That dispatch says that the listing stands (POLICY.md V2): told by whom there and when, as the operator recorded it. */
export interface DispatchConfirmation extends Act {
  readonly confirmedBy: string;
  readonly confirmedAt: WallInstant;
}

export interface Ending extends Act {
  readonly disposition: Disposition;
  readonly outcome?: Outcome;
  /** For a misread: the places of the wrong characters, from 0 (POLICY.md V4). The read itself is never edited. */
  readonly misreadPositions?: readonly number[];
  /** For a misread: what truly stands at each of those places, `?` where that can not be told. */
  readonly misreadAs?: string;
}

/** What was read, as far as an alert shows it: the plate's picture alone. */
export interface AlertedRead
  extends Pick<Detection, 'id' | 'camera' | 'plate' | 'confidence' | 'region' | 'wall' | 'fix' | 'plateImage'> {
  /** Places, from 0, where the plate holds a guess: to be shown as `?`. */
  readonly unknownPositions: readonly number[];
}

/** For whom an alert is (POLICY.md U6). */
export interface Audience {
  /** Its class may not be muted, or nobody has subscribed to anything. */
  readonly everyone: boolean;
  /** Names of those whose subscription asks for it. */
  readonly subscribers: readonly string[];
  /** Names of the zones that the vehicle was in. */
  readonly zones: readonly string[];
}

export interface Alert {
  /** Unique within the unit for ever; the same in every message about this alert. */
  readonly id: string;
  /** The unit in the boot that speaks of it. */
  readonly unit: UnitIdentity;
  readonly state: AlertState;
  readonly detection: AlertedRead;
  /** The sequence of the detection's message. Absent until it is stored. */
  readonly detectionSequence?: bigint;
  /** At least one; the first decides sound and priority. */
  readonly hits: readonly Hit[];
  readonly priority: AlertPriority;
  readonly audience: Audience;
  readonly raisedAt: WallInstant;
  /** After this it is not sent again. */
  readonly expiresAt: WallInstant;
  /** The sequences of earlier detections of this plate that meet the entries too, oldest first: of an alert on reads that were kept. */
  readonly earlierSequences?: readonly bigint[];
  /** How often it was sent again because nobody had seen it. */
  readonly resends: number;
  readonly seen?: Act;
  /** What was confirmed against the list entry, each by itself (POLICY.md V1). */
  readonly confirmed: Readonly<Partial<Record<Confirmable, Act>>>;
  readonly dispatch?: DispatchConfirmation;
  readonly ended?: Ending;
}

/** What every screen and message says beside it (POLICY.md V2). */
export function noticeOf({ state }: Pick<Alert, 'state'>): string {
  return state === 'actionable' || state === 'closed' ? verifiedNotice : notVerified;
}

/** Whether it tells of a vehicle that was here before anybody looked for it: where it was, not where it is. */
export function isPast({ hits }: Pick<Alert, 'hits'>): boolean {
  return hits.every(({ past }) => past === true);
}

/** Whether a person can still do anything with it. */
export function isOpen({ state }: Pick<Alert, 'state'>): boolean {
  return state !== 'closed' && state !== 'dismissed' && state !== 'expired';
}

/** An alert that calls for a person on the unit itself, by lamp and sound (POLICY.md U4). */
export interface AlertCall {
  readonly priority: AlertPriority;
  /** Its class is not muted. */
  readonly audible: boolean;
  readonly since: MonotonicMs;
}

/** How often one character was read for another, as confirmed misreads say (POLICY.md V4); it names no plate. */
export interface Misread {
  readonly read: string;
  /** `?`: could not be told. */
  readonly truly: string;
  readonly count: number;
}

/** What a person says about an alert. Each part is something said; what is absent was not said. */
export interface Acknowledgement {
  readonly alertId: string;
  /** The state that the person takes it to lead to. */
  readonly movesTo?: AlertState;
  /** Who says to have said it. */
  readonly person?: string;
  readonly confirms: readonly Confirmable[];
  readonly dispatch?: Pick<DispatchConfirmation, 'confirmedBy' | 'confirmedAt'>;
  readonly disposition?: Disposition;
  readonly outcome?: Outcome;
  readonly misreadPositions?: readonly number[];
  readonly misreadAs?: string;
}
