/**
 * Paints vehicles into the picture: shadow, body, end face, plate, and the glow of lamps over all. What is drawn of a
 * vehicle but its plate is sampled once a pixel; the plate, which is what is read, is averaged over the whole area of
 * each pixel and over the whole exposure, so that it blurs as it would.
 */
import type { Point, Quad } from '../firmware/domain/candidate.ts';
import { drawPlateArt, type PlateArt } from './art/plate-art.ts';
import { drawFace } from './art/vehicle-art.ts';
import type { Lighting } from './optics/lighting.ts';
import type { Place } from './optics/projection.ts';
import {
  addGlow,
  drawSharp,
  drawTexture,
  exposureMoments,
  fillPolygon,
  type Grey,
  type Texture,
} from './optics/raster.ts';
import { levelOf, Tones } from './optics/sensor.ts';
import type { Vehicle } from './traffic.ts';
import type { Material } from './vehicle.ts';
import type { Placed, World } from './world.ts';

interface Art {
  readonly face: Texture;
  readonly plate: PlateArt | undefined;
}

export class VehiclePainter {
  readonly #world: World;
  readonly #picture: Grey;
  readonly #veil: number;
  readonly #tones: Tones;
  readonly #art = new Map<string, Art>();

  constructor(world: World, { picture, veil }: { readonly picture: Grey; readonly veil: number }) {
    this.#world = world;
    this.#picture = picture;
    this.#veil = veil;
    this.#tones = new Tones(veil);
  }

  /** Paints all, which come farthest first, as they are at the beginning of an exposure. */
  paint(placed: readonly Placed[], timeMs: number, lighting: Lighting): void {
    for (const each of placed) this.#drawVehicle(each, timeMs, lighting);
    if (lighting.lamps) for (const each of placed) this.#drawLamps(each, lighting);
    this.#forget(placed);
  }

  #drawVehicle({ vehicle, xM, zM }: Placed, timeMs: number, lighting: Lighting): void {
    const { pinhole } = this.#world;
    const { body } = vehicle.looks;
    if (pinhole.depth([xM, 0.5, zM]) < 1.5) return;
    const art = this.#artOf(vehicle);
    const light = lighting.on(zM);
    const end = Math.min(zM + body.lengthM, 120);
    const shadow = 0.14 * lighting.on(500);
    this.#fill(
      [
        [xM - 1.02, 0, end + 0.2],
        [xM + 1.02, 0, end + 0.2],
        [xM + 1.02, 0, zM - 0.25],
        [xM - 1.02, 0, zM - 0.25],
      ],
      levelOf(shadow, this.#veil),
      0.75,
    );
    const { outline } = body;
    const widest = outline[0]!.halfM;
    const deck = Math.min(outline[0]!.upM, 1.1);
    this.#fill(
      [
        [xM - widest, deck, end],
        [xM + widest, deck, end],
        [xM + widest, deck, zM],
        [xM - widest, deck, zM],
      ],
      levelOf((vehicle.looks.paint / 255) * light * 0.95, this.#veil),
    );
    this.#drawFlank({ vehicle, xM, zM }, light);
    for (let i = outline.length - 1; i > 0; i--) {
      const near = outline[i - 1]!;
      const far = outline[i]!;
      const level = levelOf(
        (this.#reflectance(vehicle, near.material) / 255) * light * slopeLight(far.upM - near.upM, far.inM - near.inM),
        this.#veil,
      );
      this.#fill(
        [
          [xM - far.halfM, far.upM, zM + far.inM],
          [xM + far.halfM, far.upM, zM + far.inM],
          [xM + near.halfM, near.upM, zM + near.inM],
          [xM - near.halfM, near.upM, zM + near.inM],
        ],
        level,
      );
    }
    const half = outline[0]!.halfM + 0.04;
    const tall = outline[0]!.upM;
    const face = pinhole.projectQuad([
      [xM - half, tall, zM],
      [xM + half, tall, zM],
      [xM + half, 0, zM],
      [xM - half, 0, zM],
    ]);
    if (!face) return;
    drawTexture(this.#picture, art.face, face, this.#tones.of(light * 0.85));
    if (art.plate) this.#drawPlate(vehicle, art.plate, timeMs, lighting);
  }

  /** The side that the camera sees, its windows and wheels. */
  #drawFlank({ vehicle, xM, zM }: Placed, light: number): void {
    const { body, paint } = vehicle.looks;
    const { offset_m: offset } = this.#world.scenario.camera;
    const side = xM > offset ? -1 : 1;
    const { outline } = body;
    const length = body.lengthM;
    const belt = Math.min(outline[0]!.upM, 1.1);
    const x = xM + side * outline[0]!.halfM;
    this.#fill(
      [
        [x, belt, zM],
        [x, belt, zM + length],
        [x, 0.22, zM + length],
        [x, 0.22, zM],
      ],
      levelOf((paint / 255) * light * 0.62, this.#veil),
    );
    for (let i = 1; i < outline.length; i++) {
      const near = outline[i - 1]!;
      const far = outline[i]!;
      const level = levelOf(
        (near.material === 'glass' || near.material === 'roof' ? 32 / 255 : paint / 300) * light * 0.7,
        this.#veil,
      );
      this.#fill(
        [
          [xM + side * near.halfM, near.upM, zM + near.inM],
          [xM + side * far.halfM, far.upM, zM + far.inM],
          [x, belt, zM + far.inM],
          [x, belt, zM + near.inM],
        ],
        level,
      );
    }
    for (const at of [0.85, length - 0.95]) {
      const wheel = Array.from({ length: 14 }, (_, corner): Place => {
        const angle = (corner / 14) * 2 * Math.PI;
        return [x + side * 0.01, 0.32 + 0.32 * Math.sin(angle), zM + at + 0.32 * Math.cos(angle)];
      });
      this.#fill(wheel, levelOf(0.07 * light, this.#veil));
    }
  }

  #drawPlate(vehicle: Vehicle, art: PlateArt, timeMs: number, lighting: Lighting): void {
    const world = this.#world;
    const span = world.exposureMs(lighting);
    const path: Quad[] = [];
    for (let moment = 0; moment < exposureMoments; moment++) {
      const quad = world.plateQuad(vehicle, timeMs + (span * (moment + 0.5)) / exposureMoments);
      if (!quad) return;
      path.push(quad);
    }
    const { width, height } = this.#picture;
    const [a, , c] = path[0]!;
    if (c[0] < 0 || a[0] > width || c[1] < 0 || a[1] > height) return;
    const sheet = lighting.onSheet(vehicle.zM(timeMs), vehicle.looks.retro);
    if (sheet.strobe > sheet.daylight) {
      // The camera's own limit: the sheet is bright, yet exposure is set so that it does not drown its characters.
      drawSharp(this.#picture, art.infrared, path, this.#tones.of(Math.min(1.15, sheet.strobe)));
    } else {
      drawSharp(this.#picture, art.day, path, this.#tones.of(sheet.daylight * 0.9));
    }
  }

  #drawLamps({ vehicle, xM, zM }: Placed, lighting: Lighting): void {
    const { body, end } = vehicle.looks;
    const half = body.outline[0]!.halfM - 0.2;
    const { pinhole } = this.#world;
    for (const side of [-1, 1]) {
      const at = pinhole.project([xM + side * half, body.lampUpM, zM - 0.02]);
      if (!at) continue;
      const metre = pinhole.focalPx / Math.max(2, zM);
      const front = end === 'front';
      // A strobed exposure is too short, and its filter too narrow, for much of a lamp's light.
      const radius = Math.min(260, metre * (front ? 0.95 : 0.42) * (0.4 + lighting.glare));
      addGlow(this.#picture, at, radius, (front ? 330 : 190) * (0.25 + 0.75 * lighting.glare));
    }
  }

  #fill(corners: readonly Place[], level: number, opacity = 1): void {
    const points: Point[] = [];
    for (const corner of corners) {
      const point = this.#world.pinhole.project(corner);
      if (!point) return;
      points.push(point);
    }
    fillPolygon(this.#picture, points, level, opacity);
  }

  #reflectance(vehicle: Vehicle, material: Material): number {
    switch (material) {
      case 'paint':
      case 'roof':
        return vehicle.looks.paint;
      case 'glass':
        return 38;
      case 'bed':
        return 26;
    }
  }

  #artOf(vehicle: Vehicle): Art {
    let art = this.#art.get(vehicle.id);
    if (!art) {
      const plate = vehicle.plate && drawPlateArt(vehicle.plate, vehicle.dice.fork('plate'));
      art = { face: drawFace(vehicle.looks, vehicle.dice.fork('face')), plate };
      this.#art.set(vehicle.id, art);
    }
    return art;
  }

  #forget(placed: readonly Placed[]): void {
    if (this.#art.size <= placed.length + 8) return;
    const here = new Set(placed.map((each) => each.vehicle.id));
    for (const id of this.#art.keys()) if (!here.has(id)) this.#art.delete(id);
  }
}

/** How much of the sky's light a sloping surface takes: flat ones most. */
function slopeLight(riseM: number, runM: number): number {
  return 0.7 + 0.38 * Math.abs(runM / Math.hypot(riseM, runM));
}
