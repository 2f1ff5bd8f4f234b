/**
 * Where in a frame, and at which scales, plates are looked for. The detector's input is small (640 x 384), and it knows
 * plates of 20 pixels to half its width there; what is smaller or larger is brought into that range by another view:
 *
 * - `whole`: the frame once, shrunk to the input.
 * - `second-scale`: that, and the frame at half the scale, for plates that fill a photograph. Two runs of the network.
 * - `tiles`: the frame once, and overlapping tiles of it at `TILE_SCALE` times the scale, for plates that are far off: four
 *   on a frame of 16:9 or 4:3. Five runs. A frame that is hardly larger than the input has nothing to show in tiles.
 * - `thorough`: all of these. Six runs.
 *
 * Promises: a plate no wider than a view's `widthMax` lies wholly in one of the tiles. A view is not believed outside its
 * widths, nor about what touches an edge at which it was cut. Of one plate found in two views the surer finding stays. Pure.
 */
import type { Box, Candidate, Search } from '../domain/candidate.ts';
import type { View } from '../ports/engine.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** One look of the detector at a part of the frame. */
export interface SearchView extends View {
  /** Plates of these widths, in pixels of the frame, are what the view is for. */
  readonly widthMin: number;
  readonly widthMax: number;
}

/** How much finer a tile shows the frame than the whole view does. */
const TILE_SCALE = 1.8;
/** Widest plate that a tile answers for, in pixels of the whole view: tiles overlap by as much. */
const TILE_PLATE_WIDTH_MAX = 64;
/** Frames shown at more than this scale have nothing finer to show. */
const TILED_BELOW_SCALE = 0.85;
/** Narrowest plate that the half scale answers for, in pixels of the whole view. */
const HALF_PLATE_WIDTH_MIN = 200;
/** A candidate so near to a cut edge, in pixels of the frame times the view's scale, is a piece of a plate. */
const CUT_PX = 3;

/** The views of a frame beside the whole one, which always comes first. */
export function viewsOf(frame: Size, input: Size, search: Search): SearchView[] {
  const whole: SearchView = {
    crop: { x: 0, y: 0, ...frame },
    within: input,
    widthMin: 0,
    widthMax: Number.POSITIVE_INFINITY,
  };
  const scale = Math.min(input.width / frame.width, input.height / frame.height);
  switch (search) {
    case 'whole':
      return [whole];
    case 'second-scale':
      return [whole, halfOf(whole, scale)];
    case 'tiles':
      return [whole, ...tilesOf(frame, input, scale)];
    case 'thorough':
      return [whole, halfOf(whole, scale), ...tilesOf(frame, input, scale)];
  }
}

function halfOf(whole: SearchView, scale: number): SearchView {
  const within = { width: whole.within.width / 2, height: whole.within.height / 2 };
  return { ...whole, within, widthMin: HALF_PLATE_WIDTH_MIN / scale };
}

function tilesOf(frame: Size, input: Size, scale: number): SearchView[] {
  if (scale > TILED_BELOW_SCALE) return [];
  const widthMax = TILE_PLATE_WIDTH_MAX / scale;
  // Plates are at most as high as half their width, but for those of two lines, which are never so far off.
  const rows = spans(frame.height, { size: input.height / (scale * TILE_SCALE), shared: widthMax / 2 });
  const columns = spans(frame.width, { size: input.width / (scale * TILE_SCALE), shared: widthMax });
  return rows.flatMap((row) =>
    columns.map((column) => ({
      crop: { x: column.from, y: row.from, width: column.size, height: row.size },
      within: input,
      widthMin: 0,
      widthMax,
    })),
  );
}

/** The fewest equal pieces of at most `size` that cover a length, each sharing at least `shared` with the next. */
function spans(length: number, { size, shared }: { size: number; shared: number }): { from: number; size: number }[] {
  if (size >= length) return [{ from: 0, size: length }];
  const count = Math.ceil((length - shared) / (size - shared));
  return Array.from({ length: count }, (_, index) => ({ from: (index * (length - size)) / (count - 1), size }));
}

/** What a view found that it is to be believed about. @param scale pixels of the input a pixel of the frame. */
export function believed(found: readonly Candidate[], view: SearchView, frame: Size, scale: number): Candidate[] {
  return found.filter(
    ({ box }) => box[2] >= view.widthMin && box[2] <= view.widthMax && !isCut(box, view, frame, scale),
  );
}

function isCut([x, y, width, height]: Box, { crop }: SearchView, frame: Size, scale: number): boolean {
  const near = CUT_PX / scale;
  return (
    (crop.x > 0 && x < crop.x + near) ||
    (crop.y > 0 && y < crop.y + near) ||
    (crop.x + crop.width < frame.width - 0.5 && x + width > crop.x + crop.width - near) ||
    (crop.y + crop.height < frame.height - 0.5 && y + height > crop.y + crop.height - near)
  );
}
