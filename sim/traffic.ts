/**
 * Traffic of one lane: who comes when, how fast, with what plate. A vehicle's place is a function of time alone, so any
 * moment can be asked for, and asking changes nothing.
 *
 * Distances are along the road, seen from the unit. Vehicles of a lane never run into one another: where speeds differ,
 * one that would catch up takes the speed of the one before it.
 */
import type { Dice } from './dice.ts';
import { type Design, designsOf, drawPlate, type PlateMix, type StreetPlate } from './plates.ts';
import type { Lane, Scenario } from './scenario.ts';
import { drawLooks, type Looks } from './vehicle.ts';

export interface Vehicle {
  readonly id: string;
  readonly lane: number;
  readonly looks: Looks;
  /** Absent: this vehicle shows no plate on the end that the camera sees. */
  readonly plate: StreetPlate | undefined;
  /** Metres to the right of the road's zero, at a time. */
  xM(timeMs: number): number;
  /** Metres from the unit to the vehicle's end that faces it, at a time. */
  zM(timeMs: number): number;
  /** Metres a second away from the unit (negative: it comes nearer). */
  speedMps(timeMs: number): number;
  readonly entersMs: number;
  readonly leavesMs: number;
  /** For drawing the vehicle's art: its own chance. */
  readonly dice: Dice;
}

/** The stretch of road that is simulated, in metres from the unit. */
export const farM = 75;
export const nearM = 1.5;

const shortestGapM = 7;

export class LaneTraffic {
  readonly #lane: Lane;
  readonly #index: number;
  readonly #ownMps: number;
  readonly #dice: Dice;
  readonly #mix: PlateMix;
  readonly #designs: readonly Design[];
  readonly #missingShare: number;
  readonly #vehicles: Vehicle[] = [];
  #count = 0;
  #nextMs: number;
  #before: { readonly speedMps: number; readonly entersMs: number } | undefined;

  constructor(scenario: Scenario, index: number, designs: readonly Design[], dice: Dice) {
    this.#lane = scenario.lane[index]!;
    this.#index = index;
    this.#ownMps = scenario.own?.speed_mps ?? 0;
    this.#dice = dice;
    const { regions, home, home_share: homeShare, held_back: heldBack } = scenario.plates;
    this.#mix = { regions, home, homeShare, heldBack };
    this.#designs = designsOf(this.#mix, designs);
    this.#missingShare = scenario.plates.missing_share;
    // The street is in motion when the run begins.
    this.#nextMs = this.#lane.per_minute > 0 ? -40_000 + this.#dice.fork('first').exponential(this.#meanMs) : Infinity;
  }

  /** Vehicles on the simulated stretch at a time. Times asked for may go back by a minute at most. */
  at(timeMs: number): readonly Vehicle[] {
    while (this.#nextMs <= timeMs) this.#arrive();
    while (this.#vehicles.length > 0 && this.#vehicles[0]!.leavesMs < timeMs - 60_000) this.#vehicles.shift();
    return this.#vehicles.filter((each) => each.entersMs <= timeMs && timeMs < each.leavesMs);
  }

  get #meanMs(): number {
    return 60_000 / this.#lane.per_minute;
  }

  #arrive(): void {
    const number = this.#count++;
    const dice = this.#dice.fork(number);
    const lane = this.#lane;
    const entersMs = this.#nextMs;
    const own = dice.fork('speed').normal(lane.speed_mps, lane.speed_spread_mps);
    const drawn = lane.direction === 'parked' ? 0 : Math.max(lane.speed_mps * 0.4, own);
    const relative = (speed: number) => (lane.direction === 'toward' ? -speed : speed) - this.#ownMps;
    let away = relative(drawn);
    if (Math.abs(away) < 0.5) away = away < 0 ? -0.5 : 0.5;
    if (this.#before) {
      // Time that both need for the stretch: the later one may not arrive at its end before the earlier one has left.
      const stretch = farM - nearM;
      const ahead = this.#before.entersMs + (stretch / Math.abs(this.#before.speedMps)) * 1000;
      const mine = entersMs + ((stretch - shortestGapM) / Math.abs(away)) * 1000;
      if (Math.sign(away) === Math.sign(this.#before.speedMps) && mine < ahead) away = this.#before.speedMps;
    }
    this.#before = { speedMps: away, entersMs };
    const startM = away > 0 ? nearM : farM;
    const waves = lane.wave_share;
    const period = (lane.wave_period_s * 1000) / (2 * Math.PI);
    const way = (fromMs: number, toMs: number) =>
      (away * (toMs - fromMs + waves * period * (Math.sin(toMs / period) - Math.sin(fromMs / period)))) / 1000;
    const zM = (timeMs: number) => startM + way(entersMs, timeMs);
    const xM = lane.x_m + dice.fork('place').normal(0, 0.12);
    const end = lane.direction === 'toward' ? 'front' : 'rear';
    this.#vehicles.push({
      id: `${this.#index}.${number}`,
      lane: this.#index,
      xM: (timeMs) => xM + movesOver(lane, zM(timeMs)),
      looks: drawLooks(end, dice.fork('looks')),
      plate: dice.fork('missing').chance(this.#missingShare)
        ? undefined
        : drawPlate(this.#mix, this.#designs, dice.fork('plate')),
      zM,
      speedMps: (timeMs) => away * (1 + waves * Math.cos(timeMs / period)),
      entersMs,
      leavesMs: firstPast(zM, entersMs, away > 0 ? farM : nearM - 1, away > 0),
      dice: dice.fork('art'),
    });
    // The next one keeps its distance, as the lane flows at that moment.
    const gapMs = ((shortestGapM + 1.2 * Math.abs(away)) / Math.abs(away)) * 1000;
    let waitMs =
      Math.min(gapMs, this.#meanMs) + this.#dice.fork(`${number}/wait`).exponential(Math.max(50, this.#meanMs - gapMs));
    while (Math.abs(way(entersMs, entersMs + waitMs)) < shortestGapM) waitMs += 250;
    this.#nextMs = entersMs + waitMs;
  }
}

/** A vehicle in the unit's own way changes lane before it is reached. */
function movesOver(lane: Lane, zM: number): number {
  if (lane.moves_over_at_m === undefined) return 0;
  const share = Math.min(1, Math.max(0, (lane.moves_over_at_m - zM) / 4.5));
  return -3.4 * share * share * (3 - 2 * share);
}

/** The first time, to 50 ms, at which the way has passed `limitM`; at most ten minutes later. */
function firstPast(zM: (timeMs: number) => number, fromMs: number, limitM: number, rising: boolean): number {
  let timeMs = fromMs;
  while (timeMs < fromMs + 600_000 && (rising ? zM(timeMs) < limitM : zM(timeMs) > limitM)) timeMs += 50;
  return timeMs;
}
