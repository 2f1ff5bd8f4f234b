/**
 * Not a plate: badges, signs and stickers read like plates, so no sign alone tells them apart. The gate weighs what a
 * person would: how sure the detector is, how sure the reader is, two things of the text, and how it looks at twice the
 * reader's height, and gives the log-odds that the place is a plate. Its six numbers and its operating point are fitted
 * by models/train/choose_gate.py on photographs that no network learned from; models/gate/card.md has the curve. Nothing
 * is refused by what a text says. Pure.
 */
import { type Candidate, shareWithin } from '../domain/candidate.ts';
import type { Plate } from '../domain/plate.ts';

export interface Gate {
  readonly bias: number;
  /** For each unit of the log-odds of the detector's score. */
  readonly score: number;
  /** For each unit of the natural logarithm of the reader's confidence. */
  readonly confidence: number;
  /** Where the text has letters alone: vanity plates do, badges mostly. */
  readonly lettersOnly: number;
  /** For each character short of `USUAL_CHARACTERS`. */
  readonly missing: number;
  /** For each unit of the log-odds that the region network gives to its being a plate. */
  readonly looks: number;
  /** Log-odds below which what was read is no plate. */
  readonly logOddsMin: number;
}

/** Fewer characters than any plate of ours has. */
export const CHARACTERS_MIN = 3;
const USUAL_CHARACTERS = 5;
/** The reader's confidence is not believed to be less than this: below, its size says nothing. */
const CONFIDENCE_FLOOR = 1e-4;
const SCORE_EDGE = 1e-4;
/** The region network is not believed to be surer than this, either way. */
const LOOKS_EDGE = 8;
const ROUNDING = 1e-9;

export interface GateSigns {
  /** The detector's, 0 to 1. */
  readonly score: number;
  /** The reader's, 0 to 1. */
  readonly confidence: number;
  /** The region network's. */
  readonly looksLogOdds: number;
  readonly plate: Plate;
}

/** The log-odds that what was read there is a plate. */
export function logOddsOf(
  { score, confidence, looksLogOdds, plate }: GateSigns,
  gate: Omit<Gate, 'logOddsMin'>,
): number {
  const lettersOnly = /^[A-Z]+$/.test(plate.reveal()) ? 1 : 0;
  return (
    gate.bias +
    gate.score * scoreLogit(score) +
    gate.confidence * Math.log(Math.max(CONFIDENCE_FLOOR, confidence)) +
    gate.lettersOnly * lettersOnly +
    gate.missing * Math.max(0, USUAL_CHARACTERS - plate.length) +
    gate.looks * Math.min(LOOKS_EDGE, Math.max(-LOOKS_EDGE, looksLogOdds))
  );
}

function scoreLogit(score: number): number {
  const sure = Math.min(1 - SCORE_EDGE, Math.max(SCORE_EDGE, score));
  return Math.log(sure / (1 - sure));
}

/**
 * The least confidence of a reading with which a candidate of this score can be a plate, whatever its text is and however it looks; more
 * than 1 where none suffices.
 */
export function confidenceMinOf(score: number, gate: Gate): number {
  const mostMissing = USUAL_CHARACTERS - CHARACTERS_MIN;
  const mostOfText = Math.max(0, gate.lettersOnly) + Math.max(0, gate.missing * mostMissing);
  const mostOfLooks = Math.abs(gate.looks) * LOOKS_EDGE;
  const needed = gate.logOddsMin - gate.bias - gate.score * scoreLogit(score) - mostOfText - mostOfLooks;
  const confidence = Math.exp(needed / gate.confidence);
  return confidence <= CONFIDENCE_FLOOR ? 0 : confidence * (1 - ROUNDING);
}

/** So much of a candidate lies in another when it is that one's lettering. */
const NESTED_FROM = 0.7;

/** No plate holds another: what lies within a surer one is the print of its frame, a dealer's name or a town's. */
export function isNested(candidate: Candidate, others: readonly Candidate[]): boolean {
  const sureness = ({ plateLogOdds = 0 }: Candidate) => plateLogOdds;
  return others.some(
    (other) => sureness(other) > sureness(candidate) && shareWithin(candidate.box, other.box) > NESTED_FROM,
  );
}

/** The probability, 0 to 1, that looks at one place with these log-odds are of a plate: of their mean, as looks are alike. */
export function plateProbability(logOdds: readonly number[]): number {
  const mean = logOdds.reduce((sum, each) => sum + each, 0) / logOdds.length;
  return 1 / (1 + Math.exp(-mean));
}
