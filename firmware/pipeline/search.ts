/**
 * Where in a frame, and at which scales, plates are looked for. The detector's input is small (640 x 384), and it knows
 * plates of 20 pixels to half its width there; what is smaller or larger is brought into that range by another view:
 *
 * - `whole`: the frame once, shrunk to the input.
 * - `second-scale`: that, and the frame at half the scale, for plates that fill a photograph. Two runs of the network.
 * - `tiles`: the frame once, and overlapping tiles of it at `TILE_SCALE` times the scale, for plates that are far off: four
 *   on a frame of 16:9 or 4:3. Five runs. A frame that is hardly larger than the input has nothing to show in tiles.
 * - `thorough`: all of these and three quarters of the scale, and tiles of small frames too. Seven runs.
 *
 * Where several views show a place they are witnesses of it: its score is the mean of their log-odds, its corners the mean of
 * theirs, most of those that show the plate in a good size. One view alone errs in its own way; of badges and lamps the
 * others mostly know nothing (docs/measured.md has what that gains).
 *
 * Promises: a plate no wider than `TILE_PLATE_WIDTH_MAX` lies wholly in one of the tiles. A view is not believed about what touches an
 * edge at which it was cut, and is no witness where it could not have seen the plate. Pure.
 */
import { type Box, boxOf, type Candidate, overlap, type Point, type Quad, type Search } from '../domain/candidate.ts';
import type { View } from '../ports/engine.ts';
import type { PeakOptions } from './peaks.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** What one view of a frame found. */
export interface Look {
  readonly view: View;
  /** Pixels of the input a pixel of the frame. */
  readonly scale: number;
  /** In pixels of the frame. */
  readonly found: readonly Candidate[];
}

/** How much finer a tile shows the frame than the whole view does. */
const TILE_SCALE = 1.8;
/** Widest plate that surely lies in a tile, in pixels of the whole view: tiles overlap by as much. */
const TILE_PLATE_WIDTH_MAX = 64;
/** Frames shown at more than this scale have nothing finer to show. */
const TILED_BELOW_SCALE = 0.85;
/** A candidate so near to a cut edge, in pixels of the frame times the view's scale, is a piece of a plate. */
const CUT_PX = 3;
/** Widths in pixels of the input of which a view is a witness, also by finding nothing. */
const WITNESS_OF_PX = { from: 30, to: 300 };
/** Widths in pixels of the input at which corners are found best. */
const CORNERS_BEST_PX = { from: 60, to: 200 };
/** Wider ones, in pixels of the input, only the coarsest view is believed about. */
const WIDTH_MAX_PX = 340;
/** The least score that counts in a view that is not alone, and what finding nothing counts as. */
export const SCORE_OF_SILENCE = 0.02;

/** The views of a frame, the whole one first. */
export function viewsOf(frame: Size, input: Size, search: Search): View[] {
  const whole: View = { crop: { x: 0, y: 0, ...frame }, within: input };
  const scale = Math.min(input.width / frame.width, input.height / frame.height);
  switch (search) {
    case 'whole':
      return [whole];
    case 'second-scale':
      return [whole, coarser(whole, 1 / 2)];
    case 'tiles':
      return [whole, ...(scale > TILED_BELOW_SCALE ? [] : tilesOf(frame, input, scale))];
    case 'thorough':
      return [whole, coarser(whole, 3 / 4), coarser(whole, 1 / 2), ...tilesOf(frame, input, scale)];
  }
}

function coarser({ crop, within }: View, by: number): View {
  return { crop, within: { width: within.width * by, height: within.height * by } };
}

function tilesOf(frame: Size, input: Size, scale: number): View[] {
  const shared = TILE_PLATE_WIDTH_MAX / scale;
  // Plates are at most as high as half their width, but for those of two lines, which are never so far off.
  const rows = spans(frame.height, { size: input.height / (scale * TILE_SCALE), shared: shared / 2 });
  const columns = spans(frame.width, { size: input.width / (scale * TILE_SCALE), shared });
  return rows.flatMap((row) =>
    columns.map((column) => ({
      crop: { x: column.from, y: row.from, width: column.size, height: row.size },
      within: input,
    })),
  );
}

/** The fewest equal pieces of at most `size` that cover a length, each sharing at least `shared` with the next. */
function spans(length: number, { size, shared }: { size: number; shared: number }): { from: number; size: number }[] {
  if (size >= length) return [{ from: 0, size: length }];
  const count = Math.ceil((length - shared) / (size - shared));
  return Array.from({ length: count }, (_, index) => ({ from: (index * (length - size)) / (count - 1), size }));
}

interface Finding {
  readonly look: Look;
  readonly candidate: Candidate;
}

/** The plates that all looks together make out, best first. */
export function agreed(looks: readonly Look[], frame: Size, options: PeakOptions): Candidate[] {
  const coarsest = Math.min(...looks.map(({ scale }) => scale));
  let findings: Finding[] = looks
    .flatMap((look) => look.found.map((candidate) => ({ look, candidate })))
    .filter(({ look, candidate: { box } }) => look.scale === coarsest || box[2] * look.scale <= WIDTH_MAX_PX)
    .filter(({ look, candidate: { box } }) => !isCut(box, look, frame))
    .sort((one, other) => other.candidate.score - one.candidate.score);
  const plates: Candidate[] = [];
  while (findings.length > 0) {
    const surest = findings[0]!.candidate;
    const isHere = ({ candidate }: Finding) => overlap(candidate.box, surest.box) > options.overlapMax;
    plates.push(
      witnessed(
        findings.filter((one, index) => index === 0 || isHere(one)),
        looks,
        frame,
      ),
    );
    findings = findings.filter((one, index) => index > 0 && !isHere(one));
  }
  return plates
    .filter(({ score }) => score >= options.scoreMin)
    .sort((one, other) => other.score - one.score)
    .slice(0, options.candidatesMax);
}

/** One plate of what was found in its place, the surest first. */
function witnessed(here: readonly Finding[], looks: readonly Look[], frame: Size): Candidate {
  const { box } = here[0]!.candidate;
  const seen = looks.flatMap((look) => here.find((one) => one.look === look) ?? []);
  const silent = looks.filter((look) => here.every((one) => one.look !== look) && isWitness(look, box, frame));
  const scores = [...seen.map(({ candidate }) => candidate.score), ...silent.map(() => SCORE_OF_SILENCE)];
  const logOdds = scores.reduce((sum, score) => sum + Math.log(score / (1 - score)), 0) / scores.length;
  const quad = meanQuad(seen, box[2]);
  return { quad, box: boxOf(quad), score: 1 / (1 + Math.exp(-logOdds)) };
}

/** Whether a look that shows this place would see a plate of this width. */
function isWitness(look: Look, box: Box, frame: Size): boolean {
  const { crop } = look.view;
  const [x, y, width, height] = box;
  const shown = x >= crop.x && y >= crop.y && x + width <= crop.x + crop.width && y + height <= crop.y + crop.height;
  const widthPx = width * look.scale;
  const known = widthPx >= WITNESS_OF_PX.from && widthPx <= WITNESS_OF_PX.to;
  return known && (shown || isWhole(look.view, frame)) && !isCut(box, look, frame);
}

/** The corners' mean, weighed by score and by how near to the best size the look shows the plate. */
function meanQuad(seen: readonly Finding[], width: number): Quad {
  const { from, to } = CORNERS_BEST_PX;
  const weights = seen.map(({ look, candidate }) => {
    const widthPx = Math.max(1, width * look.scale);
    return candidate.score * Math.min(1, widthPx / from, to / widthPx) ** 3;
  });
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (corner: 0 | 1 | 2 | 3, axis: 0 | 1): number =>
    seen.reduce((sum, { candidate }, index) => sum + candidate.quad[corner][axis] * weights[index]!, 0) / all;
  const point = (corner: 0 | 1 | 2 | 3): Point => [mean(corner, 0), mean(corner, 1)];
  return [point(0), point(1), point(2), point(3)];
}

function isWhole({ crop }: View, frame: Size): boolean {
  return crop.width === frame.width && crop.height === frame.height;
}

function isCut([x, y, width, height]: Box, { view: { crop }, scale }: Look, frame: Size): boolean {
  const near = CUT_PX / scale;
  return (
    (crop.x > 0 && x < crop.x + near) ||
    (crop.y > 0 && y < crop.y + near) ||
    (crop.x + crop.width < frame.width - 0.5 && x + width > crop.x + crop.width - near) ||
    (crop.y + crop.height < frame.height - 0.5 && y + height > crop.y + crop.height - near)
  );
}
