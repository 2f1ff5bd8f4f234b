/**
 * Voting: several readings of one plate become one text. The looks that agree on the length are pooled place by place by
 * the geometric mean of their character distributions, each weighted by its look's confidence; looks of one vehicle are
 * not independent (the same dirt, the same blur), so agreement does not multiply certainty. Pure.
 */
import { Plate } from '../domain/plate.ts';
import type { PlateText, Reading } from '../domain/reading.ts';
import { alphabet, toldShare } from '../domain/reading.ts';
import { meanRegions } from '../domain/region.ts';
import { type RankedString, wideRanking } from './ranking.ts';
import { judged } from './syntax.ts';

/** What a look says for each character at least: one look that never saw it must not veto it. A thousandth over all of them. */
const FLOOR = 1e-3 / alphabet.length;

/** @param readings at least one. */
export function vote(readings: readonly Reading[]): PlateText {
  const { agreed, share } = byLength(readings);
  const distributions = pooled(agreed);
  const candidates = wideRanking((width) => kBest(distributions, width)).map(({ text, probability }) => ({
    plate: new Plate(text),
    confidence: probability * share,
  }));
  const { plate } = candidates[0]!;
  const characters = Array.from(plate.reveal(), (character, place) => {
    const distribution = distributions[place]!;
    return { character, confidence: distribution[alphabet.indexOf(character)]!, distribution };
  });
  // The places alone do not know whether a character is missing; a vote is never surer than its surest look.
  const surest = Math.max(...readings.map(({ confidence }) => confidence));
  const confidence = Math.min(surest, share * characters.reduce((product, each) => product * toldShare(each), 1));
  const { unknownBelow } = readings[0]!;
  const regions = meanRegions(readings.map(({ picturedRegions }) => picturedRegions));
  return judged({ plate, confidence, characters, candidates }, { picturedRegions: regions, unknownBelow });
}

/** The readings of the likeliest length, and the share of all confidence that they hold. */
function byLength(readings: readonly Reading[]): { agreed: readonly Reading[]; share: number } {
  const weights = new Map<number, number>();
  for (const { plate, confidence } of readings)
    weights.set(plate.length, (weights.get(plate.length) ?? 0) + confidence);
  const total = [...weights.values()].reduce((a, b) => a + b, 0);
  const [length, weight] = [...weights].reduce((a, b) => (b[1] > a[1] ? b : a));
  return { agreed: readings.filter(({ plate }) => plate.length === length), share: weight / total };
}

function pooled(readings: readonly Reading[]): Float32Array[] {
  if (readings.length === 1) return readings[0]!.characters.map(({ distribution }) => distribution);
  const weight = readings.reduce((sum, { confidence }) => sum + confidence, 0);
  return readings[0]!.characters.map((_, place) => {
    const logs = new Float64Array(alphabet.length);
    for (const { characters, confidence } of readings) {
      const { distribution } = characters[place]!;
      for (let k = 0; k < logs.length; k++)
        logs[k]! += (confidence / weight) * Math.log(Math.max(distribution[k]!, FLOOR));
    }
    const sum = logs.reduce((total, each) => total + Math.exp(each), 0);
    return Float32Array.from(logs, (each) => Math.exp(each) / sum);
  });
}

/** The `k` likeliest texts of independent places, best first. */
export function kBest(distributions: readonly Float32Array[], k: number): RankedString[] {
  let beam = [{ text: '', probability: 1 }];
  for (const distribution of distributions) {
    const grown = beam.flatMap(({ text, probability }) =>
      Array.from(distribution, (p, index) => ({ text: text + alphabet[index]!, probability: probability * p })),
    );
    beam = grown.sort((a, b) => b.probability - a.probability).slice(0, k);
  }
  return beam;
}
