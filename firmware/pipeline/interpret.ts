/**
 * From what the engine decoded to texts: the likeliest texts of one crop, what its picture says besides, and two crops
 * of a two-line plate joined. What known syntax makes of them is syntax.ts's. Pure.
 */
import type { Point, Quad } from '../domain/candidate.ts';
import { Plate } from '../domain/plate.ts';
import type { CharacterReading, ReadText } from '../domain/reading.ts';
import { alphabet } from '../domain/reading.ts';
import type { RegionShare } from '../domain/region.ts';
import { TEXT_LENGTH_MOST, TEXTS_MOST, type TextRows } from '../ports/engine.ts';
import { type RankedString, wideRanking } from './ranking.ts';
import type { RawText } from './syntax.ts';

/** Width over height below which a plate may have two lines: a motorcycle's has 1.2 to 1.4, a one-line plate 2 and more. */
const TWO_LINES_BELOW = 1.6;
/** The same where nothing has to be quick: an outline of any length. India's plates of two lines are as long as America's of one. */
export const ANY_LENGTH = Number.POSITIVE_INFINITY;
const LINE_CHARACTERS_MIN = 2;

export interface RegionCalibration {
  /** Of the region's logits, from its card. */
  readonly regionTemperature: number;
  /** In the order of the logits; `none` among them is no region, but that it is no plate. */
  readonly regions: readonly string[];
}
const NONE = 'none';

/** What the picture of a plate says, whatever its text is. */
export interface Pictured {
  readonly regions: readonly RegionShare[];
  /** The log-odds that it is a plate at all, of wherever; 0 where the network does not say. */
  readonly looksLogOdds: number;
}

/** The text of one crop, or undefined where nothing, or a single character, is written there. */
export function textAt({ ranks, texts, places }: TextRows, crop: number): RawText | undefined {
  const rank = crop * (2 + TEXTS_MOST);
  const count = ranks[rank]!;
  if (count === 0) return undefined;
  const candidates = Array.from({ length: count }, (_, index): ReadText => {
    const from = (crop * TEXTS_MOST + index) * (1 + TEXT_LENGTH_MOST);
    return { plate: plateIn(texts.subarray(from, from + 1 + TEXT_LENGTH_MOST)), confidence: ranks[rank + 2 + index]! };
  });
  const { plate } = candidates[0]!;
  const characters = Array.from(plate.reveal(), (character, place): CharacterReading => {
    const at = (crop * TEXT_LENGTH_MOST + place) * (1 + alphabet.length);
    const distribution = places.slice(at + 1, at + 1 + alphabet.length);
    return { character, confidence: places[at]!, distribution };
  });
  return { plate, confidence: ranks[rank + 1]!, characters, candidates };
}

function plateIn(text: Uint8Array): Plate {
  let spelled = '';
  for (let place = 1; place <= text[0]!; place++) spelled += alphabet[text[place]!]!;
  return new Plate(spelled);
}

/** What the picture alone says: the one place where region logits come in. */
export function picturedIn(logits: Float32Array, { regions, regionTemperature }: RegionCalibration): Pictured {
  const peak = Math.max(...logits);
  const weights = Array.from(logits, (logit) => Math.exp((logit - peak) / regionTemperature));
  const places = [...regions.keys()].filter((place) => regions[place] !== NONE);
  const sum = places.reduce((total, place) => total + weights[place]!, 0);
  const none = regions.indexOf(NONE);
  return {
    regions: places.map((place) => ({ code: regions[place]!, confidence: weights[place]! / sum })),
    looksLogOdds: none < 0 ? 0 : Math.log(sum / weights[none]!),
  };
}

/** The upper and the lower half of an outline that may hold two lines, or undefined where it is too long for that. */
export function linesOf([a, b, c, d]: Quad, below = TWO_LINES_BELOW): readonly [Quad, Quad] | undefined {
  const length = (from: Point, to: Point) => Math.hypot(to[0] - from[0], to[1] - from[1]);
  const across = length(a, b) + length(d, c);
  const down = length(a, d) + length(b, c);
  if (across >= below * down) return undefined;
  const middle = (from: Point, to: Point): Point => [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const left = middle(a, d);
  const right = middle(b, c);
  return [
    [a, b, right, left],
    [left, right, c, d],
  ];
}

/** Two lines as one text, as registers write it, or undefined where one of them is none. */
export function joined(upper: RawText | undefined, lower: RawText | undefined): RawText | undefined {
  if (upper === undefined || lower === undefined) return undefined;
  if (Math.min(upper.plate.length, lower.plate.length) < LINE_CHARACTERS_MIN) return undefined;
  if (upper.plate.length + lower.plate.length > TEXT_LENGTH_MOST) return undefined;
  const ranked = pairsOf(upper.candidates, lower.candidates);
  return {
    plate: new Plate(`${upper.plate.reveal()}${lower.plate.reveal()}`),
    confidence: upper.confidence * lower.confidence,
    characters: [...upper.characters, ...lower.characters],
    candidates: readTexts(wideRanking((width) => ranked.slice(0, width))),
  };
}

/** Every text of the one line with every text of the other, likeliest first. */
function pairsOf(upper: readonly ReadText[], lower: readonly ReadText[]): RankedString[] {
  return upper
    .flatMap((first) =>
      lower.map((second) => ({
        text: `${first.plate.reveal()}${second.plate.reveal()}`,
        probability: first.confidence * second.confidence,
      })),
    )
    .filter(({ text }) => text.length <= TEXT_LENGTH_MOST)
    .sort((one, other) => other.probability - one.probability);
}

function readTexts(ranked: readonly RankedString[]): ReadText[] {
  return ranked.map(({ text, probability }) => ({ plate: new Plate(text), confidence: probability }));
}
