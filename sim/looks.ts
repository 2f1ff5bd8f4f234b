/**
 * Looks: each reading that the real vision makes of the simulated street, with the vehicle whose plate it truly lies on.
 * For measuring what no whole unit shows: single looks beside votes, and readings where no plate is.
 *
 * The street stands still while vision works and nothing is lost, so a scenario and seed give the same looks for ever.
 * A reading belongs to the plate that it overlaps most; one that overlaps none belongs to no vehicle.
 */
import { type Box, boxOf, overlap } from '../firmware/domain/candidate.ts';
import { noFix } from '../firmware/domain/fix.ts';
import type { PlacedFrame } from '../firmware/domain/frame.ts';
import type { Reading } from '../firmware/domain/reading.ts';
import type { FramePool } from '../firmware/ports/frame-pool.ts';
import type { Vision } from '../firmware/ports/vision.ts';
import { SimClock } from './clock.ts';
import { SimCamera } from './devices/camera.ts';
import { Dice } from './dice.ts';
import type { Scenario } from './scenario.ts';
import type { Vehicle } from './traffic.ts';
import { World } from './world.ts';

export interface Look {
  readonly reading: Reading;
  /** Undefined: nothing that was read here is a vehicle's plate. */
  readonly of: { readonly vehicle: Vehicle; readonly widthPx: number; readonly speedMps: number } | undefined;
}

export interface LooksOptions {
  readonly scenario: Scenario;
  readonly seed: number;
  readonly seconds: number;
  readonly vision: Vision;
  /** Vision's own pool; slots hold a frame. */
  readonly pool: FramePool;
}

/** Overlap (IoU) from which a reading is taken for a reading of that plate. */
const OVERLAP_MIN = 0.2;

/** The looks of one run, frame by frame. */
export async function* looksOf({
  scenario,
  seed,
  seconds,
  vision,
  pool,
}: LooksOptions): AsyncIterable<readonly Look[]> {
  const dice = new Dice(`${scenario.name}/${seed}`);
  const world = new World(scenario, dice.fork('world'));
  const clock = new SimClock({ startEpochMs: Date.parse(scenario.start) });
  let nowMs = 0;
  const camera = new SimCamera({
    name: 'street',
    world,
    pool,
    wallAt: (timeMs) => clock.wallAt(timeMs),
    dice: dice.fork('camera'),
    exposed: () => {},
    pace: {
      real: false,
      begin: () => {},
      nowMs: () => nowMs,
      reach: async (timeMs) => {
        nowMs = timeMs;
      },
    },
  });
  for await (const { frame, readings } of vision.look(frames())) {
    const plates = platesAt(world, frame.monotonic);
    yield readings.map((reading) => ({ reading, of: plateUnder(reading, plates) }));
    pool.release(frame.lease);
  }

  async function* frames(): AsyncIterable<PlacedFrame> {
    const over = new AbortController();
    for await (const frame of camera.frames(over.signal)) {
      if (frame.monotonic < seconds * 1000) yield { ...frame, fix: noFix };
      else {
        pool.release(frame.lease);
        over.abort();
      }
    }
  }
}

interface SeenPlate {
  readonly vehicle: Vehicle;
  readonly box: Box;
  readonly speedMps: number;
}

function platesAt(world: World, timeMs: number): SeenPlate[] {
  return world.vehiclesAt(timeMs).flatMap(({ vehicle }) => {
    const quad = world.plateQuad(vehicle, timeMs);
    return quad === undefined ? [] : [{ vehicle, box: boxOf(quad), speedMps: Math.abs(vehicle.speedMps(timeMs)) }];
  });
}

function plateUnder({ candidate }: Reading, plates: readonly SeenPlate[]): Look['of'] {
  const shares = plates.map(({ box }) => overlap(box, candidate.box));
  const most = Math.max(OVERLAP_MIN, ...shares);
  const plate = plates[shares.indexOf(most)];
  return plate && { vehicle: plate.vehicle, widthPx: plate.box[2], speedMps: plate.speedMps };
}
