/**
 * The motion gate: which frames need not be looked at, since nothing in view has changed since one that was. What was seen is kept for
 * each kind of exposure, as bright and dark ones alternate and look nothing alike; what has changed is measured by the engine, cell by
 * cell against the sensor's noise.
 *
 * Promises: a kind of exposure is looked at when it is new and at least every `emptyMs`, every `occupiedMs` where the last look found
 * candidates, so that a vehicle that stands is seen again before its track ends. Photographs have no gate.
 */
import type { Frame } from '../domain/frame.ts';
import type { Stillness as Change } from '../ports/engine.ts';
import type { StillnessOptions } from '../ports/vision.ts';

/** A cell has moved when it changed by so many luma levels, and so many times what noise does to the median cell, … */
const LEVELS = 1;
const NOISES = 8;
/** … which is no more than this: where half of the cells change by more, the whole view moves, or its light does. */
const NOISE_LEVELS_MAX = 1.5;

/** Kinds of exposure that are remembered; of more the one not seen for longest is forgotten. */
const KINDS_MAX = 4;

interface Look {
  readonly seen: Float32Array;
  atMs: number;
  occupied: boolean;
}

export class Stillness {
  readonly #options: StillnessOptions;
  readonly #cellsOf: (frame: Frame['geometry']) => number;
  readonly #looks = new Map<string, Look>();

  /** @param cellsOf how many cells the engine compares in a frame. */
  constructor(options: StillnessOptions, cellsOf: (frame: Frame['geometry']) => number) {
    this.#options = options;
    this.#cellsOf = cellsOf;
  }

  /** What the frame is to be compared with. */
  of(frame: Frame): Change {
    const look = this.#lookLike(frame);
    const waitMs = look.occupied ? this.#options.occupiedMs : this.#options.emptyMs;
    const anyway = frame.monotonic - look.atMs >= waitMs;
    return { seen: look.seen, anyway, levels: LEVELS, noises: NOISES, typicalMost: NOISE_LEVELS_MAX };
  }

  /** That the frame was looked at and so many candidates were found. */
  looked(frame: Frame, candidates: number): void {
    const look = this.#lookLike(frame);
    look.atMs = frame.monotonic;
    look.occupied = candidates > 0;
  }

  #lookLike(frame: Frame): Look {
    const kind = kindOf(frame);
    const look = this.#looks.get(kind) ?? newLook(this.#cellsOf(frame.geometry));
    this.#looks.delete(kind);
    this.#looks.set(kind, look);
    const [oldest] = this.#looks.keys();
    if (this.#looks.size > KINDS_MAX) this.#looks.delete(oldest!);
    return look;
  }
}

function newLook(cells: number): Look {
  return { seen: new Float32Array(cells), atMs: Number.NEGATIVE_INFINITY, occupied: false };
}

/** Exposures of one kind may be compared: of one size, lit alike, exposed alike to half a stop. */
function kindOf({ geometry, exposure }: Frame): string {
  const stops = (value: number | undefined) => (value === undefined ? '' : Math.round(2 * Math.log2(value)));
  const { format, width, height } = geometry;
  const { shutterUs, gain, strobeUs, illuminatorOn } = exposure;
  return [format, width, height, stops(shutterUs), stops(gain), (strobeUs ?? 0) > 0, illuminatorOn].join();
}
