/**
 * What stands still: sky, buildings, grass, road, markings and signs. Drawn once for each state of the light, then only
 * copied. The pixels of the ground are found by following each one's ray to the road, so scale and fog fit the traffic.
 */
import { createCanvas } from '@napi-rs/canvas';
import type { Point } from '../../firmware/domain/candidate.ts';
import type { Dice } from '../dice.ts';
import type { Lighting } from '../optics/lighting.ts';
import type { Pinhole, Place } from '../optics/projection.ts';
import { drawTexture, type Grey, type Texture, textureOf } from '../optics/raster.ts';
import { levelOf, toneOf } from '../optics/sensor.ts';
import type { Scenario } from '../scenario.ts';
import { familyOf } from './plate-art.ts';

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
        ground && ground[2] < 160 ? groundLevel(ground, edges, grain, lighting, veil, moving) : skyLevel(x, y, scenario, grain);
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
  if (beyond < 0.6) reflectance = 0.27 + fine + 0.018 * grain.at(x * 2.5, along * 0.35) - 0.02 * wheelTrack(x - edges.left);
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

/** A thing beside the road, upright and facing the camera or lining the road. */
export interface Fixture {
  readonly kind: 'sign' | 'tree' | 'wall' | 'pole';
  readonly xM: number;
  readonly zM: number;
  readonly upM: number;
  readonly widthM: number;
  readonly heightM: number;
  readonly texture: Texture;
}

/** Fixtures on `fromM..toM` of the road; each has its own chance, so a longer road begins the same. */
export function drawFixtures(scenario: Scenario, reach: { readonly fromM: number; readonly toM: number }, dice: Dice): readonly Fixture[] {
  const edges = roadEdges(scenario);
  const fixtures: Fixture[] = [];
  const trees = [0, 1, 2].map((each) => drawTree(dice.fork(`tree/${each}`)));
  const walls = [0, 1, 2].map((each) => drawWall(dice.fork(`wall/${each}`)));
  const signs = signTexts.map((text) => drawSign(text));
  for (let block = Math.ceil(reach.fromM / 9); block * 9 < reach.toM; block++) {
    const own = dice.fork(`block/${block}`);
    for (const side of [-1, 1]) {
      const verge = side < 0 ? edges.left : edges.right;
      const zM = block * 9 + own.uniform(0, 3);
      const draw = own.uniform();
      if (draw < 0.3) {
        const tall = own.uniform(4, 8);
        fixtures.push({ kind: 'tree', xM: verge + side * own.uniform(3, 7), zM, upM: 0, widthM: tall * 0.7, heightM: tall, texture: own.pick(trees) });
      } else if (draw < 0.44) {
        fixtures.push({ kind: 'sign', xM: verge + side * own.uniform(0.9, 1.6), zM, upM: 1.9, widthM: 0.61, heightM: 0.76, texture: own.pick(signs) });
      } else if (draw < 0.52) {
        fixtures.push({ kind: 'pole', xM: verge + side * own.uniform(0.8, 1.4), zM, upM: 0, widthM: 0.18, heightM: 7.5, texture: poleTexture });
      }
      if (own.chance(0.7)) {
        const heightM = own.uniform(4, 11);
        fixtures.push({ kind: 'wall', xM: verge + side * own.uniform(8, 12), zM: block * 9, upM: 0, widthM: own.uniform(7, 9), heightM, texture: own.pick(walls) });
      }
    }
  }
  return fixtures.sort((a, b) => b.zM - a.zM);
}

/** Lays the fixtures into the picture as seen from `ownM` along the road, far ones first. */
export function layFixtures(target: Grey, fixtures: readonly Fixture[], ownM: number, pinhole: Pinhole, lighting: Lighting, veil: number): void {
  for (const fixture of fixtures) {
    const z = fixture.zM - ownM;
    if (z < 2 || z > 150) continue;
    const { xM, upM, widthM, heightM } = fixture;
    const top = upM + heightM;
    const reach = fixture.kind === 'wall' ? [[xM, Math.max(2, z)], [xM, z + widthM]] as const : [[xM - widthM / 2, z], [xM + widthM / 2, z]] as const;
    // A wall on the right runs away from the viewer to the left, one on the left to the right.
    const [near, end] = fixture.kind === 'wall' && xM > 0 ? [reach[1], reach[0]] : reach;
    const quad = pinhole.projectQuad([[near[0], top, near[1]], [end[0], top, end[1]], [end[0], upM, end[1]], [near[0], upM, near[1]]]);
    if (!quad || !touches(quad, target)) continue;
    const distance = Math.hypot(xM, z);
    const light = fixture.kind === 'sign' ? lighting.onMarking(distance) : lighting.on(distance, fixture.kind === 'wall' ? 0.8 : 0.9);
    drawTexture(target, fixture.texture, quad, toneOf(light, Math.min(0.5, veil + distance / 500) * (lighting.on(500) > 0.1 ? 1 : 0)));
  }
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
      if (to > from) marks.push([[x - 0.05, 0, to], [x + 0.05, 0, to], [x + 0.05, 0, from], [x - 0.05, 0, from]]);
    }
  }
  return marks;
}

function touches(points: readonly Point[], { width, height }: Grey): boolean {
  const xs = points.map((point) => point[0]);
  const ys = points.map((point) => point[1]);
  return Math.max(...xs) > 0 && Math.min(...xs) < width && Math.max(...ys) > 0 && Math.min(...ys) < height;
}

const signTexts = [['SPEED', 'LIMIT', '30'], ['NO', 'PARKING', '8-5'], ['ONE', 'WAY'], ['BUS', 'STOP', '147'], ['ROUTE', 'US 66']];

function drawSign(lines: readonly string[]): Texture {
  const canvas = createCanvas(122, 152);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#dcdcdc';
  pen.fillRect(0, 0, 122, 152);
  pen.strokeStyle = '#202020';
  pen.lineWidth = 4;
  pen.strokeRect(6, 6, 110, 140);
  pen.fillStyle = '#202020';
  pen.textAlign = 'center';
  lines.forEach((text, row) => {
    const big = row === lines.length - 1;
    pen.font = `${big ? 52 : 30}px ${familyOf('overpass')}`;
    pen.fillText(text, 61, 44 + row * 36 + (big ? 16 : 0), 100);
  });
  return greyOf(canvas.getContext('2d').getImageData(0, 0, 122, 152).data, 122, 152);
}

function drawTree(dice: Dice): Texture {
  const canvas = createCanvas(160, 220);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'rgb(52, 52, 52)';
  pen.fillRect(74, 120, 12, 100);
  for (let i = 0; i < 140; i++) {
    const angle = dice.uniform(0, 2 * Math.PI);
    const far = Math.sqrt(dice.uniform()) * 62;
    const tone = Math.round(dice.uniform(34, 96));
    pen.fillStyle = `rgb(${tone}, ${tone}, ${tone})`;
    pen.beginPath();
    pen.arc(80 + Math.cos(angle) * far, 80 + Math.sin(angle) * far * 1.1, dice.uniform(5, 13), 0, 2 * Math.PI);
    pen.fill();
  }
  return greyOf(pen.getImageData(0, 0, 160, 220).data, 160, 220);
}

function drawWall(dice: Dice): Texture {
  const canvas = createCanvas(192, 160);
  const pen = canvas.getContext('2d');
  const tone = Math.round(dice.uniform(90, 175));
  pen.fillStyle = `rgb(${tone}, ${tone}, ${tone})`;
  pen.fillRect(0, 0, 192, 160);
  pen.fillStyle = `rgb(${tone - 25}, ${tone - 25}, ${tone - 25})`;
  for (let y = 3; y < 160; y += 5) pen.fillRect(0, y, 192, 1);
  const columns = 3 + dice.integer(3);
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < columns; column++) {
      const glass = Math.round(dice.uniform(28, 80));
      pen.fillStyle = `rgb(${glass}, ${glass}, ${glass})`;
      pen.fillRect(12 + (column * 176) / columns, 14 + row * 50, 110 / columns, 30);
    }
  }
  return greyOf(pen.getImageData(0, 0, 192, 160).data, 192, 160);
}

const poleTexture: Texture = textureOf(2, 2, new Uint8Array([90, 70, 90, 70]));

function greyOf(pixels: Uint8ClampedArray, width: number, height: number): Texture {
  const data = new Uint8Array(width * height);
  const alpha = new Uint8Array(width * height);
  for (let i = 0; i < data.length; i++) {
    data[i] = pixels[4 * i]!;
    alpha[i] = pixels[4 * i + 3]!;
  }
  return textureOf(width, height, data, alpha);
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
