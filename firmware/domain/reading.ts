/** A reading: what one look at one candidate said. It is never edited; voting makes a detection of several. */
import type { Candidate } from './candidate.ts';
import type { PlacedFrame } from './frame.ts';
import type { MonotonicMs } from './instant.ts';
import type { Plate } from './plate.ts';
import type { RegionReading, RegionShare } from './region.ts';

/** The reader's classes, in the order of its outputs; the CTC blank follows them. */
export const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Characters that many plates print alike: only where they stand can tell which was meant. */
export const alikeOf: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' };

/** How many texts a reading ranks. */
export const CANDIDATES = 10;

export interface CharacterReading {
  readonly character: string;
  /** Probability of `character` at this place, 0 to 1. */
  readonly confidence: number;
  /** Probabilities of all 36 classes at this place, in `alphabet` order; they sum to 1 or less. */
  readonly distribution: Float32Array;
  /** True where the region's position grammar decided between 0 and O or 1 and I; `confidence` is then of both together. */
  readonly settled?: true;
  /** True where a character stands that can not be told: `character` is then the best guess, more often wrong than right. */
  readonly unknown?: true;
}

/** A whole text and the probability that the reader gives it. */
export interface ReadText {
  readonly plate: Plate;
  readonly confidence: number;
}

/** A read text in the light of known syntax, which ranks and explains and never rewrites. */
export interface RankedText extends ReadText {
  /** `confidence` times how well the known series of the likely regions explain the text, 0 to 1. */
  readonly rank: number;
  /** The known series that print such a text, likeliest first, as "us-il Illinois 2017"; empty: none of a likely region. */
  readonly series: readonly string[];
}

/** What was read, by one look or by the vote of several. */
export interface PlateText {
  /** The best guess at every place, also where a character is unknown. */
  readonly plate: Plate;
  /** Calibrated probability that the whole text is right but for 0/O and 1/I, which many plates print alike; 0 to 1. */
  readonly confidence: number;
  readonly characters: readonly CharacterReading[];
  /** CANDIDATES of them; the first is `plate`, the others follow by rank. */
  readonly candidates: readonly RankedText[];
  /** The series whose grammar settled characters, as in `RankedText`; empty where none was settled. */
  readonly settledBy: readonly string[];
  /** From the picture and the text together. */
  readonly region: RegionReading;
}

export interface Reading extends PlateText {
  readonly candidate: Candidate;
  /** What the picture alone says of the region: every class of the reader, shares that sum to 1. */
  readonly picturedRegions: readonly RegionShare[];
  /** The share below which the reader that made this can not tell a character, from its card. */
  readonly unknownBelow: number;
  readonly frameSequence: number;
  readonly monotonic: MonotonicMs;
}

/** The share of a place's likeliest character, 0 and O and 1 and I counted as one, as a whole reading's confidence does. */
export function toldShare({ character, distribution }: CharacterReading): number {
  const share = (each: string | undefined) => (each === undefined ? 0 : distribution[alphabet.indexOf(each)]!);
  return Math.min(1, share(character) + share(alikeOf[character]));
}

/**
 * Probability that every character of the text is right, 0 told from O and 1 from I too: less than `confidence` where no
 * grammar settled which of them was meant.
 */
export function exactConfidence({ confidence, characters }: Pick<PlateText, 'confidence' | 'characters'>): number {
  const guessed = characters.filter(({ character, settled }) => character in alikeOf && !settled);
  return guessed.reduce(
    (product, each) => product * (each.confidence / Math.max(toldShare(each), each.confidence)),
    confidence,
  );
}

/** The text for people to see: `?` where a character can not be told. */
export function shownText(characters: readonly CharacterReading[]): string {
  return characters.map(({ character, unknown }) => (unknown ? '?' : character)).join('');
}

/** Everything that one frame said. The frame's lease travels with it and is released by whoever ends its way. */
export interface FrameReadings {
  readonly frame: PlacedFrame;
  readonly candidates: readonly Candidate[];
  readonly readings: readonly Reading[];
  /** What was last read for sure of plates that were seen to go on and not read again. */
  readonly known: readonly Plate[];
  /** CPU milliseconds of the vision thread, prepare to read. */
  readonly cpuMs: number;
}
