/**
 * The light on the street at one exposure: ambient light everywhere, and the strobe's from the camera, which falls off
 * with the square of the distance and comes straight back from retro-reflective sheets.
 */
import type { Scenario } from '../scenario.ts';

export class Lighting {
  readonly strobed: boolean;
  readonly lamps: boolean;
  readonly strobeUs: number;
  readonly #ambient: number;
  readonly #strobe: Scenario['strobe'];

  constructor(scenario: Scenario, strobed: boolean) {
    this.#ambient = scenario.light.ambient;
    this.#strobe = strobed ? scenario.strobe : undefined;
    this.strobed = this.#strobe !== undefined;
    this.strobeUs = this.#strobe?.pulse_us ?? 0;
    this.lamps = scenario.light.lamps;
  }

  /** On a diffuse surface at a distance, 1 = a white one nearly saturates. `facing` is how much it is turned to the light. */
  on(distanceM: number, facing = 1): number {
    return this.#ambient * facing + this.#fromStrobe(distanceM);
  }

  /** On a plate's sheet: what the strobe sends there comes back `retro_gain` times as strong. */
  onSheet(distanceM: number, retro: number): { readonly daylight: number; readonly strobe: number } {
    return { daylight: this.#ambient, strobe: this.#fromStrobe(distanceM) * (this.#strobe?.retro_gain ?? 0) * retro };
  }

  /** Retro-reflection of road markings and signs, weaker than a plate's. */
  onMarking(distanceM: number): number {
    return this.on(distanceM) + this.#fromStrobe(distanceM) * (this.#strobe ? this.#strobe.retro_gain * 0.2 : 0);
  }

  /** Exposure by a lamp that shines by itself: 1 by night, little beside daylight or within a strobed exposure. */
  get glare(): number {
    if (this.strobed) return 0.16;
    return this.#ambient < 0.1 ? 1 : 0.34;
  }

  #fromStrobe(distanceM: number): number {
    return this.#strobe ? this.#strobe.power * (this.#strobe.reference_m / distanceM) ** 2 : 0;
  }
}
