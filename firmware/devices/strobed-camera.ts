/**
 * A camera whose exposures the sequencer times: each frame says which exposure of the plan it is and what strobe it had, by the
 * moment at which the kernel stamped it. The sequencer plays for as long as frames are asked for. Where its lines can not be had, or their
 * chip has gone or is not this account's yet, a camera that waits for the trigger has nothing to show: that is a fault, and the supervisor
 * opens both again. One that runs freely goes on without strobe, its frames say nothing of one, and the lines are asked for again until they
 * are back.
 */
import {
  type FramePool,
  type SequencedExposure,
  type SequencedLine,
  type Sequencer,
  startSequencer,
} from '../../native/index.ts';
import { Fault, type FaultCode, faultOf } from '../domain/fault.ts';
import type { Camera } from '../ports/camera.ts';
import type { Clock } from '../ports/clock.ts';
import type { LinePlace } from '../ports/gpio.ts';
import { guarded } from './gpio-fault.ts';
import { locationOf } from './gpiochip.ts';

export interface StrobeOptions {
  readonly trigger: LinePlace | undefined;
  readonly strobe: LinePlace | undefined;
  readonly periodUs: number;
  readonly exposures: readonly SequencedExposure[];
  /** The camera exposes when it is triggered, and not by itself. */
  readonly triggered: boolean;
  /** The sensor exposes for so much longer than the trigger's pulse, microseconds (IMX296: 14.26). */
  readonly exposureOffsetUs: number;
  /** The camera's. */
  readonly pool: FramePool;
  /** Told of the sequencer when it begins, for its report. */
  readonly began: (sequencer: Sequencer) => void;
  readonly clock: Clock;
  /** What keeps the strobe of a camera that goes on without it; undefined: nothing any more. */
  readonly onFault: (code: FaultCode | undefined) => void;
}

/** Milliseconds after which lines that a camera can do without are asked for again. */
const AGAIN_MS = 1000;

export function strobedCamera(camera: Camera, options: StrobeOptions): Camera {
  const { exposureOffsetUs, pool } = options;
  return {
    name: camera.name,
    rateHz: camera.rateHz,
    async *frames(signal) {
      using player = new Player(options);
      player.look();
      for await (const frame of camera.frames(signal)) {
        let timed: SequencedExposure | undefined;
        try {
          timed = player.look()?.exposureAt(frame.monotonic);
        } catch (error) {
          pool.release(frame.lease);
          throw error;
        }
        const exposure = timed && {
          strobeUs: timed.strobeUs,
          ...(timed.triggerUs === 0 ? {} : { shutterUs: timed.triggerUs + exposureOffsetUs }),
        };
        yield { ...frame, exposure: { ...frame.exposure, ...exposure } };
      }
    },
  };
}

/** Plays the plan for as long as there are lines to play it on. */
class Player implements Disposable {
  readonly #options: StrobeOptions;
  #sequencer: Sequencer | undefined;
  #askedAtMs = Number.NEGATIVE_INFINITY;

  constructor(options: StrobeOptions) {
    this.#options = options;
  }

  /** The sequencer, if it plays. Throws Fault where the camera needs it and it does not. */
  look(): Sequencer | undefined {
    const { clock, triggered, onFault } = this.#options;
    try {
      if (this.#sequencer?.report().lost) {
        this.#close();
        throw new Fault('gpio.lost', 'strobe: its chip has gone.');
      }
      const nowMs = clock.monotonic();
      if (this.#sequencer === undefined && nowMs - this.#askedAtMs >= AGAIN_MS) {
        this.#askedAtMs = nowMs;
        this.#sequencer = begun(this.#options);
        this.#options.began(this.#sequencer);
        onFault(undefined);
      }
    } catch (error) {
      const fault = faultOf(error);
      if (triggered || fault?.passes !== true) throw error;
      onFault(fault.code);
    }
    return this.#sequencer;
  }

  [Symbol.dispose](): void {
    this.#close();
  }

  #close(): void {
    this.#sequencer?.close();
    this.#sequencer = undefined;
  }
}

function begun({ trigger, strobe, periodUs, exposures }: StrobeOptions): Sequencer {
  const line = (name: string, place: LinePlace | undefined): SequencedLine | undefined =>
    place && { ...locationOf(name, place), activeLow: place.activeLow };
  return guarded('strobe', () => {
    try {
      return startSequencer(
        { trigger: line('camera-trigger', trigger), strobe: line('strobe', strobe) },
        { periodUs, exposures },
      );
    } catch (error) {
      if (error instanceof RangeError) throw new Fault('config.invalid-value', `strobe: ${error.message}.`, error);
      throw error;
    }
  });
}
