/**
 * From the reader's outputs to texts: the likeliest texts of one crop, what its picture says of the region, and two crops
 * of a two-line plate joined. What known syntax makes of them is syntax.ts's. Pure.
 */
import type { Point, Quad } from '../domain/candidate.ts';
import { Plate } from '../domain/plate.ts';
import type { CharacterReading, ReadText } from '../domain/reading.ts';
import { alphabet } from '../domain/reading.ts';
import type { RegionShare } from '../domain/region.ts';
import {
  alignedColumns,
  bestPathLength,
  CLASSES,
  characterDistribution,
  foldedColumns,
  foldedText,
  probabilityOf,
  type RankedString,
  rankedTexts,
  softmaxColumns,
  wideRanking,
} from './ctc.ts';
import type { RawText } from './syntax.ts';

const CHARACTERS_MAX = 15;
/** Width over height below which a plate may have two lines; a motorcycle's has 1.2 to 1.4, a one-line plate 2 and more. */
const TWO_LINES_BELOW = 1.6;
const LINE_CHARACTERS_MIN = 2;

export interface Calibration {
  /** Of the characters' and of the region's logits, from the cards. */
  readonly temperature: number;
  readonly regionTemperature: number;
  readonly regions: readonly string[];
}

/**
 * The text of one crop, or undefined where the columns say that nothing, or a single character, is written there.
 * @param characters logits [columns x CLASSES]. @param lengths logits of how many characters there are: a second opinion,
 * since CTC now and then drops a character with certainty; where it differs, the confidence falls to what it grants.
 */
export function textOf(
  characters: Float32Array,
  lengths: Float32Array,
  { temperature }: Calibration,
): RawText | undefined {
  const columns = softmaxColumns(characters, temperature);
  if (bestPathLength(columns) < LINE_CHARACTERS_MIN) return undefined;
  const possible = ({ text }: RankedString) => text.length > 0 && text.length <= CHARACTERS_MAX;
  const ranked = wideRanking((width) => rankedTexts(columns, width).filter(possible));
  const best = ranked[0];
  if (best === undefined) return undefined;
  const granted = softmax(lengths, 1);
  const agrees = best.text.length === granted.indexOf(Math.max(...granted));
  const share = agrees ? 1 : (granted[best.text.length] ?? 0);
  return {
    plate: new Plate(best.text),
    confidence: share * probabilityOf(foldedColumns(columns), foldedText(best.text)),
    characters: alignedColumns(columns, best.text).map((column, place): CharacterReading => {
      const character = best.text[place]!;
      const confidence = columns[column * CLASSES + alphabet.indexOf(character)]!;
      return { character, confidence, distribution: characterDistribution(columns, column) };
    }),
    candidates: readTexts(ranked),
  };
}

/** What the picture alone says of the region: the one place where region logits come in. */
export function picturedRegions(logits: Float32Array, { regions, regionTemperature }: Calibration): RegionShare[] {
  const shares = softmax(logits, regionTemperature);
  return regions.map((code, index) => ({ code, confidence: shares[index]! }));
}

function softmax(logits: Float32Array, temperature: number): number[] {
  const peak = Math.max(...logits);
  const weights = Array.from(logits, (logit) => Math.exp((logit - peak) / temperature));
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

/** The upper and the lower half of an outline that may hold two lines, or undefined where it is too long for that. */
export function linesOf([a, b, c, d]: Quad): readonly [Quad, Quad] | undefined {
  const length = (from: Point, to: Point) => Math.hypot(to[0] - from[0], to[1] - from[1]);
  const across = length(a, b) + length(d, c);
  const down = length(a, d) + length(b, c);
  if (across >= TWO_LINES_BELOW * down) return undefined;
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
  if (upper.plate.length + lower.plate.length > CHARACTERS_MAX) return undefined;
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
    .filter(({ text }) => text.length <= CHARACTERS_MAX)
    .sort((one, other) => other.probability - one.probability);
}

export function readTexts(ranked: readonly RankedString[]): ReadText[] {
  return ranked.map(({ text, probability }) => ({ plate: new Plate(text), confidence: probability }));
}
