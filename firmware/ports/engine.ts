/**
 * The image engine: the pixel work of the hot path, done by the native addon. Every method validates its arguments and
 * throws a typed error that names the one at fault; nothing outside the given arrays is read or written.
 */
import type { Geometry } from '../domain/frame.ts';

export interface Image extends Geometry {
  readonly data: Uint8Array;
}

/** Maps frame to tensor: `tensor = frame * scale + offset`, in pixels of each. */
export interface Letterbox {
  readonly scale: number;
  readonly offsetX: number;
  readonly offsetY: number;
}

export interface LumaStatistics {
  readonly histogram: Uint32Array;
  readonly mean: number;
  readonly deviation: number;
  readonly saturatedShare: number;
  readonly darkShare: number;
}

/** A part of a frame, in its pixels; fractions of a pixel count. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface LetterboxOptions {
  /** Part of the frame, within it; the whole frame when left out. */
  readonly crop?: Rectangle | undefined;
  readonly width: number;
  readonly height: number;
  readonly mean: number;
  readonly deviation: number;
  readonly pad: number;
}

export interface RectifyOptions {
  readonly width: number;
  readonly height: number;
  /** Share of the quad's own width and height added on each side. */
  readonly marginX: number;
  readonly marginY: number;
  /** Grey levels below which a crop's deviation is not divided by. */
  readonly deviationFloor: number;
}

export interface Engine {
  /** Luma of any format into `out` (width x height bytes, tight). */
  lumaOf(image: Image, out: Uint8Array): void;
  /** Area-averaged, aspect kept, top left, normalised `(x - mean) / deviation`, NHWC with one channel. */
  letterbox(image: Image, options: LetterboxOptions, out: Float32Array): Letterbox;
  /** One perspective-rectified, self-normalised crop a quad (8 numbers each), into `out` [n, height, width, 1]. */
  rectify(image: Image, quads: Float32Array, options: RectifyOptions, out: Float32Array): void;
  /** The same crops as grey pictures, not normalised. */
  rectifyToGrey(image: Image, quads: Float32Array, options: RectifyOptions, out: Uint8Array): void;
  lumaStatistics(image: Image, step?: number): LumaStatistics;
}
