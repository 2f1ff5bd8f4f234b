/**
 * From the detector's maps to candidates: local maxima of the heat map become quadrilaterals, and of overlapping ones
 * the best stays (CenterNet, Zhou et al. 2019, with corner offsets). Pure.
 *
 * The maps are [1, rows, columns, 13] at stride 8: heat logit; centre dx, dy in cells; log width, log height in cells;
 * four corners' dx, dy from the cell's centre in cells, clockwise from top left.
 */
import type { Candidate, Point, Quad } from '../domain/candidate.ts';
import { boxOf, overlap } from '../domain/candidate.ts';
import type { Letterbox } from '../ports/engine.ts';
import type { Tensor } from '../ports/inference.ts';

const STRIDE = 8;
const CHANNELS = 13;
const CORNERS = 5;

export interface PeakOptions {
  /** Least score of a candidate, 0 to 1. */
  readonly scoreMin: number;
  /** Overlap (IoU) above which the weaker of two candidates is a repeat. */
  readonly overlapMax: number;
  readonly candidatesMax: number;
}

/** Candidates in pixels of the frame, best first. */
export function candidatesOf(maps: Tensor, letterbox: Letterbox, options: PeakOptions): Candidate[] {
  const [, rows, columns, channels] = maps.shape;
  if (rows === undefined || columns === undefined || channels !== CHANNELS) {
    throw new RangeError(`maps: [1, rows, columns, ${CHANNELS}] wanted, [${maps.shape.join(', ')}] given`);
  }
  const logitMin = Math.log(options.scoreMin / (1 - options.scoreMin));
  const found: Candidate[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = (row * columns + column) * CHANNELS;
      const logit = maps.data[at]!;
      if (logit < logitMin || !isPeak(maps.data, { row, column, rows, columns, logit })) continue;
      const quad = quadAt(maps.data, { at, row, column }, letterbox);
      found.push({ quad, box: boxOf(quad), score: 1 / (1 + Math.exp(-logit)) });
    }
  }
  return withoutRepeats(found, options);
}

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** Whether no neighbour is hotter; of equals the first in reading order is the peak. */
function isPeak(data: Float32Array, cell: Cell & { rows: number; columns: number; logit: number }): boolean {
  for (let y = Math.max(0, cell.row - 1); y <= Math.min(cell.rows - 1, cell.row + 1); y++) {
    for (let x = Math.max(0, cell.column - 1); x <= Math.min(cell.columns - 1, cell.column + 1); x++) {
      const other = data[(y * cell.columns + x) * CHANNELS]!;
      const earlier = y < cell.row || (y === cell.row && x < cell.column);
      if (other > cell.logit || (earlier && other === cell.logit)) return false;
    }
  }
  return true;
}

function quadAt(data: Float32Array, cell: Cell & { at: number }, letterbox: Letterbox): Quad {
  const corner = (index: number): Point => {
    const x = (cell.column + 0.5 + data[cell.at + CORNERS + 2 * index]!) * STRIDE;
    const y = (cell.row + 0.5 + data[cell.at + CORNERS + 2 * index + 1]!) * STRIDE;
    return [(x - letterbox.offsetX) / letterbox.scale, (y - letterbox.offsetY) / letterbox.scale];
  };
  return [corner(0), corner(1), corner(2), corner(3)];
}

/** Of candidates that overlap the best, best first. */
function withoutRepeats(
  found: readonly Candidate[],
  { overlapMax, candidatesMax }: Omit<PeakOptions, 'scoreMin'>,
): Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of found.toSorted((a, b) => b.score - a.score)) {
    if (kept.length === candidatesMax) break;
    if (kept.every((other) => overlap(other.box, candidate.box) <= overlapMax)) kept.push(candidate);
  }
  return kept;
}
