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
  /** Mean difference of neighbouring pairs of pixels, luma levels: large where edges are sharp. */
  readonly steps: number;
}

/** A part of a frame, in its pixels; fractions of a pixel count. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A part of the frame, and the part of the tensor, from its top left, that it is fitted into. */
export interface View {
  readonly crop: Rectangle;
  readonly within: { readonly width: number; readonly height: number };
}

/** What a frame is compared with, cell by cell, and from which change on it has moved; in luma levels. */
export interface Stillness {
  /** Mean luma of each cell when last looked at: `motionCells` of them. */
  readonly seen: Float32Array;
  /** Whether it counts as moved however little has changed. */
  readonly anyway: boolean;
  /** All has moved where the median cell changed by more than `typicalMost`, and a cell that did by more than `levels` and `noises` times as much. */
  readonly noises: number;
  readonly typicalMost: number;
  readonly levels: number;
}

export interface TensorOptions {
  readonly width: number;
  readonly height: number;
  readonly mean: number;
  readonly deviation: number;
  readonly pad: number;
}

export interface LetterboxOptions extends TensorOptions {
  /** Part of the frame, within it; the whole frame when left out. */
  readonly crop?: Rectangle | undefined;
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

/** What each of some crops reads: a row a crop in each array, of which only what is read is written. */
export interface TextRows {
  /** [crops][2 + TEXTS_MOST]: how many texts are ranked, the best one's confidence, and a probability for each. */
  readonly ranks: Float64Array;
  /** [crops][TEXTS_MOST][1 + TEXT_LENGTH_MOST]: a text's length and its characters' places in the alphabet, best text first. */
  readonly texts: Uint8Array;
  /** [crops][TEXT_LENGTH_MOST][1 + 36]: at each place of the best text its character's share, and the shares of all characters. */
  readonly places: Float32Array;
}
export const TEXTS_MOST = 256;
export const TEXT_LENGTH_MOST = 15;

export interface DecodeOptions {
  readonly crops: number;
  /** Of the columns' logits, from the reader's card. */
  readonly temperature: number;
}

export interface Engine {
  /** Luma of any format into `out` (width x height bytes, tight). */
  lumaOf(image: Image, out: Uint8Array): void;
  /** Area-averaged, aspect kept, top left, normalised `(x - mean) / deviation`, NHWC with one channel. */
  letterbox(image: Image, options: LetterboxOptions, out: Float32Array): Letterbox;
  /** The same for several views, each into a tensor of its own, one after another in `out`. */
  letterboxes(image: Image, views: readonly View[], options: TensorOptions, out: Float32Array): readonly Letterbox[];
  /** The same, or undefined and nothing written where the frame is still; where it is not, `still.seen` holds its cells then. */
  letterboxesIfMoved(
    image: Image,
    views: readonly View[],
    options: TensorOptions & { readonly still: Stillness },
    out: Float32Array,
  ): readonly Letterbox[] | undefined;
  motionCells(image: Geometry): number;
  /** One perspective-rectified, self-normalised crop a quad (8 numbers each), into `out` [n, height, width, 1]. */
  rectify(image: Image, quads: Float32Array, options: RectifyOptions, out: Float32Array): void;
  /** The same crops as grey pictures, not normalised. */
  rectifyToGrey(image: Image, quads: Float32Array, options: RectifyOptions, out: Uint8Array): void;
  /**
   * The likeliest texts of the reader's columns (connectionist temporal classification), each with the sum over all its alignments; none
   * where nothing, or a single character, is written. The best one's confidence counts 0 and O, and 1 and I, as one.
   * @param characters logits [crops][columns][37]. @param lengths logits [crops][n] of how many characters there are: a second opinion,
   * since CTC now and then drops a character with certainty; where it differs, the confidence falls to what it grants.
   * The answer is good until the next call.
   */
  decodeTexts(characters: Float32Array, lengths: Float32Array, options: DecodeOptions): TextRows;
  lumaStatistics(image: Image, step?: number): LumaStatistics;
}
