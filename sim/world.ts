/**
 * The world: where everything is at a time, as seen from the unit. Pure: asking moves nothing, and the same scenario
 * and seed answer the same for ever.
 */
import type { Quad } from '../firmware/domain/candidate.ts';
import type { Dice } from './dice.ts';
import { Lighting } from './optics/lighting.ts';
import { Pinhole } from './optics/projection.ts';
import { readDesigns } from './plates.ts';
import type { Scenario } from './scenario.ts';
import { LaneTraffic, type Vehicle } from './traffic.ts';
import { plateCorners } from './vehicle.ts';

export interface Placed {
  readonly vehicle: Vehicle;
  readonly xM: number;
  readonly zM: number;
}

export class World {
  readonly scenario: Scenario;
  readonly pinhole: Pinhole;
  readonly #lanes: readonly LaneTraffic[];
  readonly #lit: Lighting;
  readonly #dark: Lighting;

  constructor(scenario: Scenario, dice: Dice) {
    this.scenario = scenario;
    const { camera } = scenario;
    this.pinhole = new Pinhole(
      { heightM: camera.height_m, offsetM: camera.offset_m, tiltDeg: camera.tilt_deg, yawDeg: camera.yaw_deg },
      { focalPx: camera.focal_px, width: camera.width, height: camera.height },
    );
    const designs = readDesigns();
    this.#lanes = scenario.lane.map(
      (_, index) => new LaneTraffic(scenario, index, designs, dice.fork(`lane/${index}`)),
    );
    this.#lit = new Lighting(scenario, true);
    this.#dark = new Lighting(scenario, false);
  }

  /** Vehicles near the unit, the farthest first. */
  vehiclesAt(timeMs: number): readonly Placed[] {
    return this.#lanes
      .flatMap((lane) => lane.at(timeMs))
      .map((vehicle) => ({ vehicle, xM: vehicle.xM(timeMs), zM: vehicle.zM(timeMs) }))
      .sort((a, b) => b.zM - a.zM || b.vehicle.lane - a.vehicle.lane);
  }

  /** How far the unit itself has come, in metres. */
  ownWayM(timeMs: number): number {
    return ((this.scenario.own?.speed_mps ?? 0) * timeMs) / 1000;
  }

  /** The light in an exposure: every `strobe.every`-th one is strobed, from the first on. */
  lightingOf(sequence: number): Lighting {
    const { strobe } = this.scenario;
    return strobe && sequence % strobe.every === 0 ? this.#lit : this.#dark;
  }

  /** How long the exposure gathers light, in milliseconds: where only the strobe lights, its pulse. */
  exposureMs(lighting: Lighting): number {
    return (lighting.strobed ? lighting.strobeUs : this.scenario.camera.shutter_us) / 1000;
  }

  /** The plate's corners in the frame at a moment, or undefined where it has none or is too near. */
  plateQuad(vehicle: Vehicle, timeMs: number): Quad | undefined {
    if (!vehicle.plate) return undefined;
    const at = { xM: vehicle.xM(timeMs), zM: vehicle.zM(timeMs) };
    return this.pinhole.projectQuad(plateCorners(vehicle.looks, vehicle.plate, at));
  }
}
