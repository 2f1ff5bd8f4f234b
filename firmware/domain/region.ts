/**
 * Where a plate was issued: `us-il`, `us` (a territory, or a state that could not be told), `eu`, `br`, `other`, or
 * `unknown`.
 */

export interface RegionShare {
  /** Lower-case code: a country or group, and for the United States `us-` and the postal abbreviation. */
  readonly code: string;
  /** Probability, 0 to 1. */
  readonly confidence: number;
}

/** The likeliest region, and what else it may be. */
export interface RegionReading extends RegionShare {
  /** The runners-up that are worth a word, likeliest first. */
  readonly others: readonly RegionShare[];
}

export const unknownRegion: RegionReading = { code: 'unknown', confidence: 0, others: [] };

/** The code for people to see: a region that is less likely than not is not named. */
export function shownRegion({ code, confidence }: RegionShare): string {
  return confidence < 0.5 ? '?' : code;
}

/** What several pictures of one plate say together: their mean. @param pictures at least one. */
export function meanRegions(pictures: readonly (readonly RegionShare[])[]): RegionShare[] {
  const sums = new Map<string, number>();
  for (const { code, confidence } of pictures.flat()) sums.set(code, (sums.get(code) ?? 0) + confidence);
  return Array.from(sums, ([code, sum]) => ({ code, confidence: sum / pictures.length }));
}
