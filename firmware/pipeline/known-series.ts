/**
 * The series of plates that are known, as one table made at start: those of the countries of the European Union from
 * models/series.json, which is written for this, and widely where a rule was in doubt (docs/decisions/0004 says what was
 * looked up); those of the United States, Brazil and some others from models/designs.json, which plates are drawn by, and
 * from the former where a series has no design.
 * Vanity plates have no form and are in neither. Pure.
 */
import designs from '../../models/designs.json' with { type: 'json' };
import written from '../../models/series.json' with { type: 'json' };
import { UNION } from '../domain/region.ts';
import { foldedText } from './ranking.ts';
import { type Series, tableOf } from './series.ts';

const LENGTH_MAX = 15;
const union: ReadonlySet<string> = new Set(
  written.map(({ region }) => region).filter((region) => !region.startsWith('us-')),
);
const codeOf = (register: string) => (union.has(register) ? `${UNION}${register}` : register);

export const knownSeries: readonly Series[] = tableOf([
  ...written.map((each) => ({ ...each, register: each.region, region: codeOf(each.region) })),
  ...designs
    .filter(({ region, pattern }) => !union.has(region) && !pattern.includes('*'))
    .map(({ region, name, weight, pattern, letters }) => ({
      region: region === 'br' || region.startsWith('us-') ? region : 'other',
      register: region,
      name,
      weight,
      patterns: [pattern],
      letters,
    })),
]);

/** The regions of which series are known well enough that a text of none of them says something. */
export const explainedRegions: ReadonlySet<string> = new Set(
  knownSeries.map(({ region }) => region).filter((region) => region !== 'other'),
);

const byLength = Array.from({ length: LENGTH_MAX + 1 }, (_, length) =>
  knownSeries.filter(({ lengths }) => lengths.has(length)),
);

const byRegion = byLength.map((series) => Map.groupBy(series, ({ region }) => region));

/** Those that print texts of a length. */
export function seriesOfLength(length: number): readonly Series[] {
  return byLength[length] ?? [];
}

/** Those of a region among them. */
export function seriesOf(region: string, length: number): readonly Series[] {
  return byRegion[length]?.get(region) ?? [];
}

/** Those that print a text. */
export function seriesThatPrint(text: string): readonly Series[] {
  return seriesOfLength(text.length).filter((series) => series.prints(text));
}

/** Whether a region prints a text; never, where no series of it is known. */
export function isPrintedBy(region: string, text: string): boolean {
  return seriesOf(region, text.length).some((series) => series.prints(text));
}

/** Those that print a text in some spelling, with 0 or O and 1 or I in its places. */
export function seriesThatPrintAlike(text: string): readonly Series[] {
  const folded = foldedText(text);
  return seriesOfLength(text.length).filter((series) => series.printsFolded(folded));
}
