/**
 * One exposure as a clean picture: backdrop, fixtures, markings, vehicles from far to near with their plates, lamps,
 * rain. In: a time and the exposure's number. Out: luma, without the sensor's noise, in a buffer that is used again.
 */
import { dashes, drawBackdrop } from './art/backdrop.ts';
import { drawFixtures, type Fixture, layFixtures } from './art/fixtures.ts';
import type { Dice } from './dice.ts';
import type { Lighting } from './optics/lighting.ts';
import { fillPolygon, type Grey } from './optics/raster.ts';
import { levelOf } from './optics/sensor.ts';
import { VehiclePainter } from './vehicle-painter.ts';
import type { World } from './world.ts';

export class Scene {
  readonly #world: World;
  readonly #dice: Dice;
  readonly #picture: Grey;
  readonly #backdrops = new Map<boolean, Grey>();
  readonly #painter: VehiclePainter;
  readonly #veil: number;
  #passing: { readonly fromM: number; readonly fixtures: readonly Fixture[] } | undefined;

  constructor(world: World, dice: Dice) {
    this.#world = world;
    this.#dice = dice;
    const { camera, weather } = world.scenario;
    this.#picture = { width: camera.width, height: camera.height, data: new Uint8Array(camera.width * camera.height) };
    this.#veil = Math.min(0.6, weather.haze + (world.scenario.light.kind === 'night' ? 0 : weather.rain * 0.12));
    this.#painter = new VehiclePainter(world, { picture: this.#picture, veil: this.#veil });
  }

  /** Draws what stands still ahead of time. */
  prepare(): void {
    this.#backdrop(this.#world.lightingOf(0));
    this.#backdrop(this.#world.lightingOf(1));
  }

  /** The picture of the exposure that begins at `timeMs`; valid until the next call. */
  draw(sequence: number, timeMs: number): Grey {
    const world = this.#world;
    const lighting = world.lightingOf(sequence);
    const picture = this.#picture;
    picture.data.set(this.#backdrop(lighting).data);
    const ownM = world.ownWayM(timeMs);
    if (world.scenario.own) layFixtures(picture, this.#fixturesFrom(ownM), ownM, world.pinhole, lighting, this.#veil);
    this.#drawDashes(ownM, lighting);
    const placed = world.vehiclesAt(timeMs);
    this.#painter.paint(placed, timeMs, lighting);
    if (world.scenario.weather.rain > 0) this.#drawRain(sequence, lighting);
    return picture;
  }

  #backdrop(lighting: Lighting): Grey {
    let backdrop = this.#backdrops.get(lighting.strobed);
    if (!backdrop) {
      const { scenario, pinhole } = this.#world;
      backdrop = drawBackdrop(scenario, pinhole, lighting, this.#dice.fork('backdrop'));
      if (!scenario.own) {
        const fixtures = drawFixtures(scenario, { fromM: 10, toM: 130 }, this.#dice.fork('fixtures'));
        layFixtures(backdrop, fixtures, 0, pinhole, lighting, this.#veil);
      }
      this.#backdrops.set(lighting.strobed, backdrop);
    }
    return backdrop;
  }

  /** Fixtures along a moving unit's way, drawn anew every hundred metres. */
  #fixturesFrom(ownM: number): readonly Fixture[] {
    const fromM = Math.floor(ownM / 99) * 99;
    if (this.#passing?.fromM !== fromM) {
      const fixtures = drawFixtures(
        this.#world.scenario,
        { fromM, toM: fromM + 99 + 110 },
        this.#dice.fork('fixtures'),
      );
      this.#passing = { fromM, fixtures };
    }
    return this.#passing.fixtures;
  }

  #drawDashes(ownM: number, lighting: Lighting): void {
    for (const corners of dashes(this.#world.scenario, ownM)) {
      const quad = this.#world.pinhole.projectQuad(corners);
      if (quad) fillPolygon(this.#picture, quad, levelOf(0.6 * lighting.onMarking(corners[0][2]), this.#veil));
    }
  }

  #drawRain(sequence: number, lighting: Lighting): void {
    const dice = this.#dice.fork(`rain/${sequence}`);
    const { width, height } = this.#picture;
    const { rain } = this.#world.scenario.weather;
    const level = levelOf(lighting.strobed ? 0.5 : 0.75 * lighting.on(500) + 0.03);
    for (let drop = Math.round(rain * 260); drop > 0; drop--) {
      const x = dice.uniform(0, width);
      const y = dice.uniform(-40, height);
      const size = dice.uniform(0.6, 1.6);
      const long = lighting.strobed ? size * 5 : size * 22;
      const lean = long * 0.12;
      fillPolygon(
        this.#picture,
        [
          [x, y],
          [x + size, y],
          [x + size + lean, y + long],
          [x + lean, y + long],
        ],
        level,
        dice.uniform(0.12, 0.4),
      );
    }
  }
}
