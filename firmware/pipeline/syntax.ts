/**
 * What known syntax makes of a read text: where it was issued, which 0 is an O, how the candidates rank and which series
 * explain them. It never rewrites what was read but for 0/O and 1/I where the grammar is certain, and then says so. The
 * same for one look and for the vote of several. Pure.
 */
import { Plate } from '../domain/plate.ts';
import {
  CANDIDATES,
  type CharacterReading,
  type PlateText,
  type RankedText,
  type ReadText,
  toldShare,
} from '../domain/reading.ts';
import type { RegionShare } from '../domain/region.ts';
import { respelled, type Settled, settled } from './grammar.ts';
import { explained, issuedBy, regionReading } from './issued.ts';
import { seriesThatPrint } from './known-series.ts';
import type { Series } from './series.ts';

const SERIES_NAMED = 3;
/** Series of a region less likely than this explain nothing. */
const REGION_MIN = 0.02;

/** A text as the reader gave it, before syntax had its say. */
export interface RawText extends Pick<PlateText, 'plate' | 'confidence' | 'characters'> {
  /** Best first, the first is `plate`; more than ten, as spellings of one text are joined here. */
  readonly candidates: readonly ReadText[];
}

/** What else is known of the plate. */
export interface Circumstances {
  readonly picturedRegions: readonly RegionShare[];
  readonly unknownBelow: number;
}

export function judged(text: RawText, { picturedRegions, unknownBelow }: Circumstances): PlateText {
  const regions = issuedBy(picturedRegions, text.plate.reveal());
  const decision = settled(text.plate.reveal(), regions);
  const characters = text.characters.map((each, place) =>
    judgedCharacter(each, decision.places.get(place), unknownBelow),
  );
  const plate = new Plate(characters.map(({ character }) => character).join(''));
  const shares = new Map(regions.map(({ code, confidence }) => [code, confidence]));
  const rank = (one: ReadText): RankedText => {
    const printing = seriesThatPrint(one.plate.reveal());
    return { ...one, rank: one.confidence * explained(picturedRegions, printing), series: named(printing, shares) };
  };
  const ranked = joinedSpellings(text.candidates, text.plate.length, decision)
    .map(rank)
    .toSorted((a, b) => Number(b.plate.equals(plate)) - Number(a.plate.equals(plate)) || b.rank - a.rank);
  return {
    plate,
    confidence: text.confidence,
    characters,
    candidates: ranked.slice(0, CANDIDATES),
    settledBy: decision.by,
    region: regionReading(regions),
  };
}

function judgedCharacter(read: CharacterReading, wanted: string | undefined, unknownBelow: number): CharacterReading {
  const share = toldShare(read);
  const { character, confidence, distribution } = read;
  return {
    ...(wanted === undefined ? { character, confidence } : { character: wanted, confidence: share }),
    distribution,
    ...(wanted === undefined ? {} : { settled: true }),
    ...(share < unknownBelow ? { unknown: true } : {}),
  };
}

/** Texts that differ only by a spelling that was settled become one: what the reader gave to either belongs to it. */
function joinedSpellings(candidates: readonly ReadText[], length: number, decision: Settled): readonly ReadText[] {
  const joined = new Map<string, number>();
  for (const { plate, confidence } of candidates) {
    const text = plate.length === length ? respelled(plate.reveal(), decision) : plate.reveal();
    joined.set(text, (joined.get(text) ?? 0) + confidence);
  }
  return Array.from(joined, ([text, confidence]) => ({ plate: new Plate(text), confidence }));
}

/** Names of the series of likely regions, likeliest first. */
function named(printing: readonly Series[], regions: ReadonlyMap<string, number>): readonly string[] {
  return printing
    .map(({ region, name, share }) => ({ name, region: regions.get(region) ?? 0, share }))
    .filter(({ region }) => region >= REGION_MIN)
    .sort((a, b) => b.region * b.share - a.region * a.share)
    .slice(0, SERIES_NAMED)
    .map(({ name }) => name);
}
