/** Draws readings into a copy of a photograph: each plate's outline, its text, region and confidence. */
import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, extname, join } from 'node:path';
import sharp, { type OverlayOptions } from 'sharp';
import type { Quad } from '../domain/candidate.ts';
import { exactConfidence, type Reading, shownText } from '../domain/reading.ts';
import { shownRegion } from '../domain/region.ts';

const FONT = createRequire(import.meta.url).resolve('@fontsource/overpass/files/overpass-latin-700-normal.woff');
const COLOUR = '#00ff7f';

/** Writes `folder/NAME.jpg`; `picture` is a path or raw pixels as sharp takes them. */
export async function annotate(path: string, readings: readonly Reading[], folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const picture = sharp(path).autoOrient();
  const { data, info } = await picture.toColourspace('srgb').png().toBuffer({ resolveWithObject: true });
  const file = join(folder, `${basename(path, extname(path))}.jpg`);
  const layers = [outlines(readings, info), ...(await Promise.all(readings.map((each) => label(each, info))))];
  await sharp(data).composite(layers).jpeg({ quality: 90 }).toFile(file);
  return file;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

function outlines(readings: readonly Reading[], { width, height }: Size): OverlayOptions {
  const stroke = Math.max(2, Math.round(width / 400));
  const points = (quad: Quad) => quad.map((point) => point.map((value) => value.toFixed(1)).join(',')).join(' ');
  const polygons = readings.map(({ candidate }) => `<polygon points="${points(candidate.quad)}"/>`).join('');
  const group = `<g fill="none" stroke="${COLOUR}" stroke-width="${stroke}" stroke-linejoin="round">${polygons}</g>`;
  return {
    input: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${group}</svg>`),
  };
}

/** The text above the plate, or below it where there is no room. */
async function label(reading: Reading, picture: Size): Promise<OverlayOptions> {
  const text = `${shownText(reading.characters)}  ${shownRegion(reading.region)}  ${(100 * exactConfidence(reading)).toFixed(0)} %`;
  const size = Math.max(12, Math.round(picture.width / 60));
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="#10261a" background="${COLOUR}"> ${text} </span>`,
      fontfile: FONT,
      font: `Overpass Bold ${size}`,
      rgba: true,
      dpi: 72,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  const xs = reading.candidate.quad.map((point) => point[0]);
  const ys = reading.candidate.quad.map((point) => point[1]);
  const above = Math.min(...ys) - info.height - size / 4;
  const top = above >= 0 ? above : Math.min(Math.max(...ys) + size / 4, picture.height - info.height);
  const left = Math.min(Math.max(0, Math.min(...xs)), Math.max(0, picture.width - info.width));
  return { input: data, left: Math.round(left), top: Math.round(Math.max(0, top)) };
}
