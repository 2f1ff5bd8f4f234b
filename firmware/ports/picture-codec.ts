/** Encoded pictures in and out. Adapter: sharp. */
import type { Box } from '../domain/candidate.ts';
import type { Picture } from '../domain/detection.ts';
import type { Geometry } from '../domain/frame.ts';
import type { Image } from './engine.ts';

export interface PictureInfo {
  /** Pixels, as a viewer shows it (after the orientation that the file asks for). */
  readonly width: number;
  readonly height: number;
}

export interface PictureCodec {
  /** Throws Fault `picture.missing` or `picture.unreadable`. */
  inspect(path: string): Promise<PictureInfo>;
  /**
   * Decodes a whole picture as tight RGB into `out` and says what lies there now. Throws Fault `picture.missing`,
   * `picture.unreadable` (truncated files too) or `frame.too-large`.
   */
  decode(path: string, out: Uint8Array): Promise<Geometry>;
  /** Encodes a frame, or a part of it, scaled down to at most `widthMax`. */
  encode(
    image: Image,
    options: { readonly widthMax: number; readonly quality: number; readonly part?: Box },
  ): Promise<Picture>;
}
