/**
 * The native engine's only door: images, rectification, statistics, networks, texts, plates, the frame pool.
 *
 * Promises: pixels are read and written where they lie, with no copy; every function answers before it returns; every instruction
 * set gives the same answer (whole numbers exactly, floats within 1e-4 of their range). Refuses, with a NativeArgumentError naming the
 * argument, whatever could read or write outside a buffer. Importing loads nothing; the first call does.
 *
 * Coordinates are frame pixels: pixel (i, j) covers [i, i + 1) x [j, j + 1), so the frame's corners are (0, 0) and (width, height).
 */

import { bytes, corners, floats, numberWithin, objectOf, wholeNumber } from './arguments.ts';
import { type Image, rawImage } from './image.ts';
import { addon, type Engine, engineOf, type Isa, type RawImage, type RawViews, selectedIsa } from './load.ts';

export { NativeArgumentError } from './arguments.ts';
export { type KernelClock, kernelClock } from './clock.ts';
export {
  type GpioChip,
  type GpioLine,
  gpioChips,
  type LineEdge,
  type LineLocation,
  type LineSettings,
  lineBiases,
  requestLine,
} from './gpio.ts';
export { bytesPerImage, bytesPerRow, type Image, type PixelFormat } from './image.ts';
export { type CameraControl, type ControlKind, type Isa, NativeLoadError } from './load.ts';
export {
  type Arrangement,
  type Axis,
  type Clamp,
  type Matrix,
  type NetworkKernels,
  networkKernels,
  type Pictures,
  unclamped,
  type Window,
} from './network.ts';
export {
  openPlateReader,
  type PlateCut,
  type PlateOutlines,
  type PlateReader,
  type PlateReaderOptions,
} from './plates.ts';
export { FramePool, type FramePoolHandle, type Lease } from './pool.ts';
export {
  arenaMemory,
  compile,
  firstOutputMemory,
  inputMemory,
  type Program,
  type ProgramPlan,
  type ProgramStep,
  type TensorPlace,
} from './program.ts';
export {
  type SequencedExposure,
  type SequencedLine,
  type Sequencer,
  type SequencerReport,
  sequencerLatenessUs,
  startSequencer,
} from './sequencer.ts';
export { armWatchdog, forbidCoreDumps, notifySupervisor, threadCpuMs } from './system.ts';
export { openPseudoTerminal, type PseudoTerminal } from './terminal.ts';
export { type DecodeOptions, decodeTexts, type TextRows } from './texts.ts';
export {
  type CameraOffer,
  openVideoDevice,
  type TakenFrame,
  type VideoDevice,
} from './v4l2.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface TensorOptions {
  readonly width: number;
  readonly height: number;
  /** Of luma 0..255: the tensor holds (luma - mean) / deviation. */
  readonly mean: number;
  readonly deviation: number;
  /** Luma around the picture. */
  readonly pad: number;
}

export interface LetterboxOptions extends TensorOptions {
  /** Part of the frame, within it; fractions of a pixel count. The whole frame when left out. */
  readonly crop?: Rectangle | undefined;
}

/** A part of the frame, and the part of the tensor, from its top left, that it is fitted into. */
export interface View {
  readonly crop: Rectangle;
  readonly within: { readonly width: number; readonly height: number };
}

/** What a frame is compared with, and from which change on it has moved. Cells are 16 pixels wide and high. */
export interface Stillness {
  /** Mean luma of each cell when last looked at: motionCells(image) floats. */
  readonly seen: Float32Array;
  /** Whether it counts as moved however little has changed. */
  readonly anyway: boolean;
  /** In luma levels: all has moved where the median cell changed by more than `typicalMost`, and one that did by more than `levels` and `noises` times as much. */
  readonly noises: number;
  readonly typicalMost: number;
  readonly levels: number;
}

/** Absolute differences of the most changed cell and of the median one, in luma levels. */
export interface Motion {
  readonly largest: number;
  readonly typical: number;
}

/** tensor = frame * scale + offset */
export interface Letterbox {
  readonly scale: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

/** Corners x0, y0 ... x3, y3 clockwise from the plate's top left, in frame pixels. */
export type Quad = readonly [number, number, number, number, number, number, number, number];

export interface RectifyOptions {
  readonly width: number;
  readonly height: number;
  /** Shares of the quadrilateral's own width and height, added on each side. */
  readonly marginX: number;
  readonly marginY: number;
  /** Luma levels; a flatter crop is not amplified beyond it. */
  readonly deviationFloor: number;
}

export interface LumaStatistics {
  /** Counts of luma 0..255. */
  readonly histogram: Uint32Array;
  readonly mean: number;
  readonly deviation: number;
  /** Share of pixels at saturatedFrom or above, and at darkTo or below. */
  readonly saturatedShare: number;
  readonly darkShare: number;
  /** Mean difference of neighbouring pairs of pixels along the rows, luma levels: large where edges are sharp. */
  readonly steps: number;
}

/** The image functions on one instruction set. */
export interface Vision {
  /** Luma, 8 bits, width * height without gaps. BT.601 full range for rgb; for Bayer the bilinear demosaic, weighed alike. */
  lumaOf(image: Image, out: Uint8Array): void;
  /**
   * Crop, luma, resampling (area average when shrinking, bilinear when enlarging) and normalisation in one pass, into
   * width * height floats. The picture lies at the top left; around it is (pad - mean) / deviation.
   */
  letterbox(image: Image, options: LetterboxOptions, out: Float32Array): Letterbox;
  /** The same for several views, each into a tensor of its own; one after another in `out`. */
  letterboxes(image: Image, views: readonly View[], options: TensorOptions, out: Float32Array): Letterbox[];
  /** The same, or undefined and nothing written where the frame is still; where it is not, `still.seen` holds its cells then. */
  letterboxesIfMoved(
    image: Image,
    views: readonly View[],
    options: TensorOptions & { readonly still: Stillness },
    out: Float32Array,
  ): Letterbox[] | undefined;
  /**
   * Each quad (8 floats) drawn upright into width * height floats, from the full-resolution frame, and normalised by its own
   * mean and deviation. A quad that is not strictly convex, or not a picture of a rectangle at all, gives all 0.
   */
  rectify(image: Image, quads: Float32Array, options: RectifyOptions, out: Float32Array): void;
  /** The same as luma 0..255, without normalisation. */
  rectifyToGrey(
    image: Image,
    quads: Float32Array,
    options: Omit<RectifyOptions, 'deviationFloor'>,
    out: Uint8Array,
  ): void;
  /** Over every step-th row and column. */
  lumaStatistics(image: Image, step?: number): LumaStatistics;
  /** How much the cells of the frame have changed since those in `seen`, which then holds its own: motionCells(image) floats. */
  motion(image: Image, seen: Float32Array): Motion;
}

export const saturatedFrom = 250;
export const darkTo = 16;

const motionCell = 16;
const viewsMost = 64;

const tensorSide = { least: 1, most: 8192 };
const level = { least: -1e6, most: 1e6 };
const spread = { least: 1e-6, most: 1e6 };
/** A crop may reach this far over the frame's edge (rounding of whoever computed it), and is no smaller. */
const rounding = 1e-3;

export function lumaOf(image: Image, out: Uint8Array): void {
  vision().lumaOf(image, out);
}

export function letterbox(image: Image, options: LetterboxOptions, out: Float32Array): Letterbox {
  return vision().letterbox(image, options, out);
}

export function letterboxes(
  image: Image,
  views: readonly View[],
  options: TensorOptions,
  out: Float32Array,
): Letterbox[] {
  return vision().letterboxes(image, views, options, out);
}

export function letterboxesIfMoved(
  image: Image,
  views: readonly View[],
  options: TensorOptions & { readonly still: Stillness },
  out: Float32Array,
): Letterbox[] | undefined {
  return vision().letterboxesIfMoved(image, views, options, out);
}

export function rectify(image: Image, quads: Float32Array, options: RectifyOptions, out: Float32Array): void {
  vision().rectify(image, quads, options, out);
}

export function rectifyToGrey(
  image: Image,
  quads: Float32Array,
  options: Omit<RectifyOptions, 'deviationFloor'>,
  out: Uint8Array,
): void {
  vision().rectifyToGrey(image, quads, options, out);
}

export function lumaStatistics(image: Image, step?: number): LumaStatistics {
  return vision().lumaStatistics(image, step);
}

/** Cells of motion in a frame. */
export function motionCells({ width, height }: { readonly width: number; readonly height: number }): number {
  return Math.ceil(width / motionCell) * Math.ceil(height / motionCell);
}

export function motion(image: Image, seen: Float32Array): Motion {
  return vision().motion(image, seen);
}

/** The set that was chosen at load, and all that this processor and this build have, best first. */
export function isa(): { readonly selected: Isa; readonly available: readonly Isa[] } {
  return { selected: selectedIsa(), available: addon().isas };
}

/** The same functions on a set of the caller's choice: for parity tests and benches. */
export function withIsa(chosen: Isa): Vision {
  return visionOn(engineOf(chosen));
}

/**
 * This machine's own limits, measured now (a few tenths of a second of this thread): bandwidth of a copy too large for the caches,
 * bytes read and written both counted, and single-precision multiply-adds in registers, one thread.
 */
export function limits(chosen?: Isa): { copyGbS: number; macGS: number } {
  return { copyGbS: addon().copyBandwidth(), macGS: engineOf(chosen).multiplyAddPeak() };
}

let selected: Vision | undefined;

function vision(): Vision {
  selected ??= visionOn(engineOf());
  return selected;
}

function visionOn(engine: Engine): Vision {
  return {
    lumaOf(image, out) {
      const raw = rawImage(image);
      engine.lumaOf(...raw, bytes('out', out, raw[1] * raw[2]));
    },

    letterbox(image, options, out) {
      const raw = rawImage(image);
      const { crop, width, height } = objectOf('options', options);
      const view = {
        crop: crop === undefined ? whole(raw) : checkedCrop('options.crop', crop, raw),
        within: { width, height },
      };
      return engine.letterboxes(...raw, ...checkedTensor([view], options, out))[0]!;
    },

    letterboxes(image, views, options, out) {
      const raw = rawImage(image);
      return engine.letterboxes(...raw, ...checkedTensor(checkedViews(views, raw), options, out));
    },

    letterboxesIfMoved(image, views, options, out) {
      const raw = rawImage(image);
      const tensor = checkedTensor(checkedViews(views, raw), options, out);
      const { seen, anyway, noises, typicalMost, levels } = objectOf('options.still', options.still);
      floats('options.still.seen', seen, motionCells(image));
      numberWithin('options.still.noises', noises, level);
      numberWithin('options.still.typicalMost', typicalMost, level);
      numberWithin('options.still.levels', levels, level);
      return engine.letterboxesIfMoved(...raw, ...tensor, seen, anyway ? 1 : 0, noises, typicalMost, levels);
    },

    rectify(image, quads, options, out) {
      const raw = rawImage(image);
      const { width, height, marginX, marginY } = checkedRectify(quads, options);
      const deviationFloor = numberWithin('options.deviationFloor', options.deviationFloor, spread);
      floats('out', out, (quads.length / 8) * width * height);
      engine.rectify(...raw, quads, width, height, marginX, marginY, deviationFloor, out);
    },

    rectifyToGrey(image, quads, options, out) {
      const raw = rawImage(image);
      const { width, height, marginX, marginY } = checkedRectify(quads, options);
      bytes('out', out, (quads.length / 8) * width * height);
      engine.rectifyToGrey(...raw, quads, width, height, marginX, marginY, out);
    },

    lumaStatistics(image, step = 1) {
      const raw = rawImage(image);
      const every = wholeNumber('step', step, { least: 1, most: 16384 });
      return statisticsOf(engine.lumaHistogram(...raw, every), engine.lumaSteps(...raw, every));
    },

    motion(image, seen) {
      const raw = rawImage(image);
      return engine.motion(...raw, floats('seen', seen, motionCells(image)));
    },
  };
}

function whole([, width, height]: RawImage): Rectangle {
  return { x: 0, y: 0, width, height };
}

function checkedCrop(argument: string, crop: Rectangle, [, width, height]: RawImage): Rectangle {
  const { x, y, width: wide, height: high } = objectOf(argument, crop);
  numberWithin(`${argument}.x`, x, { least: 0, most: width - rounding });
  numberWithin(`${argument}.y`, y, { least: 0, most: height - rounding });
  numberWithin(`${argument}.width`, wide, { least: rounding, most: width - x + rounding });
  numberWithin(`${argument}.height`, high, { least: rounding, most: height - y + rounding });
  return { x, y, width: Math.min(wide, width - x), height: Math.min(high, height - y) };
}

function checkedViews(views: readonly View[], raw: RawImage): View[] {
  return objectOf('views', views).map((view, index) => {
    const { crop, within } = objectOf(`views[${index}]`, view);
    return { crop: checkedCrop(`views[${index}].crop`, crop, raw), within };
  });
}

function checkedTensor(views: readonly View[], options: TensorOptions, out: Float32Array): RawViews {
  const { width, height, mean, deviation, pad } = objectOf('options', options);
  wholeNumber('options.width', width, tensorSide);
  wholeNumber('options.height', height, tensorSide);
  numberWithin('options.mean', mean, level);
  numberWithin('options.deviation', deviation, spread);
  numberWithin('options.pad', pad, level);
  wholeNumber('views.length', views.length, { least: 1, most: viewsMost });
  const numbers = views.flatMap(({ crop, within }, index) => {
    const inside = objectOf(`views[${index}].within`, within);
    wholeNumber(`views[${index}].within.width`, inside.width, { least: 1, most: width });
    wholeNumber(`views[${index}].within.height`, inside.height, { least: 1, most: height });
    return [crop.x, crop.y, crop.width, crop.height, inside.width, inside.height];
  });
  floats('out', out, views.length * width * height);
  return [Float64Array.from(numbers), width, height, mean, deviation, pad, out];
}

type Drawn = Omit<RectifyOptions, 'deviationFloor'>;

function checkedRectify(quads: Float32Array, options: Drawn): Drawn {
  corners('quads', quads);
  const { width, height, marginX, marginY } = objectOf('options', options);
  wholeNumber('options.width', width, tensorSide);
  wholeNumber('options.height', height, tensorSide);
  numberWithin('options.marginX', marginX, { least: 0, most: 2 });
  numberWithin('options.marginY', marginY, { least: 0, most: 2 });
  return { width, height, marginX, marginY };
}

function statisticsOf(histogram: Uint32Array, steps: number): LumaStatistics {
  let count = 0;
  let sum = 0;
  let squares = 0;
  let saturated = 0;
  let dark = 0;
  histogram.forEach((pixels, luma) => {
    count += pixels;
    sum += pixels * luma;
    squares += pixels * luma * luma;
    if (luma >= saturatedFrom) saturated += pixels;
    if (luma <= darkTo) dark += pixels;
  });
  const mean = sum / count;
  const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
  return { histogram, mean, deviation, saturatedShare: saturated / count, darkShare: dark / count, steps };
}
