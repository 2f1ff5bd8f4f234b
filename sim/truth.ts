/**
 * The truth: what really passed, and how a run's detections compare with it.
 *
 * A plate is `visible` when it was legible in principle in at least two exposures: wide enough, wholly in the frame,
 * not hidden by a nearer vehicle, lit (by night only in exposures that the strobe covered) and not smeared. Whether an
 * exposure was delivered or lost by the unit plays no part. Times are on the street's calendar.
 */
import type { Quad } from '../firmware/domain/candidate.ts';
import { distanceOf } from '../firmware/domain/edit-distance.ts';
import { plateSizes } from './plates.ts';
import type { Vehicle } from './traffic.ts';
import type { Placed, World } from './world.ts';

/** What is needed for a plate to be legible. */
export const legible = { widthPx: 50, lookCount: 2, smearShare: 0.04, light: 0.1 } as const;

export interface TrueVehicle {
  readonly plate: string;
  readonly region: string;
  /** First and last exposure that had the middle of its plate in the frame, in milliseconds since 1970 UTC. */
  readonly entered_ms: number;
  readonly left_ms: number;
  readonly visible: boolean;
}

interface Seen {
  readonly vehicle: Vehicle;
  enteredMs: number;
  leftMs: number;
  looks: number;
}

/** Gathers the truth exposure by exposure. */
export class TruthKeeper {
  readonly #world: World;
  readonly #startEpochMs: number;
  readonly #seen = new Map<string, Seen>();

  constructor(world: World, startEpochMs: number) {
    this.#world = world;
    this.#startEpochMs = startEpochMs;
  }

  /** Tells of an exposure, delivered or not. Exposures come in order. */
  expose(sequence: number, timeMs: number): void {
    const placed = this.#world.vehiclesAt(timeMs);
    for (const each of placed) {
      const quad = this.#world.plateQuad(each.vehicle, timeMs);
      if (!quad || !this.#inFrame(quad, 'middle')) continue;
      const seen = this.#seen.get(each.vehicle.id) ?? {
        vehicle: each.vehicle,
        enteredMs: timeMs,
        leftMs: timeMs,
        looks: 0,
      };
      this.#seen.set(each.vehicle.id, seen);
      seen.leftMs = timeMs;
      if (this.#isLegible(each, quad, placed, sequence, timeMs)) seen.looks++;
    }
  }

  /** Every vehicle whose plate came into the frame, in order of entering. */
  truth(): readonly TrueVehicle[] {
    return [...this.#seen.values()].map(({ vehicle, enteredMs, leftMs, looks }) => ({
      plate: vehicle.plate!.text,
      region: vehicle.plate!.design.region,
      entered_ms: Math.round(this.#startEpochMs + enteredMs),
      left_ms: Math.round(this.#startEpochMs + leftMs),
      visible: looks >= legible.lookCount,
    }));
  }

  /** Of those who have passed: a street of days would keep them all. */
  forget(): void {
    this.#seen.clear();
  }

  #isLegible(each: Placed, quad: Quad, placed: readonly Placed[], sequence: number, timeMs: number): boolean {
    const { vehicle, zM } = each;
    const width = Math.hypot(quad[1][0] - quad[0][0], quad[1][1] - quad[0][1]);
    if (width < legible.widthPx || !this.#inFrame(quad, 'whole')) return false;
    const lighting = this.#world.lightingOf(sequence);
    const sheet = lighting.onSheet(zM, vehicle.looks.retro);
    if (sheet.daylight + sheet.strobe < legible.light) return false;
    const later = this.#world.plateQuad(vehicle, timeMs + this.#world.exposureMs(lighting));
    if (!later || Math.hypot(later[0][0] - quad[0][0], later[0][1] - quad[0][1]) > width * legible.smearShare)
      return false;
    return !placed.some((other) => other.zM < zM && other.vehicle !== vehicle && hides(other, each, this.#world));
  }

  #inFrame(quad: Quad, part: 'middle' | 'whole'): boolean {
    const { width, height } = this.#world.scenario.camera;
    const inside = ([x, y]: readonly [number, number]) => x >= 0 && y >= 0 && x < width && y < height;
    if (part === 'whole') return quad.every(inside);
    return inside([(quad[0][0] + quad[2][0]) / 2, (quad[0][1] + quad[2][1]) / 2]);
  }
}

/**
 * Whether a nearer vehicle stands in the way of any part of a plate: some line of sight from the camera to the plate
 * runs through the nearer one's box. The box is a little larger than what is drawn, so doubt counts as hidden.
 */
export function hides(nearer: Placed, farther: Placed, world: World): boolean {
  const { looks, plate } = farther.vehicle;
  if (!plate) return false;
  const { camera } = world.scenario;
  const { body } = nearer.vehicle.looks;
  const half = body.outline[0]!.halfM + 0.05;
  const tall = Math.max(...body.outline.map((point) => point.upM)) + 0.03;
  const [width, height] = plateSizes[plate.size];
  for (const across of [-0.5, 0, 0.5]) {
    for (const up of [-0.5, 0.5]) {
      const x = farther.xM + looks.plateAsideM + across * width;
      const y = looks.body.plateUpM + up * height;
      for (let share = 0; share <= 4; share++) {
        const z = nearer.zM + (body.lengthM * share) / 4;
        if (z >= farther.zM) break;
        const way = z / farther.zM;
        const atX = camera.offset_m + (x - camera.offset_m) * way;
        const atY = camera.height_m + (y - camera.height_m) * way;
        if (Math.abs(atX - nearer.xM) < half && atY < tall) return true;
      }
    }
  }
  return false;
}

/** A run's detection as the score needs it. */
export interface ScoredDetection {
  readonly plate: string;
  readonly first_ms: number;
  readonly last_ms: number;
}

export type Verdict = 'right' | 'wrong' | 'invented';

export interface Score {
  readonly vehicles: number;
  /** Those that could be read. */
  readonly visible: number;
  readonly right: number;
  readonly wrong: number;
  /** Visible vehicles without any detection of theirs. */
  readonly missed: number;
  /** Detections that belong to no vehicle, and second ones of a vehicle already counted. */
  readonly invented: number;
  /** One each detection, in their order, with the vehicle it was taken for. */
  readonly verdicts: readonly { readonly verdict: Verdict; readonly truth?: TrueVehicle }[];
}

/** How far apart in time a detection and its vehicle may lie. */
const slackMs = 250;

/**
 * Compares detections with the truth. A detection belongs to a vehicle that was in the frame at the same time: first
 * those of the same text, then the most similar ones that share more than half of their characters; each vehicle takes
 * one detection. What is left over belongs to nothing. Vehicles that were not visible may be read but are not missed.
 */
export function score(truth: readonly TrueVehicle[], detections: readonly ScoredDetection[]): Score {
  const pairs: { readonly detection: number; readonly vehicle: number; readonly distance: number }[] = [];
  detections.forEach((detection, d) => {
    truth.forEach((vehicle, v) => {
      if (detection.last_ms < vehicle.entered_ms - slackMs || detection.first_ms > vehicle.left_ms + slackMs) return;
      const distance = distanceOf(detection.plate, vehicle.plate);
      if (distance * 2 < Math.max(vehicle.plate.length, detection.plate.length))
        pairs.push({ detection: d, vehicle: v, distance });
    });
  });
  pairs.sort((a, b) => a.distance - b.distance || a.detection - b.detection || a.vehicle - b.vehicle);
  const takenBy = new Map<number, number>();
  const takes = new Map<number, number>();
  for (const pair of pairs) {
    if (takes.has(pair.detection) || takenBy.has(pair.vehicle)) continue;
    takes.set(pair.detection, pair.vehicle);
    takenBy.set(pair.vehicle, pair.detection);
  }
  const verdicts = detections.map((detection, index) => {
    const vehicle = truth[takes.get(index) ?? -1];
    if (!vehicle) return { verdict: 'invented' as const };
    return { verdict: detection.plate === vehicle.plate ? ('right' as const) : ('wrong' as const), truth: vehicle };
  });
  const count = (verdict: Verdict) => verdicts.filter((each) => each.verdict === verdict).length;
  return {
    vehicles: truth.length,
    visible: truth.filter((vehicle) => vehicle.visible).length,
    right: count('right'),
    wrong: count('wrong'),
    missed: truth.filter((vehicle, index) => vehicle.visible && !takenBy.has(index)).length,
    invented: count('invented'),
    verdicts,
  };
}
