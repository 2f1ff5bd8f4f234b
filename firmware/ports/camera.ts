/** A camera: a source of leased frames. Adapters: replay of photographs, a program's stdout, the simulated street. */
import type { Frame } from '../domain/frame.ts';

export interface Camera {
  readonly name: string;
  /** How many frames a second it delivers; undefined where frames are single photographs. */
  readonly rateHz: number | undefined;
  /**
   * Frames in order of their sequence. The receiver owns each frame's lease and releases it. Where no slot of the pool
   * is free the frame is lost and the sequence shows the gap. Ends when the source is exhausted or the signal aborts;
   * throws a Fault when the source fails, and may be called again afterwards to open the source anew.
   */
  frames(signal: AbortSignal): AsyncIterable<Frame>;
}
