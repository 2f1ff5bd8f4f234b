/**
 * What lies still: sky, road, pavement, grass and the edge lines. Drawn once for each state of the light, then only
 * copied. The pixels of the ground are found by following each one's ray to the road, so scale and fog fit the traffic.
 */
import type { Dice } from '../dice.ts';
import type { Lighting } from '../optics/lighting.ts';
import type { Pinhole, Place } from '../optics/projection.ts';
import type { Grey } from '../optics/raster.ts';
import { levelOf } from '../optics/sensor.ts';
import type { Scenario } from '../scenario.ts';

/** Sky, grass, asphalt and the edge lines; what moves past a moving unit is not in it. */
export function drawBackdrop(scenario: Scenario, pinhole: Pinhole, lighting: Lighting, dice: Dice): Grey {
  const { width, height } = scenario.camera;
  const data = new Uint8Array(width * height);
  const grain = new Dapple(dice.fork('grain'));
  const edges = roadEdges(scenario);
  const moving = scenario.own !== undefined;
  const veil = scenario.weather.haze;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const ground = pinhole.onHeight([x + 0.5, y + 0.5], 0);
      data[y * width + x] =
        ground && ground[2] < 160
          ? groundLevel(ground, edges, grain, lighting, veil, moving)
          : skyLevel(x, y, scenario, grain);
    }
  }
  return { width, height, data };
}

function groundLevel(
  [x, , z]: Place,
  edges: { readonly left: number; readonly right: number },
  grain: Dapple,
  lighting: Lighting,
  veil: number,
  moving: boolean,
): number {
  const distance = Math.hypot(x, z);
  // Before a moving unit the ground's grain is smeared along the way.
  const along = moving ? z * 0.02 : z;
  const beyond = Math.max(edges.left - x, x - edges.right);
  const fine = 0.03 * grain.at(x * 23, along * 14) + 0.025 * grain.at(x * 61, along * 37);
  let reflectance: number;
  if (beyond < 0.6)
    reflectance = 0.27 + fine + 0.018 * grain.at(x * 2.5, along * 0.35) - 0.02 * wheelTrack(x - edges.left);
  else if (beyond < 0.75) reflectance = 0.46 + fine;
  else if (beyond < 2.6) reflectance = 0.4 + fine + 0.02 * grain.at(x, along) - (z % 1.5 < 0.03 && !moving ? 0.12 : 0);
  else reflectance = 0.2 + 1.6 * fine + 0.03 * grain.at(x * 1.3, along * 0.9);
  // The edge line, softened over the width of a pixel.
  const edge = Math.min(Math.abs(x - edges.left), Math.abs(x - edges.right));
  const line = Math.min(1, Math.max(0, (0.07 - edge) / (distance * 0.0005) + 0.5));
  const light = line * 0.62 * lighting.onMarking(distance) + (1 - line) * reflectance * lighting.on(distance);
  const far = lighting.on(500) > 0.1 ? Math.min(1, distance / 260) * 0.3 : 0;
  return levelOf(light, veil + far);
}

/** Where tyres have polished the road: 1 in the middle of a track. */
function wheelTrack(fromEdgeM: number): number {
  const inLane = fromEdgeM % 3.3;
  return Math.max(0, 1 - Math.abs(Math.abs(inLane - 1.65) - 0.8) / 0.35);
}

function skyLevel(x: number, y: number, scenario: Scenario, grain: Dapple): number {
  const ambient = scenario.light.ambient;
  const bright = scenario.light.kind === 'day' ? 1.15 : scenario.light.kind === 'dusk' ? 0.7 : 0.5;
  return levelOf(ambient * (bright - 0.0004 * y + 0.06 * grain.at(x * 0.006, y * 0.012)), scenario.weather.haze);
}

/** Outer edges of the lanes. */
export function roadEdges(scenario: Scenario): { readonly left: number; readonly right: number } {
  const sides = scenario.lane.flatMap((lane) => [lane.x_m - lane.width_m / 2, lane.x_m + lane.width_m / 2]);
  return { left: Math.min(...sides), right: Math.max(...sides) };
}

/** Dashes between lanes, as they move past. */
export function dashes(scenario: Scenario, ownM: number): readonly (readonly [Place, Place, Place, Place])[] {
  const marks: (readonly [Place, Place, Place, Place])[] = [];
  const lanes = [...scenario.lane].sort((a, b) => a.x_m - b.x_m);
  for (let i = 1; i < lanes.length; i++) {
    const x = (lanes[i - 1]!.x_m + lanes[i - 1]!.width_m / 2 + lanes[i]!.x_m - lanes[i]!.width_m / 2) / 2;
    // 10 ft dashes, 30 ft gaps: MUTCD 2009, section 3A.06.
    for (let z = -(ownM % 12.2) - 12.2; z < 90; z += 12.2) {
      const from = Math.max(1.2, z);
      const to = z + 3.05;
      if (to > from)
        marks.push([
          [x - 0.05, 0, to],
          [x + 0.05, 0, to],
          [x + 0.05, 0, from],
          [x - 0.05, 0, from],
        ]);
    }
  }
  return marks;
}

/** Smooth value noise in -1..1 on a lattice of 64 x 64 that repeats. */
class Dapple {
  readonly #lattice = new Float32Array(64 * 64);

  constructor(dice: Dice) {
    for (let i = 0; i < this.#lattice.length; i++) this.#lattice[i] = dice.uniform(-1, 1);
  }

  at(x: number, y: number): number {
    const ix = Math.floor(x);
    const iy = Math.floor(y);
    const fx = x - ix;
    const fy = y - iy;
    const value = (dx: number, dy: number) => this.#lattice[((iy + dy) & 63) * 64 + ((ix + dx) & 63)]!;
    const top = value(0, 0) + (value(1, 0) - value(0, 0)) * fx;
    const bottom = value(0, 1) + (value(1, 1) - value(0, 1)) * fx;
    return top + (bottom - top) * fy;
  }
}
