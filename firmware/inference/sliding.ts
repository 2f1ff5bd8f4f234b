/**
 * Where a window slides over a picture and which pixels a resizing looks at, as tfjs computes them (source: conv_util of
 * tfjs-core, which a test compares), for the planner that runs without tfjs.
 */
import type { Window } from '../../native/index.ts';

/** Rows and columns. */
type Pair = readonly [rows: number, columns: number];

export interface Sliding {
  /** NHWC. */
  readonly picture: readonly number[];
  readonly window: Pair;
  readonly strides: Pair;
  readonly dilations: Pair;
  /** Explicit: pixels before and after, rows and columns. */
  readonly padding: 'same' | 'valid' | readonly [rows: Pair, columns: Pair];
}

/** What the engine has numbers for. */
const sideMost = 2 ** 15;
const weightsMost = 2 ** 26;

/** Undefined for what the engine does not take: an empty result, a side or a padding out of its range. */
export function windowOver({ picture, window, strides, dilations, padding }: Sliding): Window | undefined {
  const [batch, inHeight, inWidth, channels] = picture;
  if (batch === undefined || inHeight === undefined || inWidth === undefined || channels === undefined)
    return undefined;
  const explicit = typeof padding === 'string' ? undefined : padding;
  const kind = typeof padding === 'string' ? padding : 'explicit';
  const along = (axis: 0 | 1, length: number) =>
    slid({
      length,
      reach: (window[axis] - 1) * dilations[axis] + 1,
      stride: strides[axis],
      kind,
      around: explicit?.[axis],
    });
  const rows = along(0, inHeight);
  const columns = along(1, inWidth);
  const sides = { batch, inHeight, inWidth, channels, outHeight: rows.count, outWidth: columns.count };
  const [height, width] = window;
  const [strideY, strideX] = strides;
  const [dilationY, dilationX] = dilations;
  const steps = { height, width, strideY, strideX, dilationY, dilationX };
  const inRange = Object.values({ ...sides, ...steps }).every(
    (side) => Number.isInteger(side) && side >= 1 && side <= sideMost,
  );
  const isPad = (pad: number) => Number.isInteger(pad) && pad >= 0 && pad <= sideMost;
  if (!inRange || !isPad(rows.pad) || !isPad(columns.pad) || height * width * channels > weightsMost) return undefined;
  return { ...sides, ...steps, padTop: rows.pad, padLeft: columns.pad };
}

interface Axis {
  readonly length: number;
  /** Pixels from the window's first to its last, both counted. */
  readonly reach: number;
  readonly stride: number;
  readonly kind: 'same' | 'valid' | 'explicit';
  readonly around: Pair | undefined;
}

/** How many places the window has along an axis, and the padding before the first. */
function slid({ length, reach, stride, kind, around: [before, after] = [0, 0] }: Axis): { count: number; pad: number } {
  switch (kind) {
    case 'same': {
      const count = Math.ceil(length / stride);
      return { count, pad: Math.floor(Math.max(0, (count - 1) * stride + reach - length) / 2) };
    }
    case 'valid':
      return { count: Math.ceil((length - reach + 1) / stride), pad: 0 };
    case 'explicit':
      return { count: Math.trunc((length - reach + before + after) / stride + 1), pad: before };
  }
}

/** How one axis is resized. */
export interface Scaling {
  readonly from: number;
  readonly to: number;
  readonly alignCorners: boolean;
  readonly halfPixelCenters: boolean;
}

/** Pixels of the input from one of the output to the next. */
export function ratioOf({ from, to, alignCorners }: Scaling): number {
  return alignCorners && to > 1 ? (from - 1) / (to - 1) : from / to;
}

/** For each output the nearest input of an axis. */
export function nearest(scaling: Scaling): Int32Array {
  const ratio = ratioOf(scaling);
  const shift = scaling.halfPixelCenters ? 0.5 : 0;
  return Int32Array.from({ length: scaling.to }, (_, i) => {
    const place = ratio * (i + shift);
    return Math.max(0, Math.min(scaling.from - 1, scaling.alignCorners ? Math.round(place) : Math.floor(place)));
  });
}
