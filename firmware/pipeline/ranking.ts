/** Rankings of texts: which two texts are alike, and how wide a search must be to rank enough that are not. Pure. */
import { alikeOf, CANDIDATES } from '../domain/reading.ts';

export interface RankedString {
  readonly text: string;
  /** Probability of the text, 0 to 1. */
  readonly probability: number;
}

/** Widths of the beam, to be tried until there are texts enough; those of native/src/text/ctc.cc. */
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

const alike = Object.entries(alikeOf).filter(([, digit]) => digit >= '0' && digit <= '9');

/** The text with O written 0 and I written 1. */
export function foldedText(text: string): string {
  return alike.reduce((folded, [letter, digit]) => folded.replaceAll(letter, digit), text);
}
