/**
 * From the reader's columns to texts: connectionist temporal classification (Graves et al. 2006), decoded by prefix
 * beam search, so that a text's probability is the sum over all its alignments and the ranking is of texts, not of
 * paths. Pure.
 */
import { alikeOf, alphabet, CANDIDATES } from '../domain/reading.ts';

export const CLASSES = alphabet.length + 1;
const BLANK = alphabet.length;
/** Classes less likely than this in a column are not followed, as they can not make a text that matters, … */
const BRANCH_MIN = 1e-4;
/** … but for the likeliest few of each, so that a certain text has its runners-up as well. */
const BRANCHES_MIN = 2;

export interface RankedString {
  readonly text: string;
  /** Probability of the text under the columns given, 0 to 1. */
  readonly probability: number;
}

/**
 * Column-wise softmax of one crop's logits.
 * @param logits [columns x CLASSES]. @param temperature above 1 flattens: the calibration in the model's card.
 */
export function softmaxColumns(logits: Float32Array, temperature: number): Float32Array {
  const out = new Float32Array(logits.length);
  for (let at = 0; at < logits.length; at += CLASSES) {
    let peak = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < CLASSES; k++) peak = Math.max(peak, logits[at + k]!);
    let sum = 0;
    for (let k = 0; k < CLASSES; k++) sum += out[at + k] = Math.exp((logits[at + k]! - peak) / temperature);
    for (let k = 0; k < CLASSES; k++) out[at + k]! /= sum;
  }
  return out;
}

/** How many characters the likeliest path writes: where that is next to nothing, no search is worth its time. */
export function bestPathLength(columns: Float32Array): number {
  let length = 0;
  let last = BLANK;
  for (let at = 0; at < columns.length; at += CLASSES) {
    let best = BLANK;
    for (let k = 0; k < BLANK; k++) if (columns[at + k]! > columns[at + best]!) best = k;
    if (best !== BLANK && best !== last) length += 1;
    last = best;
  }
  return length;
}

/** A prefix's probability, split by whether its last column was a blank (so that a doubled letter needs one between). */
interface Prefix {
  text: string;
  blank: number;
  letter: number;
}

/** The best `width` texts, best first. @param columns probabilities [columns x CLASSES]. */
export function rankedTexts(columns: Float32Array, width: number): RankedString[] {
  let beam: Prefix[] = [{ text: '', blank: 1, letter: 0 }];
  for (let at = 0; at < columns.length; at += CLASSES) {
    const least = Math.min(
      BRANCH_MIN,
      columns
        .slice(at, at + BLANK)
        .sort()
        .at(-BRANCHES_MIN)!,
    );
    const next = new Map<string, Prefix>();
    const grow = (text: string): Prefix => {
      const prefix = next.get(text) ?? { text, blank: 0, letter: 0 };
      next.set(text, prefix);
      return prefix;
    };
    for (const { text, blank, letter } of beam) {
      const same = grow(text);
      same.blank += (blank + letter) * columns[at + BLANK]!;
      const last = text.length === 0 ? -1 : alphabet.indexOf(text[text.length - 1]!);
      if (last >= 0) same.letter += letter * columns[at + last]!;
      for (let k = 0; k < BLANK; k++) {
        const p = columns[at + k]!;
        if (p < least) continue;
        const grown = (k === last ? blank : blank + letter) * p;
        if (grown > 0) grow(text + alphabet[k]!).letter += grown;
      }
    }
    beam = [...next.values()].sort((a, b) => b.blank + b.letter - (a.blank + a.letter)).slice(0, width);
  }
  return beam.map(({ text, blank, letter }) => ({ text, probability: blank + letter }));
}

/** Widths of the beam, to be tried until there are texts enough. */
const WIDTHS = [16, 64, 256];

/** The ranking of a search that finds CANDIDATES texts beside those that differ by 0/O and 1/I alone, if it can. */
export function wideRanking(search: (width: number) => readonly RankedString[]): readonly RankedString[] {
  let found: readonly RankedString[] = [];
  for (const width of WIDTHS) {
    found = search(width);
    if (new Set(found.map(({ text }) => foldedText(text))).size >= CANDIDATES) break;
  }
  return found;
}

/**
 * The probability of one text, all its alignments summed (the forward algorithm; Graves et al. 2006, section 4.1).
 * @param columns probabilities [columns x CLASSES].
 */
export function probabilityOf(columns: Float32Array, text: string): number {
  const labels = Array.from(text, (character) => alphabet.indexOf(character));
  const classOf = (state: number) => (state % 2 === 0 ? BLANK : labels[(state - 1) / 2]!);
  let forward = new Float64Array(2 * labels.length + 1);
  forward[0] = 1;
  for (let at = 0; at < columns.length; at += CLASSES) {
    const next = new Float64Array(forward.length);
    for (let s = 0; s < next.length; s++) {
      const before = at === 0 ? 0 : s >= 1 ? forward[s - 1]! : 0;
      const skips = at > 0 && s >= 3 && s % 2 === 1 && classOf(s) !== classOf(s - 2);
      const start = at === 0 && s === 1 ? 1 : 0;
      next[s] = (forward[s]! + before + start + (skips ? forward[s - 2]! : 0)) * columns[at + classOf(s)]!;
    }
    forward = next;
  }
  return forward.at(-1)! + (forward.at(-2) ?? 0);
}

const alike = Object.entries(alikeOf).filter(([, digit]) => digit >= '0' && digit <= '9');

/** The columns with 0 and O, and 1 and I, counted as one (as 0 and as 1). */
export function foldedColumns(columns: Float32Array): Float32Array {
  const folded = columns.slice();
  for (let at = 0; at < folded.length; at += CLASSES) {
    for (const [letter, digit] of alike) {
      folded[at + alphabet.indexOf(digit)]! += folded[at + alphabet.indexOf(letter)]!;
      folded[at + alphabet.indexOf(letter)] = 0;
    }
  }
  return folded;
}

/** The text with O written 0 and I written 1. */
export function foldedText(text: string): string {
  return alike.reduce((folded, [letter, digit]) => folded.replaceAll(letter, digit), text);
}

/**
 * For each character of `text`, the column that carries it on the text's best alignment (Viterbi over the text with
 * blanks between). Empty when the columns are too few for the text.
 */
export function alignedColumns(columns: Float32Array, text: string): number[] {
  const count = columns.length / CLASSES;
  const states = 2 * text.length + 1;
  const classOf = (state: number) => (state % 2 === 0 ? BLANK : alphabet.indexOf(text[(state - 1) / 2]!));
  const scores = new Float64Array(states).fill(Number.NEGATIVE_INFINITY);
  const from = new Int16Array(count * states);
  for (let t = 0; t < count; t++) {
    for (let s = states - 1; s >= 0; s--) {
      let best = s;
      if (t === 0) {
        scores[s] = s < 2 ? 0 : Number.NEGATIVE_INFINITY;
      } else {
        if (s >= 1 && scores[s - 1]! > scores[best]!) best = s - 1;
        const skip = s >= 3 && s % 2 === 1 && classOf(s) !== classOf(s - 2);
        if (skip && scores[s - 2]! > scores[best]!) best = s - 2;
        scores[s] = scores[best]!;
      }
      from[t * states + s] = best;
      scores[s]! += Math.log(columns[t * CLASSES + classOf(s)]! + 1e-30);
    }
  }
  let state = scores[states - 1]! >= (scores[states - 2] ?? Number.NEGATIVE_INFINITY) ? states - 1 : states - 2;
  if (!Number.isFinite(scores[state]!)) return [];
  const carrier = new Array<number>(text.length).fill(-1);
  for (let t = count - 1; t >= 0; t--) {
    if (state % 2 === 1) {
      const index = (state - 1) / 2;
      const p = columns[t * CLASSES + classOf(state)]!;
      const held = carrier[index]!;
      if (held < 0 || p > columns[held * CLASSES + classOf(state)]!) carrier[index] = t;
    }
    state = from[t * states + state]!;
  }
  return carrier;
}

/** The column's probabilities of the 36 characters given that a character stands there: without the blank, sum 1. */
export function characterDistribution(columns: Float32Array, column: number): Float32Array {
  const at = column * CLASSES;
  const out = columns.slice(at, at + BLANK);
  const sum = 1 - columns[at + BLANK]!;
  for (let k = 0; k < BLANK; k++) out[k]! /= Math.max(sum, 1e-9);
  return out;
}
