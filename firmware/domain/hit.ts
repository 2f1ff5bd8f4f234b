/** A hit: a detection that meets an entry of a hot list. It is not yet anything a person may act on (POLICY.md V2). */
import type { Detection } from './detection.ts';

/** Why a plate is listed (POLICY.md U5). */
export const alertClasses = [
  'felony-vehicle',
  'stolen-vehicle',
  'stolen-plate',
  'amber',
  'silver',
  'missing-person',
  'wanted-person',
  'protection-order',
  'terrorist-related',
  'suspended-or-revoked',
  'local-bolo',
] as const;
export type AlertClass = (typeof alertClasses)[number];

export interface HotListEntry {
  readonly list: string;
  readonly entryId: string;
  /** Normalised text: capital letters and digits. */
  readonly text: string;
  /** `us-il` and the like; absent where the list does not say. */
  readonly region?: string;
  readonly alertClass: AlertClass;
  /** Why the plate is listed, for the operator (POLICY.md U4). */
  readonly note: string;
}

export interface Hit {
  readonly entry: HotListEntry;
  readonly kind: 'exact' | 'fuzzy';
  /** Milliseconds since the list was made; a list past its limit is flagged (POLICY.md H2). */
  readonly listAgeMs: number;
  readonly listStale: boolean;
}

/** What every alert says until dispatch has confirmed the listing (POLICY.md V2), word for word. */
export const notVerified = 'not verified: no enforcement action';

export interface MatchedDetection {
  readonly detection: Detection;
  readonly hits: readonly Hit[];
}

/** What the pipeline asks of the hot lists, wherever they are kept. */
export interface HotLists {
  hitsOf(detection: Detection): readonly Hit[];
}
