/** Where a plate was issued: `us-il`, `us` (a state that could not be told), `eu`, `br`, `other`, or `unknown`. */

export interface RegionReading {
  /** Lower-case code: a country or group, and for the United States `us-` and the postal abbreviation. */
  readonly code: string;
  readonly confidence: number;
}

export const unknownRegion: RegionReading = { code: 'unknown', confidence: 0 };

/** The code for people to see: a region that is less likely than not is not named. */
export function shownRegion({ code, confidence }: RegionReading): string {
  return confidence < 0.5 ? '?' : code;
}
