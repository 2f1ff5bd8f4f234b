/**
 * The pinhole: metres of the street to pixels of the frame and back.
 *
 * Street coordinates: x to the right, y up from the road, z along the road, in metres; the camera stands over z = 0 and
 * looks along +z, turned right by its yaw and down by its tilt. Pixels: x right, y down, the first pixel's corner is 0, 0.
 */
import type { Point, Quad } from '../../firmware/domain/candidate.ts';

export type Place = readonly [x: number, y: number, z: number];

export interface Pose {
  readonly heightM: number;
  readonly offsetM: number;
  readonly tiltDeg: number;
  readonly yawDeg: number;
}

/** Nothing nearer than this along the optical axis is drawn. */
export const nearestM = 0.8;

export class Pinhole {
  readonly focalPx: number;
  readonly #centre: Point;
  readonly #at: Place;
  readonly #yaw: Point;
  readonly #tilt: Point;

  constructor(pose: Pose, lens: { readonly focalPx: number; readonly width: number; readonly height: number }) {
    const yaw = (pose.yawDeg * Math.PI) / 180;
    const tilt = (pose.tiltDeg * Math.PI) / 180;
    this.focalPx = lens.focalPx;
    this.#centre = [lens.width / 2, lens.height / 2];
    this.#at = [pose.offsetM, pose.heightM, 0];
    this.#yaw = [Math.cos(yaw), Math.sin(yaw)];
    this.#tilt = [Math.cos(tilt), Math.sin(tilt)];
  }

  /** Metres along the optical axis; what is not in front of the camera is negative. */
  depth(place: Place): number {
    const ahead = (place[0] - this.#at[0]) * this.#yaw[1] + place[2] * this.#yaw[0];
    return ahead * this.#tilt[0] - (place[1] - this.#at[1]) * this.#tilt[1];
  }

  /** The pixel that shows a place, or undefined where it is nearer than `nearestM` or behind. */
  project(place: Place): Point | undefined {
    const across = place[0] - this.#at[0];
    const up = place[1] - this.#at[1];
    const right = across * this.#yaw[0] - place[2] * this.#yaw[1];
    const ahead = across * this.#yaw[1] + place[2] * this.#yaw[0];
    const depth = ahead * this.#tilt[0] - up * this.#tilt[1];
    if (depth < nearestM) return undefined;
    const rise = up * this.#tilt[0] + ahead * this.#tilt[1];
    return [this.#centre[0] + (this.focalPx * right) / depth, this.#centre[1] - (this.focalPx * rise) / depth];
  }

  /** The four corners, or undefined where one can not be seen. */
  projectQuad(corners: readonly [Place, Place, Place, Place]): Quad | undefined {
    const [a, b, c, d] = [
      this.project(corners[0]),
      this.project(corners[1]),
      this.project(corners[2]),
      this.project(corners[3]),
    ];
    return a && b && c && d ? [a, b, c, d] : undefined;
  }

  /** Where a pixel's ray meets the height `y`, or undefined where it never does. */
  onHeight(pixel: Point, y: number): Place | undefined {
    const right = (pixel[0] - this.#centre[0]) / this.focalPx;
    const rise = -(pixel[1] - this.#centre[1]) / this.focalPx;
    const ahead = this.#tilt[0] + rise * this.#tilt[1];
    const up = -this.#tilt[1] + rise * this.#tilt[0];
    const way = (y - this.#at[1]) / up;
    if (!(way > 0) || !Number.isFinite(way)) return undefined;
    const x = right * this.#yaw[0] + ahead * this.#yaw[1];
    const z = -right * this.#yaw[1] + ahead * this.#yaw[0];
    return [this.#at[0] + way * x, y, way * z];
  }
}

/** A plane projective map as nine numbers by rows. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number];

/** Maps the unit square (0,0 1,0 1,1 0,1) onto the quad. Heckbert, Fundamentals of Texture Mapping, 1989, section 2.2. */
export function squareToQuad(quad: Quad): Homography {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = quad;
  const sx = x0 - x1 + x2 - x3;
  const sy = y0 - y1 + y2 - y3;
  const dx1 = x1 - x2;
  const dy1 = y1 - y2;
  const dx2 = x3 - x2;
  const dy2 = y3 - y2;
  const scale = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / scale;
  const h = (dx1 * sy - sx * dy1) / scale;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
}

/** The inverse map, by the adjugate; its scale is arbitrary, as a homography's is. */
export function inverse(map: Homography): Homography {
  const [a, b, c, d, e, f, g, h, i] = map;
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

export function apply(map: Homography, point: Point): Point {
  const [x, y] = point;
  const w = map[6] * x + map[7] * y + map[8];
  return [(map[0] * x + map[1] * y + map[2]) / w, (map[3] * x + map[4] * y + map[5]) / w];
}
