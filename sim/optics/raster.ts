/**
 * Drawing in grey: polygons, textures in true perspective, and glows, straight into a frame's luma.
 *
 * Promises: nothing outside the picture is written; a texture is sampled from the level of its pyramid that fits its
 * size in the picture; `drawSharp` averages the whole area of each pixel over the whole exposure. The canvas library is
 * used only to make textures, once a vehicle; every frame is drawn here.
 */
import type { Point, Quad } from '../../firmware/domain/candidate.ts';
import { inverse, squareToQuad } from './projection.ts';

export interface Grey {
  readonly width: number;
  readonly height: number;
  /** width x height, no padding. */
  readonly data: Uint8Array;
}

/** A picture to lay on a surface. `alpha` 255 covers. Each `half` is the same picture at half the size. */
export interface Texture extends Grey {
  readonly alpha?: Uint8Array;
  readonly half?: Texture;
}

/** Maps a texel to the level that the sensor delivers in this light: 256 entries. */
export type Tone = Uint8Array;

/** Builds the pyramid down to 16 pixels. */
export function textureOf(width: number, height: number, data: Uint8Array, alpha?: Uint8Array): Texture {
  const own = alpha ? { width, height, data, alpha } : { width, height, data };
  if (width < 32 || height < 32) return own;
  const w = width >> 1;
  const h = height >> 1;
  const shrink = (from: Uint8Array) => {
    const to = new Uint8Array(w * h);
    for (let y = 0; y < h; y++) {
      for (let x = 0, at = 2 * y * width; x < w; x++, at += 2) {
        to[y * w + x] = (from[at]! + from[at + 1]! + from[at + width]! + from[at + width + 1]! + 2) >> 2;
      }
    }
    return to;
  };
  return { ...own, half: textureOf(w, h, shrink(data), alpha && shrink(alpha)) };
}

/** Fills a convex polygon with one level; its left and right edges are softened. */
export function fillPolygon(target: Grey, points: readonly Point[], level: number, opacity = 1): void {
  const { width, data } = target;
  eachSpan(target, points, (y, left, right) => {
    const from = Math.floor(left);
    const to = Math.floor(right);
    const row = y * width;
    for (let x = Math.max(0, from); x <= to && x < width; x++) {
      const cover = opacity * (Math.min(right, x + 1) - Math.max(left, x));
      if (cover >= 0.996) data[row + x] = level;
      else if (cover > 0) data[row + x] = data[row + x]! + (level - data[row + x]!) * cover;
    }
  });
}

/** Lays a texture on a quad (corners clockwise from the texture's top left), one bilinear sample a pixel. */
export function drawTexture(target: Grey, texture: Texture, quad: Quad, tone: Tone): void {
  const [source] = levelFor(texture, quad, 1);
  const map = inverse(squareToQuad(quad));
  const { width: tw, height: th, data: texels, alpha } = source;
  const { width, data } = target;
  const lastX = tw - 1.001;
  const lastY = th - 1.001;
  eachSpan(target, quad, (y, left, right) => {
    const py = y + 0.5;
    const row = y * width;
    const from = Math.max(0, Math.ceil(left - 0.5));
    const to = Math.min(width, Math.ceil(right - 0.5));
    let nu = map[0] * (from + 0.5) + map[1] * py + map[2];
    let nv = map[3] * (from + 0.5) + map[4] * py + map[5];
    let nw = map[6] * (from + 0.5) + map[7] * py + map[8];
    for (let x = from; x < to; x++, nu += map[0], nv += map[3], nw += map[6]) {
      const tx = Math.min(lastX, Math.max(0, (nu / nw) * tw - 0.5));
      const ty = Math.min(lastY, Math.max(0, (nv / nw) * th - 0.5));
      const ix = tx | 0;
      const iy = ty | 0;
      const fx = tx - ix;
      const fy = ty - iy;
      const at = iy * tw + ix;
      const top = texels[at]! + (texels[at + 1]! - texels[at]!) * fx;
      const bottom = texels[at + tw]! + (texels[at + tw + 1]! - texels[at + tw]!) * fx;
      const level = tone[(top + (bottom - top) * fy + 0.5) | 0]!;
      if (alpha === undefined) {
        data[row + x] = level;
        continue;
      }
      const cover = alpha[at]!;
      if (cover === 255) data[row + x] = level;
      else if (cover > 0) data[row + x] = (data[row + x]! * (255 - cover) + level * cover + 127) / 255;
    }
  });
}

/** Samples of the area of one pixel, each at its own moment of the exposure. */
const grid = 4;
export const exposureMoments = grid * grid;

/**
 * Lays a texture with area and motion averaged: `path` holds the quad at `exposureMoments` moments of the exposure.
 * `softness` widens the area that a pixel gathers, as a lens does (1 = the pixel itself).
 */
export function drawSharp(target: Grey, texture: Texture, path: readonly Quad[], tone: Tone, softness = 1.25): void {
  const first = path[0]!;
  const [source] = levelFor(texture, first, grid / 1.6);
  const { width: tw, height: th, data: texels } = source;
  const { width, height, data } = target;
  const maps = new Float64Array(exposureMoments * 9);
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  path.forEach((quad, moment) => {
    const map = inverse(squareToQuad(quad));
    // Each sample has its place in the pixel folded into its own map.
    const order = (moment * 7 + 3) % exposureMoments;
    const ox = 0.5 + (((order % grid) + 0.5) / grid - 0.5) * softness;
    const oy = 0.5 + ((Math.floor(order / grid) + 0.5) / grid - 0.5) * softness;
    for (let row = 0; row < 9; row += 3) {
      maps[moment * 9 + row] = map[row]!;
      maps[moment * 9 + row + 1] = map[row + 1]!;
      maps[moment * 9 + row + 2] = map[row + 2]! + map[row]! * ox + map[row + 1]! * oy;
    }
    for (const [x, y] of quad) {
      left = Math.min(left, x - 1);
      right = Math.max(right, x + 1);
      top = Math.min(top, y - 1);
      bottom = Math.max(bottom, y + 1);
    }
  });
  const toX = Math.min(width, Math.ceil(right));
  const toY = Math.min(height, Math.ceil(bottom));
  for (let y = Math.max(0, Math.floor(top)); y < toY; y++) {
    for (let x = Math.max(0, Math.floor(left)); x < toX; x++) {
      let sum = 0;
      let inside = 0;
      for (let m = 0; m < exposureMoments * 9; m += 9) {
        const w = maps[m + 6]! * x + maps[m + 7]! * y + maps[m + 8]!;
        const u = (maps[m]! * x + maps[m + 1]! * y + maps[m + 2]!) / w;
        const v = (maps[m + 3]! * x + maps[m + 4]! * y + maps[m + 5]!) / w;
        if (u < 0 || v < 0 || u >= 1 || v >= 1) continue;
        sum += tone[texels[((v * th) | 0) * tw + ((u * tw) | 0)]!]!;
        inside++;
      }
      if (inside === 0) continue;
      const at = y * width + x;
      data[at] = (sum + data[at]! * (exposureMoments - inside)) / exposureMoments + 0.5;
    }
  }
}

/** Adds light that falls off round a point: bright in the core, a halo out to `radius` pixels. */
export function addGlow(target: Grey, centre: Point, radius: number, strength: number): void {
  const { width, height, data } = target;
  const fromY = Math.max(0, Math.floor(centre[1] - radius));
  const toY = Math.min(height - 1, Math.ceil(centre[1] + radius));
  const fromX = Math.max(0, Math.floor(centre[0] - radius));
  const toX = Math.min(width - 1, Math.ceil(centre[0] + radius));
  const scale = 1 / (radius * radius);
  for (let y = fromY; y <= toY; y++) {
    const dy = y + 0.5 - centre[1];
    for (let x = fromX; x <= toX; x++) {
      const dx = x + 0.5 - centre[0];
      const share = (dx * dx + dy * dy) * scale;
      if (share >= 1) continue;
      const fade = 1 - share;
      const light = data[y * width + x]! + (strength * fade * fade * fade * 0.06) / (0.06 + share);
      data[y * width + x] = light > 255 ? 255 : light;
    }
  }
}

/** The rows of a convex polygon, clipped to the picture's height: where each row's centre line enters and leaves it. */
function eachSpan(
  target: Grey,
  points: readonly Point[],
  span: (y: number, left: number, right: number) => void,
): void {
  let top = Infinity;
  let bottom = -Infinity;
  for (const point of points) {
    top = Math.min(top, point[1]);
    bottom = Math.max(bottom, point[1]);
  }
  const to = Math.min(target.height, Math.ceil(bottom - 0.5));
  for (let y = Math.max(0, Math.ceil(top - 0.5)); y < to; y++) {
    const line = y + 0.5;
    let left = Infinity;
    let right = -Infinity;
    for (let i = 0; i < points.length; i++) {
      const a = points[i]!;
      const b = points[i + 1 === points.length ? 0 : i + 1]!;
      if (a[1] <= line === b[1] <= line) continue;
      const x = a[0] + ((line - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
      if (x < left) left = x;
      if (x > right) right = x;
    }
    if (right > 0 && left < target.width && right > left) span(y, left, right);
  }
}

/** The level of the pyramid with about `density` texels a pixel, and how far down it lies. */
function levelFor(texture: Texture, quad: Quad, density: number): readonly [Texture, number] {
  const across = Math.max(distance(quad[0], quad[1]), distance(quad[3], quad[2]));
  let level = texture;
  let down = 0;
  while (level.half && level.half.width >= across * density * 0.75) {
    level = level.half;
    down++;
  }
  return [level, down];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}
