/**
 * Vision: frames in, what they say out. Adapters: the stages on the caller's thread (vision.ts), and on a thread of their own
 * (devices/vision-thread.ts).
 */
import type { Search } from '../domain/candidate.ts';
import type { PlacedFrame } from '../domain/frame.ts';
import type { FrameReadings } from '../domain/reading.ts';
import type { TallySnapshot } from '../domain/tally.ts';
import type { BackendChoice, BackendName } from './inference.ts';

export interface VisionOptions {
  /** With the folders detector, reader, region and gate. */
  readonly modelsFolder: string;
  readonly backend: BackendChoice;
  readonly search: Search;
  /** Whether plates are read from several cuts: for photographs, of which there is one look only. */
  readonly glances: boolean;
  /** Frames under way at once: 1, on one thread alone; of more some are read on other threads (`native` only). */
  readonly threads: number;
  /** Frames in which nothing moves are not looked at; undefined: every frame is, as photographs must be. */
  readonly stillness: StillnessOptions | undefined;
  /** Plates that were read alike often enough are read only now and then; undefined: every one in every frame. */
  readonly known: KnownOptions | undefined;
}

export interface KnownOptions {
  /** Looks that must agree. */
  readonly looks: number;
  /** A known plate is read again after so long. */
  readonly againMs: number;
}

export interface StillnessOptions {
  /** An unchanged view in which nothing was found is looked at again after so long, … */
  readonly emptyMs: number;
  /** … and one with candidates after so long. */
  readonly occupiedMs: number;
}

export interface Vision {
  readonly backend: BackendName;
  /** Each frame's readings, in the frames' order. The frames' leases are the receiver's. */
  look(frames: AsyncIterable<PlacedFrame>): AsyncIterable<FrameReadings>;
  /** The counts of prepare, detect and read, as of the last frame. */
  tallies(): readonly TallySnapshot[];
}
