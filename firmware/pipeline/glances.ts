/**
 * Several glances at one outline: the detector's corners are off by a tenth of a plate's height, so a photograph, of
 * which there is only one look, is read from slightly other cuts too, and what they say is averaged. A camera has other
 * frames for that, and the vote of its looks. Pure.
 */
import type { Point, Quad } from '../domain/candidate.ts';
import { Plate } from '../domain/plate.ts';
import { alphabet, type ReadText } from '../domain/reading.ts';
import { foldedText } from './ranking.ts';
import type { RawText } from './syntax.ts';

/** How a glance's outline differs, in shares of the plate's own size: larger on every side, and moved. */
const glances = [
  { grown: 0, right: 0, down: 0 },
  { grown: -0.04, right: 0, down: 0 },
  { grown: 0.05, right: 0, down: 0 },
  { grown: 0, right: 0.02, down: 0.05 },
  { grown: 0, right: -0.02, down: -0.05 },
] as const;

/** The outlines of all glances but the first, which is the outline itself. */
export function furtherGlances([a, b, c, d]: Quad): Quad[] {
  return glances.slice(1).map(({ grown, right, down }): Quad => {
    // Each corner goes away from its two neighbours by `grown`, and with the plate's upper left edges by the move.
    const moved = (corner: Point, beside: Point, below: Point, axis: 0 | 1): number =>
      corner[axis] +
      (2 * corner[axis] - beside[axis] - below[axis]) * grown +
      (b[axis] - a[axis]) * right +
      (d[axis] - a[axis]) * down;
    const at = (corner: Point, beside: Point, below: Point): Point => [
      moved(corner, beside, below, 0),
      moved(corner, beside, below, 1),
    ];
    return [at(a, b, d), at(b, a, c), at(c, d, b), at(d, c, a)];
  });
}

/**
 * One text of what all glances read: the one that has the largest mean probability, its characters averaged over the
 * glances that read it. @param texts a glance each, undefined where nothing was read; at least one is not.
 */
export function averaged(texts: readonly (RawText | undefined)[]): RawText {
  const read = texts.filter((text) => text !== undefined);
  const share = (text: RawText, folded: string) =>
    foldedText(text.plate.reveal()) === folded ? text.confidence : massOf(text.candidates, folded);
  const mean = (folded: string) => read.reduce((sum, text) => sum + share(text, folded), 0) / texts.length;
  const names = [...new Set(read.map(({ plate }) => foldedText(plate.reveal())))];
  const best = names.reduce((one, other) => (mean(other) > mean(one) ? other : one));
  const agreeing = read.filter(({ plate }) => foldedText(plate.reveal()) === best);
  const candidates = meanCandidates(read, texts.length);
  const plate = candidates.find((each) => foldedText(each.plate.reveal()) === best)?.plate ?? agreeing[0]!.plate;
  return {
    plate,
    confidence: mean(best),
    characters: Array.from(plate.reveal(), (character, place) => {
      const distribution = meanOf(agreeing.map(({ characters }) => characters[place]!.distribution));
      return { character, confidence: distribution[alphabet.indexOf(character)]!, distribution };
    }),
    candidates: candidates.toSorted(
      (one, other) => Number(other.plate.equals(plate)) - Number(one.plate.equals(plate)),
    ),
  };
}

function massOf(candidates: readonly ReadText[], folded: string): number {
  return candidates.reduce(
    (sum, { plate, confidence }) => sum + (foldedText(plate.reveal()) === folded ? confidence : 0),
    0,
  );
}

/** All texts that any glance ranks, best first, with their probability over all glances. */
function meanCandidates(texts: readonly RawText[], count: number): ReadText[] {
  const sums = new Map<string, number>();
  for (const { plate, confidence } of texts.flatMap(({ candidates }) => candidates))
    sums.set(plate.reveal(), (sums.get(plate.reveal()) ?? 0) + confidence);
  return Array.from(sums, ([text, sum]) => ({ plate: new Plate(text), confidence: sum / count })).sort(
    (one, other) => other.confidence - one.confidence,
  );
}

function meanOf(distributions: readonly Float32Array[]): Float32Array {
  return distributions[0]!.map(
    (_, index) => distributions.reduce((sum, each) => sum + each[index]!, 0) / distributions.length,
  );
}
