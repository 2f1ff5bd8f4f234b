/** A candidate: a plate-shaped place in a frame, found by the detector, not yet read. */

/** `[x, y, width, height]` in pixels of the frame. */
export type Box = readonly [number, number, number, number];

/** Four corners, clockwise from the plate's own top left, in pixels of the frame. */
export type Quad = readonly [Point, Point, Point, Point];
export type Point = readonly [number, number];

/** How a frame is searched for candidates; pipeline/search.ts says what each does, config/default.toml what it costs. */
export const searches = ['whole', 'second-scale', 'tiles', 'thorough'] as const;
export type Search = (typeof searches)[number];

export interface Candidate {
  readonly quad: Quad;
  readonly box: Box;
  /** The detector's score, 0 to 1. Comparable between candidates of one model only. */
  readonly score: number;
  /** The log-odds that it looks like a plate, whatever is written on it; absent before it was read. Of one network only. */
  readonly looksLogOdds?: number;
  /** The log-odds that it is a plate, by all that was known once it was read; absent before. Of one gate only. */
  readonly plateLogOdds?: number;
}

/**
 * The upright box of a quadrilateral, through the midpoints of its four edges: for a plate that leans a little this is
 * nearer to what people draw than the box round its outermost corners.
 */
export function boxOf([a, b, c, d]: Quad): Box {
  const left = (a[0] + d[0]) / 2;
  const right = (b[0] + c[0]) / 2;
  const top = (a[1] + b[1]) / 2;
  const bottom = (d[1] + c[1]) / 2;
  const x = Math.min(left, right);
  const y = Math.min(top, bottom);
  return [x, y, Math.abs(right - left), Math.abs(bottom - top)];
}

/** Intersection over union of two boxes, 0 to 1. */
export function overlap(a: Box, b: Box): number {
  const both = common(a, b);
  return both === 0 ? 0 : both / (a[2] * a[3] + b[2] * b[3] - both);
}

/** The share of the first box that lies in the second, 0 to 1. */
export function shareWithin(inner: Box, outer: Box): number {
  const both = common(inner, outer);
  return both === 0 ? 0 : both / (inner[2] * inner[3]);
}

function common(a: Box, b: Box): number {
  const width = Math.min(a[0] + a[2], b[0] + b[2]) - Math.max(a[0], b[0]);
  const height = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1]);
  return width <= 0 || height <= 0 ? 0 : width * height;
}
