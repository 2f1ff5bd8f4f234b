/** A reading: what one look at one candidate said. It is never edited; voting makes a detection of several. */
import type { Candidate } from './candidate.ts';
import type { PlacedFrame } from './frame.ts';
import type { MonotonicMs } from './instant.ts';
import type { Plate } from './plate.ts';
import type { RegionReading } from './region.ts';

/** The reader's classes, in the order of its outputs; the CTC blank follows them. */
export const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Characters that many plates print alike: only where they stand can tell which was meant. */
export const alikeOf: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' };

export interface CharacterReading {
  readonly character: string;
  /** Probability of `character` at this place, 0 to 1. */
  readonly confidence: number;
  /** Probabilities of all 36 classes at this place, in `alphabet` order; they sum to 1 or less. */
  readonly distribution: Float32Array;
  /** True where the region's position grammar decided between 0 and O or 1 and I; `confidence` is then of both together. */
  readonly settled?: true;
}

/** A whole text and the probability the reader gives it. */
export interface RankedText {
  readonly plate: Plate;
  readonly confidence: number;
}

export interface Reading {
  readonly candidate: Candidate;
  readonly plate: Plate;
  /** Calibrated probability that the whole text is right but for 0/O and 1/I, which many plates print alike; 0 to 1. */
  readonly confidence: number;
  readonly characters: readonly CharacterReading[];
  /** Best first; the first is `plate`. */
  readonly candidates: readonly RankedText[];
  readonly region: RegionReading;
  readonly frameSequence: number;
  readonly monotonic: MonotonicMs;
}

/** Everything that one frame said. The frame's lease travels with it and is released by whoever ends its way. */
export interface FrameReadings {
  readonly frame: PlacedFrame;
  readonly candidates: readonly Candidate[];
  readonly readings: readonly Reading[];
  /** CPU milliseconds of the vision thread, prepare to read. */
  readonly cpuMs: number;
}
