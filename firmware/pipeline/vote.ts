/**
 * Voting: several readings of one plate become one text. The looks that agree on the length are pooled place by place by
 * the geometric mean of their character distributions, each weighted by its look's confidence; looks of one vehicle are
 * not independent (the same dirt, the same blur), so agreement does not multiply certainty. Pure.
 */
import { Plate } from '../domain/plate.ts';
import type { CharacterReading, RankedText, Reading } from '../domain/reading.ts';
import { alikeOf, alphabet } from '../domain/reading.ts';
import type { RegionReading } from '../domain/region.ts';
import { unknownRegion } from '../domain/region.ts';
import { spelled } from './syntax.ts';

const CANDIDATES = 10;
/** What a look can say against a character at most: one look that never saw it must not veto it. */
const FLOOR = 1e-3;

export interface Vote {
  readonly plate: Plate;
  readonly confidence: number;
  readonly characters: readonly CharacterReading[];
  readonly candidates: readonly RankedText[];
  readonly region: RegionReading;
}

/** @param readings at least one. */
export function vote(readings: readonly Reading[]): Vote {
  const { agreed, share } = byLength(readings);
  const distributions = pooled(agreed);
  const ranked = kBest(distributions, CANDIDATES).map(({ text, probability }) => ({
    plate: new Plate(text),
    confidence: probability * share,
  }));
  const best = ranked[0]!;
  const characters = Array.from(best.plate.reveal(), (character, place) => {
    const distribution = distributions[place]!;
    return { character, confidence: distribution[alphabet.indexOf(character)]!, distribution };
  });
  const region = pooledRegion(readings);
  const text = spelled({ plate: best.plate, characters, candidates: ranked }, region);
  // The places alone do not know whether a character is missing; a vote is never surer than its surest look.
  const surest = Math.max(...readings.map(({ confidence }) => confidence));
  return { ...text, confidence: Math.min(surest, share * foldedProduct(characters)), region };
}

/** The probability of all places, 0/O and 1/I counted as one, as a single reading's confidence counts them. */
function foldedProduct(characters: readonly CharacterReading[]): number {
  return characters.reduce((product, { character, distribution }) => {
    const other = alikeOf[character];
    const p = distribution[alphabet.indexOf(character)]!;
    return product * Math.min(1, other === undefined ? p : p + distribution[alphabet.indexOf(other)]!);
  }, 1);
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
export function kBest(distributions: readonly Float32Array[], k: number): { text: string; probability: number }[] {
  let beam = [{ text: '', probability: 1 }];
  for (const distribution of distributions) {
    const grown = beam.flatMap(({ text, probability }) =>
      Array.from(distribution, (p, index) => ({ text: text + alphabet[index]!, probability: probability * p })),
    );
    beam = grown.sort((a, b) => b.probability - a.probability).slice(0, k);
  }
  return beam;
}

function pooledRegion(readings: readonly Reading[]): RegionReading {
  const weights = new Map<string, number>();
  for (const { region } of readings) weights.set(region.code, (weights.get(region.code) ?? 0) + region.confidence);
  const [code, weight] = [...weights].reduce((a, b) => (b[1] > a[1] ? b : a), [unknownRegion.code, 0] as const);
  return { code, confidence: weight / readings.length };
}
