/**
 * The plate reader: what stands in some outlines of a frame, and where those were issued that read surely enough. Adapters: the engine,
 * in one crossing; and any two networks, with the engine cutting for them. Both give the same answers.
 */
import type { Quad } from '../domain/candidate.ts';
import type { Image, TextRows } from './engine.ts';

export interface Outline {
  readonly quad: Quad;
  /** Its upper and lower half where it may have two lines: they are read as well where the whole is not sure. */
  readonly lines: readonly [Quad, Quad] | undefined;
  /** The region is asked for where the text, or its lines together, are at least so sure, 0 to 1; above 1 never. */
  readonly confidenceMin: number;
}

export interface PlatesRead {
  /** A row for each outline, then one for each line, in the outlines' order; without a text for lines that were not asked. */
  readonly texts: TextRows;
  /** [outlines][regions]: the region network's logits, not a number where it was not asked. */
  readonly regions: Float32Array;
  /** CPU milliseconds on another thread than the caller's. */
  readonly besideMs: number;
}

export interface PlateReader {
  /** The image must not change until it is answered; the answer is good until the next one. */
  read(image: Image, outlines: readonly Outline[]): Promise<PlatesRead>;
}

/** How a network's input is cut out of the frame, as its training did. */
export interface PlateCut {
  readonly width: number;
  readonly height: number;
  /** Share of the plate's own size that is shown round it on each side. */
  readonly margin: number;
  /** Grey levels below which a cut's deviation is not divided by. */
  readonly deviationFloor: number;
}

export interface PlateReading {
  readonly reader: PlateCut;
  readonly region: PlateCut;
  /** Of the reader's characters, from its card. */
  readonly temperature: number;
  /** Confidence of an outline's text, 0 to 1, below which its lines are read. */
  readonly linesBelow: number;
}
