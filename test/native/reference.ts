// What the engine's functions mean, written again in the plainest TypeScript: slow, exact, and by another road than the C++.

import type { Image, Rectangle } from '../../native/index.ts';

// Luma of one pixel before rounding to a byte. Bayer: bilinear demosaic into red, green and blue, mirrored at the border.
function lumaAt(image: Image, x: number, y: number): number {
  const { data, strideBytes, format } = image;
  const at = (column: number, row: number, bytes: number) => data[row * strideBytes + column * bytes] ?? Number.NaN;
  if (format === 'grey' || format === 'nv12' || format === 'yuv420p') return at(x, y, 1);
  if (format === 'yuyv') return at(x, y, 2);
  if (format === 'rgb') {
    const from = y * strideBytes + 3 * x;
    return weighed(data[from] ?? Number.NaN, data[from + 1] ?? Number.NaN, data[from + 2] ?? Number.NaN);
  }
  return bayerLumaAt(image, x, y);
}

function weighed(red: number, green: number, blue: number): number {
  return (77 * red + 150 * green + 29 * blue) / 256;
}

function bayerLumaAt(image: Image, x: number, y: number): number {
  const tenBit = image.format.endsWith('10');
  const tile = image.format.slice('bayer-'.length, 'bayer-'.length + 4);
  const sample = (column: number, row: number) => {
    const from = mirrored(row, image.height) * image.strideBytes + mirrored(column, image.width) * (tenBit ? 2 : 1);
    const low = image.data[from] ?? Number.NaN;
    return tenBit ? (low + 256 * ((image.data[from + 1] ?? Number.NaN) % 4)) / 4 : low;
  };
  // The mosaic's colour is that of the place asked for, wherever the border mirrors it to.
  const colourAt = (column: number, row: number) => tile[(row & 1) * 2 + (column & 1)];
  const mean = (colour: string) => {
    if (colourAt(x, y) === colour) return sample(x, y);
    const found: number[] = [];
    for (const [dx, dy] of [
      [-1, 0],
      [1, 0],
      [0, -1],
      [0, 1],
    ] as const) {
      if (colourAt(x + dx, y + dy) === colour) found.push(sample(x + dx, y + dy));
    }
    if (found.length === 0) {
      for (const dx of [-1, 1]) for (const dy of [-1, 1]) found.push(sample(x + dx, y + dy));
    }
    return found.reduce((sum, value) => sum + value, 0) / found.length;
  };
  return weighed(mean('r'), mean('g'), mean('b'));
}

function mirrored(at: number, size: number): number {
  if (size === 1) return 0;
  if (at < 0) return -at;
  return at < size ? at : 2 * (size - 1) - at;
}

// The byte that the engine makes of it: rounded; cut from 10 bits, of which the brightest is 255.75.
export function lumaByteAt(image: Image, x: number, y: number): number {
  return Math.floor(lumaAt(image, x, y) + (image.format.endsWith('10') ? 0 : 0.5));
}

export function lumaBytes(image: Image): Uint8Array {
  const out = new Uint8Array(image.width * image.height);
  for (let y = 0; y < image.height; y++) {
    for (let x = 0; x < image.width; x++) out[y * image.width + x] = lumaByteAt(image, x, y);
  }
  return out;
}

// The letterboxed luma (0..255) at one tensor pixel; undefined outside the picture.
export function letterboxedAt(
  luma: { readonly width: number; readonly height: number; readonly bytes: Uint8Array },
  crop: Rectangle,
  tensor: { readonly width: number; readonly height: number },
  column: number,
  row: number,
): number | undefined {
  const scale = Math.min(tensor.width / crop.width, tensor.height / crop.height);
  const columns = Math.min(tensor.width, Math.max(1, Math.floor(crop.width * scale + 0.5)));
  const rows = Math.min(tensor.height, Math.max(1, Math.floor(crop.height * scale + 0.5)));
  if (column >= columns || row >= rows) return undefined;
  const across = shares(crop.x, crop.width, scale, column, luma.width);
  const down = shares(crop.y, crop.height, scale, row, luma.height);
  let sum = 0;
  for (const [y, high] of down) {
    for (const [x, wide] of across) sum += high * wide * (luma.bytes[y * luma.width + x] ?? Number.NaN);
  }
  return sum;
}

// How much each input pixel of one axis gives to one output pixel.
function shares(begin: number, extent: number, scale: number, output: number, size: number): Map<number, number> {
  const given = new Map<number, number>();
  const add = (at: number, share: number) => given.set(at, (given.get(at) ?? 0) + share);
  if (scale < 1) {
    const from = begin + output / scale;
    const to = Math.min(begin + (output + 1) / scale, begin + extent);
    for (let at = Math.floor(from); at < to && at < size; at++) {
      const overlap = Math.min(to, at + 1) - Math.max(from, at);
      if (overlap > 0) add(at, overlap / (to - from));
    }
  } else {
    const first = Math.floor(begin + 1e-6);
    const last = Math.max(first, Math.min(size, Math.ceil(begin + extent - 1e-6)) - 1);
    const centre = Math.min(Math.max(begin + (output + 0.5) / scale - 0.5, first), last);
    add(Math.floor(centre), 1 - (centre % 1));
    if (centre % 1 > 0) add(Math.floor(centre) + 1, centre % 1);
  }
  return given;
}
