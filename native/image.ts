/** What a picture is at the engine's door: its format, its sizes, and bytes enough for them. */
import { NativeArgumentError, objectOf, wholeNumber } from './arguments.ts';
import type { RawImage } from './load.ts';

/** 10 bit: unpacked little-endian 16-bit words. nv12, yuv420p and yuyv: luma as the camera gives it. */
export type PixelFormat =
  | 'grey'
  | 'nv12'
  | 'yuv420p'
  | 'yuyv'
  | 'rgb'
  | 'bayer-rggb8'
  | 'bayer-bggr8'
  | 'bayer-grbg8'
  | 'bayer-gbrg8'
  | 'bayer-rggb10'
  | 'bayer-bggr10'
  | 'bayer-grbg10'
  | 'bayer-gbrg10';

export interface Image {
  readonly format: PixelFormat;
  readonly width: number;
  readonly height: number;
  /** Bytes from one row of the first plane to the next. */
  readonly strideBytes: number;
  /** At least bytesPerImage; may view a SharedArrayBuffer. */
  readonly data: Uint8Array;
}

const side = { least: 1, most: 16384 };
const strideRange = { least: 1, most: 2 ** 20 };

const bytesPerPixel: { readonly [format in PixelFormat]: number } = {
  grey: 1,
  nv12: 1,
  yuv420p: 1,
  yuyv: 2,
  rgb: 3,
  'bayer-rggb8': 1,
  'bayer-bggr8': 1,
  'bayer-grbg8': 1,
  'bayer-gbrg8': 1,
  'bayer-rggb10': 2,
  'bayer-bggr10': 2,
  'bayer-grbg10': 2,
  'bayer-gbrg10': 2,
};

/**
 * Bytes of one row of the first plane without padding: the least stride. Formats that share chroma between two columns round an
 * odd width up.
 */
export function bytesPerRow(format: PixelFormat, width: number): number {
  if (!Object.hasOwn(bytesPerPixel, format))
    throw new NativeArgumentError('format', `'${String(format)}' is not a pixel format`);
  wholeNumber('width', width, side);
  const paired = format === 'nv12' || format === 'yuyv';
  return (paired ? width + (width % 2) : width) * bytesPerPixel[format];
}

/** Bytes of a whole image, every plane. Chroma of nv12 has the luma's stride, chroma of yuv420p half of it, rounded up. */
export function bytesPerImage(format: PixelFormat, width: number, height: number, strideBytes?: number): number {
  const least = bytesPerRow(format, width);
  wholeNumber('height', height, side);
  const stride = wholeNumber('strideBytes', strideBytes ?? least, { ...strideRange, least });
  const chromaRows = Math.ceil(height / 2);
  if (format === 'nv12') return stride * (height + chromaRows);
  if (format === 'yuv420p') return stride * height + 2 * Math.ceil(stride / 2) * chromaRows;
  return stride * height;
}

/** The image's five arguments at the boundary, checked. */
export function rawImage(image: Image): RawImage {
  const { format, width, height, strideBytes, data } = objectOf('image', image);
  let needed: number;
  try {
    needed = bytesPerImage(format, width, height, wholeNumber('strideBytes', strideBytes, strideRange));
  } catch (refused) {
    if (!(refused instanceof NativeArgumentError)) throw refused;
    const what = refused.message.slice(refused.argument.length + 2);
    throw new NativeArgumentError(`image.${refused.argument}`, what);
  }
  if (!(data instanceof Uint8Array)) throw new NativeArgumentError('image.data', 'is not a Uint8Array');
  if (data.length < needed) throw new NativeArgumentError('image.data', `has ${data.length} bytes, needs ${needed}`);
  return [format, width, height, strideBytes, data];
}
