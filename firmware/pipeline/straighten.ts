/**
 * Straightening: a small network looks at a loose crop of each candidate and says where the plate's corners truly are,
 * better than the detector could at its own scale. Here is the geometry of it, as the network was trained
 * (models/train/reader_rectifier.py): the outline enlarged, and the answer put back into the frame. Pure.
 */
import type { Point, Quad } from '../domain/candidate.ts';

/** The network's input: pixels of the crop, and how much of the outline's own size is added on each side. */
export const rectifierInput = { width: 96, height: 32, deviationFloor: 8 } as const;
const ACROSS = 0.12;
const DOWN = 0.28;
const OFFSETS = 8;

/** The outline with some of its surroundings: each corner is moved out along its two edges. */
export function enlarged([a, b, c, d]: Quad): Quad {
  const out = (corner: Point, beside: Point, above: Point): Point => [
    corner[0] + (corner[0] - beside[0]) * ACROSS + (corner[0] - above[0]) * DOWN,
    corner[1] + (corner[1] - beside[1]) * ACROSS + (corner[1] - above[1]) * DOWN,
  ];
  return [out(a, b, d), out(b, a, c), out(c, d, b), out(d, c, a)];
}

/**
 * The corners that the network found, in the frame, or undefined where its answer is no outline of a plate.
 * @param offsets dx, dy of each corner, clockwise from top left, as shares of the crop's width and height, from where the
 * crop has the detector's own corner.
 */
export function straightened(offsets: Float32Array, outline: Quad): Quad | undefined {
  if (offsets.length !== OFFSETS) throw new RangeError(`offsets: ${OFFSETS} wanted, ${offsets.length} given`);
  const place = perspectiveFromUnitSquare(enlarged(outline));
  const corner = (index: number, x: number, y: number): Point =>
    place((ACROSS + x) / (1 + 2 * ACROSS) + offsets[2 * index]!, (DOWN + y) / (1 + 2 * DOWN) + offsets[2 * index + 1]!);
  const quad: Quad = [corner(0, 0, 0), corner(1, 1, 0), corner(2, 1, 1), corner(3, 0, 1)];
  return isConvex(quad) ? quad : undefined;
}

/** The perspective map of the unit square to a quadrilateral (Heckbert 1989, "Fundamentals of texture mapping", 2.2.3). */
function perspectiveFromUnitSquare([a, b, c, d]: Quad): (u: number, v: number) => Point {
  const dx1 = b[0] - c[0];
  const dx2 = d[0] - c[0];
  const dy1 = b[1] - c[1];
  const dy2 = d[1] - c[1];
  const sx = a[0] - b[0] + c[0] - d[0];
  const sy = a[1] - b[1] + c[1] - d[1];
  const area = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / area;
  const h = (dx1 * sy - sx * dy1) / area;
  return (u, v) => {
    const w = g * u + h * v + 1;
    return [
      ((b[0] - a[0] + g * b[0]) * u + (d[0] - a[0] + h * d[0]) * v + a[0]) / w,
      ((b[1] - a[1] + g * b[1]) * u + (d[1] - a[1] + h * d[1]) * v + a[1]) / w,
    ];
  };
}

/** Whether the corners go round clockwise (y points down) with every turn the same way. */
function isConvex(quad: Quad): boolean {
  return quad.every((corner, index) => {
    const next = quad[(index + 1) % 4]!;
    const after = quad[(index + 2) % 4]!;
    return (next[0] - corner[0]) * (after[1] - next[1]) - (next[1] - corner[1]) * (after[0] - next[0]) > 0;
  });
}
