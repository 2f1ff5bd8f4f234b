/**
 * Frames for the bench whose content is known: a road's plain grey, and on it the plate of a photograph as often as wanted, so that
 * nothing else is found in them.
 */
import sharp from 'sharp';
import { bytesPerImage, bytesPerRow } from '../../native/index.ts';
import type { Box } from '../domain/candidate.ts';
import { detectorInput } from '../pipeline/prepare.ts';
import type { Looker, Shot } from './looks.ts';

const COLOURLESS = 128;

/** The picture's plate with what is round it, and how wide the picture is that it was cut from. */
export interface Patch {
  readonly picture: string;
  readonly box: Box;
  readonly width: number;
}

/** As wide as the plate itself, so much of what is round it. */
const AROUND = 0.3;

export async function plateIn(picture: string, looker: Looker): Promise<Patch> {
  const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const { readings } = (await looker.look({ geometry: { format: 'grey', width, height, strideBytes: width }, data }, 1))
    .last;
  const [x, y, w, h] = readings[0]!.candidate.box;
  const [left, top] = [Math.max(0, x - AROUND * w), Math.max(0, y - AROUND * w)];
  const [right, bottom] = [Math.min(width, x + w + AROUND * w), Math.min(height, y + h + AROUND * w)];
  return { picture, box: [left, top, right - left, bottom - top].map(Math.round) as unknown as Box, width };
}

/** A grey NV12 frame without anything in it. */
export function emptyRoad(width: number, height: number): Shot {
  const data = new Uint8Array(bytesPerImage('nv12', width, height)).fill(COLOURLESS);
  data.fill(detectorInput.pad, 0, width * height);
  return { geometry: { format: 'nv12', width, height, strideBytes: bytesPerRow('nv12', width) }, data };
}

/** The same with the plate in it, evenly spread, as large as in its picture when that is made as wide as the frame. */
export async function roadWith(
  { picture, box: [left, top, width, height], width: pictureWidth }: Patch,
  { size: [frameWidth, frameHeight], count }: { size: readonly [number, number]; count: number },
): Promise<Shot> {
  const scale = frameWidth / pictureWidth;
  const { data: patch, info } = await sharp(picture)
    .extract({ left, top, width, height })
    .resize(Math.round(width * scale), Math.round(height * scale), { fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const road = emptyRoad(frameWidth, frameHeight);
  const across = Math.ceil(Math.sqrt(count));
  for (let index = 0; index < count; index++) {
    const x = Math.floor(((index % across) + 0.5) * (frameWidth / across) - info.width / 2);
    const y = Math.floor((Math.floor(index / across) + 0.5) * (frameHeight / across) - info.height / 2);
    for (let row = 0; row < info.height; row++)
      road.data.set(patch.subarray(row * info.width, (row + 1) * info.width), (y + row) * frameWidth + x);
  }
  return road;
}
