/**
 * Where a plate was issued: `us-il`, `us` (a territory, or a state that could not be told), `eu`, `br`, `other`, or
 * `unknown`. Within, the countries of the European Union are told apart (`eu-ro`), as each prints by its own rules.
 */

/** How the codes of the Union's countries begin. */
export const UNION = 'eu-';

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

/** The region that the record names: `eu` for a country of the Union, for every other region itself. */
export function groupOf(code: string): string {
  return code.startsWith(UNION) ? 'eu' : code;
}

/** Shares of the groups. */
export function byGroup(shares: readonly RegionShare[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { code, confidence } of shares) sums.set(groupOf(code), (sums.get(groupOf(code)) ?? 0) + confidence);
  return sums;
}

/** The code for people to see: a region that is less likely than not is not named. */
export function shownRegion({ code, confidence }: RegionShare): string {
  return confidence < 0.5 ? '?' : code;
}

/** No picture is surer than this that a plate is not from somewhere. */
const SHARE_FLOOR = 1e-4;

/** What several pictures of one plate say together: the mean of their logarithms. @param pictures at least one, all of the same regions. */
export function meanRegions(pictures: readonly (readonly RegionShare[])[]): RegionShare[] {
  const logs = new Map<string, number>();
  for (const { code, confidence } of pictures.flat())
    logs.set(code, (logs.get(code) ?? 0) + Math.log(Math.max(SHARE_FLOOR, confidence)) / pictures.length);
  const sum = [...logs.values()].reduce((total, log) => total + Math.exp(log), 0);
  return Array.from(logs, ([code, log]) => ({ code, confidence: Math.exp(log) / sum }));
}
