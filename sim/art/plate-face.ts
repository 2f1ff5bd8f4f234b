/**
 * The face of a plate, all that is printed on it before its characters: ground with its bands, emblems, the state's name
 * and slogan where this design has them, stickers, border and screws. Draws in the inks of plate-inks.ts. The same fields
 * as training draws (models/train/faces.py), in other fonts; held-back designs are printed in fonts that training never sees.
 */
import { readFileSync } from 'node:fs';
import type { SKRSContext2D } from '@napi-rs/canvas';
import { z } from 'zod';
import type { Dice } from '../dice.ts';
import type { Design, Emblem, StreetPlate } from '../plates.ts';
import { familyOf } from './fonts.ts';
import { groundInkOf, type Inks, ink, inkOf } from './plate-inks.ts';

export interface Area {
  readonly width: number;
  readonly height: number;
}

/** Where the characters may stand, in texels. */
export interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const outlineSchema = z.record(
  z.string(),
  z.strictObject({
    aspect: z.number().positive(),
    polygons: z.array(z.array(z.tuple([z.number(), z.number()]))),
  }),
);
const outlines = outlineSchema.parse(
  JSON.parse(readFileSync(new URL('../../models/emblems.json', import.meta.url), 'utf8')),
);

/** The font of each style: for the designs that training sees, and for those held back. */
const printFonts = {
  sans: ['roboto-condensed', 'fjalla-one'],
  wide: ['overpass', 'saira-semi-condensed'],
  serif: ['tinos', 'arvo'],
  script: ['kaushan-script', 'courgette'],
} as const;

const band = 0.083;

/** Prints the face and returns what is left for the characters. */
export function printFace(pen: SKRSContext2D, plate: StreetPlate, area: Area, inks: Inks, dice: Dice): Room {
  const { width, height } = area;
  const { design, size } = plate;
  layGround(pen, design, area);
  if (!design.gradient && dice.chance(0.4)) shadeGround(pen, area, dice);
  for (const emblem of design.emblems ?? [])
    if (emblem.at !== 'gap') drawEmblem(pen, emblem, { x: emblem.at[0] * width, y: emblem.at[1] * height }, area);
  if (size === 'us') for (const what of ['legend', 'slogan'] as const) print(pen, design, what, area, inks, dice);
  pen.strokeStyle = inks.border;
  pen.lineWidth = height * 0.018;
  if (dice.chance(0.7)) pen.strokeRect(height * 0.025, height * 0.025, width - height * 0.05, height * 0.95);
  const from = design.line_from ?? 0.045;
  const to = design.line_to ?? 0.955;
  switch (size) {
    case 'eu': {
      const [left, right] = bands(pen, design, area, inks, dice);
      return { left, right, top: height * 0.13, bottom: height * 0.87 };
    }
    case 'br':
      head(pen, design, area, inks);
      return { left: width * from, right: width * to, top: height * 0.31, bottom: height * 0.9 };
    case 'us':
      stick(pen, design, area, dice);
      return { left: width * from, right: width * to, top: height * 0.27, bottom: height * 0.76 };
  }
}

/** A silhouette with its middle at a place. */
export function drawEmblem(pen: SKRSContext2D, emblem: Emblem, at: { x: number; y: number }, area: Area): void {
  const outline = outlines[emblem.shape];
  if (!outline) throw new RangeError(`models/emblems.json has no shape "${emblem.shape}"`);
  const high = emblem.height * area.height;
  const wide = emblem.width === undefined ? high * outline.aspect : emblem.width * area.width;
  pen.fillStyle = inkOf(emblem.colour);
  for (const polygon of outline.polygons) {
    pen.beginPath();
    for (const [x, y] of polygon) pen.lineTo(at.x + (x - 0.5) * wide, at.y + (y - 0.5) * high);
    pen.closePath();
    pen.fill();
  }
}

/** How wide an emblem is in texels. */
export function widthOf(emblem: Emblem, area: Area): number {
  return emblem.width === undefined
    ? emblem.height * area.height * (outlines[emblem.shape]?.aspect ?? 1)
    : emblem.width * area.width;
}

function layGround(pen: SKRSContext2D, { gradient, colours }: Design, { width, height }: Area): void {
  const fade = pen.createLinearGradient(0, 0, 0, height);
  // Two stops at one place make a hard edge; the canvas would swap them, so each stands a hair below the one before.
  for (const [index, [place, colour]] of (gradient ?? [[0, colours.ground] as const]).entries())
    fade.addColorStop(Math.min(1, place + index * 1e-4), groundInkOf(colour));
  pen.fillStyle = fade;
  pen.fillRect(0, 0, width, height);
}

function shadeGround(pen: SKRSContext2D, area: Area, dice: Dice): void {
  const fade = pen.createLinearGradient(0, 0, 0, area.height);
  const depth = dice.uniform(0.05, 0.22);
  const tone = dice.chance(0.5) ? ink(120, 170, depth) : ink(90, 150, depth);
  fade.addColorStop(0, tone);
  fade.addColorStop(dice.uniform(0.35, 0.7), ink(255, 255, 0));
  if (dice.chance(0.5)) fade.addColorStop(1, tone);
  pen.fillStyle = fade;
  pen.fillRect(0, 0, area.width, area.height);
}

/** The state's name or its slogan. */
function print(
  pen: SKRSContext2D,
  design: Design,
  what: 'legend' | 'slogan',
  area: Area,
  inks: Inks,
  dice: Dice,
): void {
  const others = design[`${what}_or`] ?? [];
  const wording = others.length > 0 && dice.chance(0.5) ? others[dice.integer(others.length)] : design[what];
  if (!wording) return;
  const style = design[`${what}_style`] ?? 'sans';
  const height = (design[`${what}_height`] ?? (what === 'legend' ? 0.155 : 0.085)) * area.height;
  const above = (design[`${what}_at`] ?? (what === 'legend' ? 'top' : 'bottom')) === 'top';
  const capital = height * (style === 'script' ? 0.75 : 0.9);
  const colour = design.colours[what];
  write(pen, wording, {
    x: (design[`${what}_x`] ?? 0.5) * area.width,
    y: above ? 0.045 * area.height + capital : 0.945 * area.height,
    height: capital,
    most: (what === 'legend' || above ? 0.62 : 0.72) * area.width,
    ink: colour ? inkOf(colour) : inks.characters,
    family: familyOf(printFonts[style][design.held_back ? 1 : 0]),
  });
}

/** The blue band with stars (or a flag's colour) and letters, and a second one where there is one. Returns the room between. */
function bands(pen: SKRSContext2D, design: Design, { width, height }: Area, inks: Inks, dice: Dice): [number, number] {
  if (!design.colours.band) return [width * (design.line_from ?? 0.025), width * (design.line_to ?? 0.975)];
  const wide = band * width;
  const family = familyOf(printFonts.sans[0]);
  const line = { y: height * 0.86, height: height * 0.2, most: wide * 0.8, ink: inks.onBand, family };
  pen.fillStyle = inks.band;
  pen.fillRect(0, 0, wide, height);
  if (design.band_right) pen.fillRect(width - wide, 0, wide, height);
  if (design.band_sign) {
    pen.fillStyle = inkOf(design.band_sign);
    pen.fillRect(wide * 0.2, height * 0.26, wide * 0.6, height * 0.2);
  } else {
    pen.fillStyle = inks.onBand;
    for (let star = 0; star < 12; star++) {
      const angle = (star / 12) * 2 * Math.PI;
      const [x, y] = [wide / 2 + Math.cos(angle) * wide * 0.28, height * 0.33 + Math.sin(angle) * wide * 0.28];
      pen.fillRect(x - 3, y - 3, 6, 6);
    }
  }
  write(pen, design.legend, { ...line, x: wide / 2 });
  if (design.band_right) write(pen, String(10 + dice.integer(86)), { ...line, x: width - wide / 2 });
  const right = design.line_to ?? (design.band_right ? 1 - band - 0.012 : 0.975);
  return [wide + width * 0.012, width * right];
}

/** The head of a South American plate: the country's band, or the town. */
function head(pen: SKRSContext2D, design: Design, { width, height }: Area, inks: Inks): void {
  if (design.colours.band) {
    pen.fillStyle = inks.band;
    pen.fillRect(0, 0, width, height * 0.23);
  }
  write(pen, design.legend, {
    x: width / 2,
    y: height * 0.18,
    height: height * 0.11,
    most: width * 0.7,
    ink: design.colours.band ? inks.onBand : inks.characters,
    family: familyOf(printFonts.sans[0]),
  });
}

/** Month and year where this plate has them, and four screws. */
function stick(pen: SKRSContext2D, design: Design, { width, height }: Area, dice: Dice): void {
  for (const corner of ['top-left', 'top-right', 'bottom-left', 'bottom-right'] as const) {
    const likely = design.stickers === undefined ? 0.25 : design.stickers.includes(corner) ? 0.8 : 0.04;
    if (!dice.chance(likely)) continue;
    pen.fillStyle = ink(dice.uniform(40, 230), dice.uniform(60, 230));
    const x = corner.endsWith('left') ? 0.05 : 0.85;
    pen.fillRect(width * x, height * (corner.startsWith('top') ? 0.05 : 0.81), width * 0.1, height * 0.14);
  }
  pen.fillStyle = ink(60, 40);
  for (const x of [0.21, 0.79]) {
    for (const y of [0.09, 0.91]) {
      pen.beginPath();
      pen.arc(width * x, height * y, height * 0.022, 0, 2 * Math.PI);
      pen.fill();
    }
  }
}

interface Line {
  readonly x: number;
  /** Base line. */
  readonly y: number;
  /** Of the capitals. */
  readonly height: number;
  readonly most: number;
  readonly ink: string;
  readonly family: string;
}

/** Small print, centred. */
function write(pen: SKRSContext2D, text: string, line: Line): void {
  if (!text) return;
  pen.font = `${line.height / 0.72}px ${line.family}`;
  const width = pen.measureText(text).width;
  pen.save();
  pen.translate(line.x, line.y);
  pen.scale(Math.min(1, line.most / Math.max(1, width)), 1);
  pen.textAlign = 'center';
  pen.fillStyle = line.ink;
  pen.fillText(text, 0, 0);
  pen.restore();
}
