/**
 * The line on which a camera says when it exposes: for as long as frames come it must change, and where it has stopped the chip
 * sticks or the wire is off, and ignition and cover can not be believed either. A line that never changed is taken as not wired.
 */
import type { MonotonicMs } from '../domain/instant.ts';
import { type LineTools, watchLine } from './line-watch.ts';

export const EXPOSURE_LINE = 'camera-exposure';

/** Without a change for so long, and so many frames, it is stuck. */
const STUCK_MS = 2000;
const FRAMES_LEAST = 3;

export class ExposureLine {
  readonly #clock: LineTools['clock'];
  #changedAt: MonotonicMs | undefined;
  #frames = 0;

  constructor({ clock }: Pick<LineTools, 'clock'>) {
    this.#clock = clock;
  }

  /** Listens until the signal aborts. */
  listen(tools: LineTools): Promise<void> {
    return watchLine(EXPOSURE_LINE, tools, { had: () => undefined, edge: () => this.#changed() });
  }

  /** A frame has arrived. */
  arrived(): void {
    this.#frames++;
  }

  fault(): 'gpio.stuck' | undefined {
    if (this.#changedAt === undefined || this.#frames < FRAMES_LEAST) return undefined;
    return this.#clock.monotonic() - this.#changedAt >= STUCK_MS ? 'gpio.stuck' : undefined;
  }

  #changed(): void {
    this.#changedAt = this.#clock.monotonic();
    this.#frames = 0;
  }
}
