/**
 * Light and sensor: what a surface's reflectance becomes as a level of the picture, and the noise on it.
 *
 * `Lighting` is linear light with a soft shoulder, as cameras have: level = 255 (1 - exp(-exposure)). Noise is read
 * noise plus shot noise, whose variance grows with the level; it comes from one seeded field, read at a new place each
 * frame.
 */
import type { Dice } from '../dice.ts';
import type { Tone } from './raster.ts';

/** The tone of surfaces under a light: reflectance 0..255 times `light` (1 = a white sheet nearly saturates), over a veil. */
export function toneOf(light: number, veil = 0): Tone {
  const tone = new Uint8Array(256);
  for (let texel = 0; texel < 256; texel++) tone[texel] = levelOf((texel / 255) * light, veil);
  return tone;
}

/** One level: linear exposure to 0..255, lifted by haze or rain. */
export function levelOf(exposure: number, veil = 0): number {
  const level = 255 * (1 - Math.exp(-1.9 * Math.max(0, exposure)));
  return Math.min(255, Math.round(level * (1 - veil) + 150 * veil));
}

/** Tones of a light in steps of about 3 %, so that a thousand surfaces share a few dozen tables. */
export class Tones {
  readonly #veil: number;
  readonly #tables = new Map<number, Tone>();

  constructor(veil: number) {
    this.#veil = veil;
  }

  of(light: number): Tone {
    const step = Math.round(Math.log(Math.max(1e-4, light)) / 0.03);
    let tone = this.#tables.get(step);
    if (!tone) {
      tone = toneOf(Math.exp(step * 0.03), this.#veil);
      this.#tables.set(step, tone);
    }
    return tone;
  }
}

export interface NoiseModel {
  /** Standard deviation at black, in levels. */
  readonly read: number;
  /** Variance per level: shot noise times gain. */
  readonly shot: number;
}

/** Unit of the noise field: 24 stands for one standard deviation. */
const unit = 24;

export class Noise {
  readonly #field: Int8Array;
  readonly #spare: number;
  readonly #amplitude = new Int32Array(256);
  readonly #dice: Dice;

  constructor(pixels: number, model: NoiseModel, dice: Dice) {
    const made = dice.fork('field');
    this.#spare = 1 << 18;
    this.#field = new Int8Array(pixels + this.#spare);
    for (let i = 0; i < this.#field.length; i++) {
      // The sum of four bytes is near enough to a bell curve and five times cheaper to draw.
      const word = made.word();
      const sum = (word & 255) + ((word >>> 8) & 255) + ((word >>> 16) & 255) + (word >>> 24);
      this.#field[i] = Math.round(((sum - 510) / 147.8) * unit);
    }
    for (let level = 0; level < 256; level++) {
      this.#amplitude[level] = Math.round((Math.sqrt(model.read ** 2 + model.shot * level) / unit) * 65536);
    }
    this.#dice = dice.fork('place');
  }

  /** Writes the noisy picture of `clean` into `out`; both hold the same number of pixels. */
  expose(clean: Uint8Array, out: Uint8ClampedArray): void {
    const field = this.#field;
    const amplitude = this.#amplitude;
    let at = this.#dice.integer(this.#spare);
    for (let i = 0; i < clean.length; i++, at++) {
      const level = clean[i]!;
      out[i] = level + ((field[at]! * amplitude[level]! + 32768) >> 16);
    }
  }
}
