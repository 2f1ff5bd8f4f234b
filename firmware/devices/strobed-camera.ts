/**
 * A camera whose exposures the sequencer times: each frame says which exposure of the plan it is and what strobe it had, by the
 * moment at which the kernel stamped it. The sequencer plays for as long as frames are asked for; a line that can not be had, or whose
 * chip has gone, is a fault, and the supervisor opens camera and sequencer again.
 */
import {
  type FramePool,
  type SequencedExposure,
  type SequencedLine,
  type Sequencer,
  startSequencer,
} from '../../native/index.ts';
import { Fault } from '../domain/fault.ts';
import type { Camera } from '../ports/camera.ts';
import type { LinePlace } from '../ports/gpio.ts';
import { guarded } from './gpio-fault.ts';
import { locationOf } from './gpiochip.ts';

export interface StrobeOptions {
  readonly trigger: LinePlace | undefined;
  readonly strobe: LinePlace | undefined;
  readonly periodUs: number;
  readonly exposures: readonly SequencedExposure[];
  /** The sensor exposes for so much longer than the trigger's pulse, microseconds (IMX296: 14.26). */
  readonly exposureOffsetUs: number;
  /** The camera's. */
  readonly pool: FramePool;
  /** Told of the sequencer when it begins, for its report. */
  readonly began: (sequencer: Sequencer) => void;
}

export function strobedCamera(camera: Camera, options: StrobeOptions): Camera {
  const { periodUs, exposures, exposureOffsetUs } = options;
  return {
    name: camera.name,
    rateHz: camera.rateHz,
    async *frames(signal) {
      const sequencer = begun(options, { periodUs, exposures });
      options.began(sequencer);
      try {
        for await (const frame of camera.frames(signal)) {
          if (sequencer.report().lost) {
            options.pool.release(frame.lease);
            throw new Fault('gpio.lost', 'strobe: its chip has gone.');
          }
          const timed = sequencer.exposureAt(frame.monotonic);
          const exposure = timed && {
            strobeUs: timed.strobeUs,
            ...(timed.triggerUs === 0 ? {} : { shutterUs: timed.triggerUs + exposureOffsetUs }),
          };
          yield { ...frame, exposure: { ...frame.exposure, ...exposure } };
        }
      } finally {
        sequencer.close();
      }
    },
  };
}

function begun({ trigger, strobe }: StrobeOptions, plan: Parameters<typeof startSequencer>[1]): Sequencer {
  const line = (name: string, place: LinePlace | undefined): SequencedLine | undefined =>
    place && { ...locationOf(name, place), activeLow: place.activeLow };
  return guarded('strobe', () => {
    try {
      return startSequencer({ trigger: line('camera-trigger', trigger), strobe: line('strobe', strobe) }, plan);
    } catch (error) {
      if (error instanceof RangeError) throw new Fault('config.invalid-value', `strobe: ${error.message}.`, error);
      throw error;
    }
  });
}
