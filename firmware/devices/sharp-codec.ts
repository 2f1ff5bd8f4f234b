/**
 * Pictures by sharp (libvips). Decoding is strict: a truncated file is a fault, never a half-grey frame that might be
 * read. libvips keeps no cache and uses one thread, so that reading a folder does not starve vision.
 */
import { open } from 'node:fs/promises';
import sharp from 'sharp';
import { Fault } from '../domain/fault.ts';
import type { PixelFormat } from '../domain/frame.ts';
import type { Image } from '../ports/engine.ts';
import type { PictureCodec } from '../ports/picture-codec.ts';

sharp.cache(false);
sharp.concurrency(1);

/** @param lumaOf the engine's, for frames whose format sharp does not know. */
export function sharpCodec(lumaOf: (image: Image, out: Uint8Array) => void): PictureCodec {
  const scratch = new Scratch();
  return {
    async inspect(path) {
      const { metadata } = await opened(path);
      const { width, height, autoOrient } = metadata;
      return { width: autoOrient?.width ?? width, height: autoOrient?.height ?? height };
    },

    async decode(path, out) {
      const { picture } = await opened(path);
      const { data, info } = await picture
        .autoOrient()
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .raw()
        .toBuffer({ resolveWithObject: true })
        .catch((cause) => Promise.reject(unreadable(path, cause)));
      if (data.length > out.length) {
        const size = `${info.width}x${info.height}`;
        throw new Fault('frame.too-large', `${path} has ${size} pixels; ${out.length} bytes hold a frame.`);
      }
      out.set(data);
      const format: PixelFormat = info.channels === 1 ? 'grey' : 'rgb';
      return { format, width: info.width, height: info.height, strideBytes: info.width * info.channels };
    },

    async encode(image, { widthMax, quality, part }) {
      const { width, height } = image;
      const channels = isColour(image) ? 3 : 1;
      using pixels = scratch.borrow(width * height * channels);
      copyOf(image, pixels.bytes, lumaOf);
      let picture = sharp(pixels.bytes, { raw: { width, height, channels } });
      if (part !== undefined) picture = picture.extract(inside(part, image));
      const { data: bytes, info } = await picture
        .resize({ width: widthMax, withoutEnlargement: true })
        .jpeg({ quality })
        .toBuffer({ resolveWithObject: true });
      return { mediaType: 'image/jpeg', width: info.width, height: info.height, bytes };
    },
  };
}

const strict = { failOn: 'truncated', limitInputPixels: 100_000_000 } as const;

/** Arrays that hold a frame's pixels while sharp works, used again: a frame's worth of garbage would fill the memory. */
class Scratch {
  readonly #free: Uint8Array[] = [];

  borrow(byteCount: number): { readonly bytes: Uint8Array; [Symbol.dispose](): void } {
    const index = this.#free.findIndex(({ length }) => length === byteCount);
    const bytes = this.#free.splice(index, index < 0 ? 0 : 1)[0] ?? new Uint8Array(byteCount);
    return { bytes, [Symbol.dispose]: () => void (this.#free.unshift(bytes) > SCRATCH_MOST && this.#free.pop()) };
  }
}

/** As many pictures as a unit makes at once. */
const SCRATCH_MOST = 2;

function isColour({ format, strideBytes, width }: Image): boolean {
  return format === 'rgb' && strideBytes === width * 3;
}

/** The frame's pixels as tight grey or RGB, copied so that the lease may end while sharp works. */
function copyOf(image: Image, out: Uint8Array, lumaOf: (image: Image, out: Uint8Array) => void): void {
  if (isColour(image)) out.set(image.data.subarray(0, out.length));
  else lumaOf(image, out);
}

/** A box as the whole pixels of the picture that it touches. */
function inside(box: readonly [number, number, number, number], image: Image) {
  const left = Math.min(Math.max(0, Math.floor(box[0])), image.width - 1);
  const top = Math.min(Math.max(0, Math.floor(box[1])), image.height - 1);
  const right = Math.min(Math.max(left + 1, Math.ceil(box[0] + box[2])), image.width);
  const bottom = Math.min(Math.max(top + 1, Math.ceil(box[1] + box[3])), image.height);
  return { left, top, width: right - left, height: bottom - top };
}

/** Nothing else is decoded: what libvips can load besides (SVG, PDF) is no photograph and a larger surface to attack. */
const formats: readonly string[] = ['jpeg', 'png', 'webp'];

async function opened(path: string) {
  const file = await open(path).catch((cause) => Promise.reject(new Fault('picture.missing', `${path}.`, cause)));
  await file.close();
  const picture = sharp(path, strict);
  const metadata = await picture.metadata().catch((cause) => Promise.reject(unreadable(path, cause)));
  if (!formats.includes(metadata.format)) throw new Fault('picture.unreadable', `${path} is ${metadata.format}.`);
  return { picture, metadata };
}

function unreadable(path: string, cause: unknown): Fault {
  const reason = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
  return new Fault('picture.unreadable', `${path}: ${reason}.`, cause);
}
