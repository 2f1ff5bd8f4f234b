/**
 * Where a plate was issued, from its picture and its text together: P(region | picture) x P(text | region), normalised.
 * A register prints a text as often as its series that have the text's form weigh, but for a share of plates of no known
 * series (vanity, specials, what the table lacks), which look like anything. So a text of California's form lifts
 * California, and a text that nobody's series print says nothing. The laws: shares sum to 1; the region that explains
 * the text best never loses; a text of no known form changes nothing. Pure.
 */
import type { RegionReading, RegionShare } from '../domain/region.ts';
import { byGroup, unknownRegion } from '../domain/region.ts';
import { explainedRegions, seriesThatPrintAlike } from './known-series.ts';
import type { Series } from './series.ts';

/** Share of plates of no known series; chosen on validation (docs/measured.md). */
const UNKNOWN_SERIES = 0.1;
const OTHERS = 4;
const OTHERS_MIN = 0.01;

/** Shares of the regions once the text is known, 0 and O, 1 and I counted as one. */
export function issuedBy(picture: readonly RegionShare[], text: string): readonly RegionShare[] {
  const likelihood = likelihoods(seriesThatPrintAlike(text));
  const joint = picture.map(({ code, confidence }) => ({ code, confidence: confidence * likelihood(code) }));
  const sum = joint.reduce((total, { confidence }) => total + confidence, 0);
  return sum > 0 ? joint.map(({ code, confidence }) => ({ code, confidence: confidence / sum })) : picture;
}

/** How well a text is explained by the series that print it, 0 to 1, whichever of the regions it may be. */
export function explained(picture: readonly RegionShare[], printing: readonly Series[]): number {
  const likelihood = likelihoods(printing);
  return Math.min(
    1,
    picture.reduce((total, { code, confidence }) => total + confidence * likelihood(code), 0),
  );
}

/** P(text | region). A region of which no series are known is taken as the average of those of which they are. */
function likelihoods(printing: readonly Series[]): (region: string) => number {
  const shares = new Map<string, number>();
  for (const { region, share } of printing) {
    if (explainedRegions.has(region)) shares.set(region, (shares.get(region) ?? 0) + share);
  }
  const average = [...shares.values()].reduce((a, b) => a + b, 0) / explainedRegions.size;
  const of = (region: string) => (explainedRegions.has(region) ? (shares.get(region) ?? 0) : average);
  return (region) => UNKNOWN_SERIES + (1 - UNKNOWN_SERIES) * of(region);
}

/** The likeliest region and its runners-up, the Union as one. */
export function regionReading(shares: readonly RegionShare[]): RegionReading {
  const groups = Array.from(byGroup(shares), ([code, confidence]) => ({ code, confidence }));
  const [first, ...rest] = groups.sort((a, b) => b.confidence - a.confidence);
  if (first === undefined) return unknownRegion;
  return { ...first, others: rest.slice(0, OTHERS).filter(({ confidence }) => confidence >= OTHERS_MIN) };
}
