/**
 * Plates of the street: which designs there are (models/designs.json, the same that training draws from) and texts of
 * their patterns. Texts are random; none is a real person's but by chance. Motorcycle designs are left out: the street
 * has no motorcycles yet.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Dice } from './dice.ts';

const colour = z.string().regex(/^#[0-9a-f]{6}$/i);
const share = z.number().min(0).max(1);
const side = z.enum(['top', 'bottom']);
const lettering = z.enum(['sans', 'serif', 'script', 'wide']);
const emblemSchema = z.strictObject({
  /** Of models/emblems.json. */
  shape: z.string(),
  /** Its middle, as shares of the plate; or the number's first gap. */
  at: z.union([z.literal('gap'), z.tuple([share, share])]),
  height: z.number().positive(),
  width: z.number().positive().optional(),
  colour,
});
/** What the fields mean is told in models/train/faces.py, which draws the same designs for training. */
const designSchema = z.strictObject({
  region: z.string(),
  name: z.string(),
  /** A = letter, 9 = digit, all else itself. */
  pattern: z.string(),
  weight: z.number().nonnegative(),
  colours: z.strictObject({
    ground: colour,
    characters: colour,
    band: colour.optional(),
    legend: colour.optional(),
    slogan: colour.optional(),
  }),
  gradient: z.array(z.tuple([share, colour])).optional(),
  legend: z.string(),
  legend_or: z.array(z.string()).optional(),
  legend_at: side.optional(),
  legend_style: lettering.optional(),
  legend_height: share.optional(),
  legend_x: share.optional(),
  slogan: z.string().optional(),
  slogan_or: z.array(z.string()).optional(),
  slogan_at: side.optional(),
  slogan_style: lettering.optional(),
  slogan_height: share.optional(),
  slogan_x: share.optional(),
  band_right: z.boolean().optional(),
  /** A colour in place of the band's stars. */
  band_sign: colour.optional(),
  emblems: z.array(emblemSchema).optional(),
  stickers: z.array(z.enum(['top-left', 'top-right', 'bottom-left', 'bottom-right'])).optional(),
  line_from: share.optional(),
  line_to: share.optional(),
  size: z.enum(['us', 'eu', 'br', 'motorcycle']),
  font: z.string(),
  held_back: z.boolean(),
  letters: z.string().min(1).optional(),
});

export type Design = z.infer<typeof designSchema>;
export type Emblem = z.infer<typeof emblemSchema>;

/** Width and height in metres. US: 12 x 6 in; EU: 520 x 110 mm; Brazil: 400 x 130 mm. */
export const plateSizes = {
  us: [0.305, 0.152],
  eu: [0.52, 0.11],
  br: [0.4, 0.13],
} as const satisfies Record<string, readonly [number, number]>;

export type PlateSize = keyof typeof plateSizes;

export interface StreetPlate {
  readonly design: Design;
  readonly size: PlateSize;
  /** As pressed, with its gaps and dashes. */
  readonly pressed: string;
  /** Capital letters and digits only. */
  readonly text: string;
}

export interface PlateMix {
  /** Region codes or their beginnings: `us`, `us-il`, `br`. */
  readonly regions: readonly string[];
  /** Where most are from, and how many of them are. */
  readonly home?: string | undefined;
  readonly homeShare: number;
  readonly heldBack: 'without' | 'with' | 'only';
}

export function readDesigns(
  path: URL | string = new URL('../models/designs.json', import.meta.url),
): readonly Design[] {
  return z.array(designSchema).parse(JSON.parse(readFileSync(path, 'utf8')));
}

/** The designs that a mix allows; throws RangeError where there is none. */
export function designsOf(mix: PlateMix, designs: readonly Design[]): readonly Design[] {
  const allowed = designs.filter(
    (design) =>
      design.size !== 'motorcycle' &&
      design.weight > 0 &&
      /^[A9 ·-]+$/.test(design.pattern) &&
      mix.regions.some((region) => design.region === region || design.region.startsWith(`${region}-`)) &&
      (mix.heldBack === 'with' || design.held_back === (mix.heldBack === 'only')),
  );
  if (allowed.length === 0) throw new RangeError('no plate design fits the mix');
  return allowed;
}

export function drawPlate(mix: PlateMix, allowed: readonly Design[], dice: Dice): StreetPlate {
  const home = mix.home === undefined ? [] : allowed.filter((design) => design.region === mix.home);
  const choice = home.length > 0 && dice.chance(mix.homeShare) ? home : allowed;
  const design = dice.weighted(choice, (each) => each.weight);
  const letters = design.letters ?? 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  let pressed = '';
  for (const mark of design.pattern) {
    if (mark === 'A') pressed += letters[dice.integer(letters.length)];
    else if (mark === '9') pressed += dice.integer(10);
    else pressed += mark;
  }
  return { design, size: design.size as PlateSize, pressed, text: pressed.replace(/[^0-9A-Z]/g, '') };
}
