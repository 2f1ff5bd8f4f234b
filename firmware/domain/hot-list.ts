/**
 * Hot lists: plates that an agency looks for, each with why (POLICY.md H1 to H9). An entry's text is compared without spaces
 * and hyphens, in capitals; what the source wrote is kept beside it.
 */
import type { AlertClass } from './alert-class.ts';
import type { WallInstant } from './instant.ts';

/** Where a list comes from (POLICY.md H1, U7). */
export const listSources = ['NCIC', 'LEADS', 'SOS', 'AMBER', 'local', 'motor-carrier'] as const;
export type ListSource = (typeof listSources)[number];

/** How the files of lists write their records (docs/hot-lists.md). */
export const listLayouts = ['leads', 'sos', 'ncic-csv', 'ncic-fixed', 'csv', 'json'] as const;
export type ListLayout = (typeof listLayouts)[number];

/** What no entry may serve (POLICY.md H9). */
export const barredPurposes = ['immigration', 'traffic-fines', 'towing', 'health-care'] as const;
export type BarredPurpose = (typeof barredPurposes)[number];

/** The vehicle as its list describes it; each where known, in the list's own words (POLICY.md V1). */
export interface ListedVehicle {
  readonly make?: string;
  readonly model?: string;
  readonly style?: string;
  readonly colour?: string;
  readonly year?: number;
}

/** Who stands behind a local entry (POLICY.md H3, H5, H6). */
export interface LocalOrigin {
  readonly enteredBy: string;
  readonly caseNumber: string;
  readonly synopsis: string;
  readonly approvedBy: string;
  readonly expiresAt: WallInstant;
}

export interface HotListEntry {
  readonly list: string;
  /** The entry's own number in its list. */
  readonly entryId: string;
  /** Normalised: capital letters and digits; in a watch for a partial plate also `?` for one character and `*` for any run. */
  readonly text: string;
  /** `us-il` and the like; absent where the list does not say. */
  readonly region?: string;
  readonly alertClass: AlertClass;
  /** Why the plate is listed, for the operator (POLICY.md U4). */
  readonly note: string;
  readonly vehicle?: ListedVehicle;
  readonly local?: LocalOrigin;
}

/** What is true of a whole list. */
export interface HotListHead {
  /** A list replaces the one of the same name as a whole (POLICY.md H2). */
  readonly list: string;
  readonly source: ListSource;
  /** When its source made it; its age counts from here. */
  readonly madeAt: WallInstant;
  /** Hours after which its hits are flagged (POLICY.md H2). */
  readonly limitHours: number;
}
