/**
 * Day, dusk or night at the camera, from the sun's height and from what the camera sees, and what is wrong with its sight. The
 * sun decides where place and time are known; a picture that is steadily darker or brighter than that time of day moves the
 * decision one step (a tunnel, a lit yard). Nothing changes before it has stood for `settleMs`, and the ways back lie apart from the
 * ways there, so that the light does not flicker. Pure but for its memory.
 */
export const lights = ['day', 'dusk', 'night'] as const;
export type Light = (typeof lights)[number];

/** What a camera can suffer from, as health tells it. */
export type Sight = 'clear' | 'blind' | 'garbled' | 'dark' | 'saturated' | 'blurred';

/** Of one exposure, luma 0 to 255. */
export interface SeenLight {
  readonly mean: number;
  readonly deviation: number;
  readonly saturatedShare: number;
  /** Mean difference of neighbouring pairs of pixels: with the deviation it tells how sharp edges are. */
  readonly steps: number;
  /** Whether our own light was on. */
  readonly lit: boolean;
}

export interface DaylightOptions {
  readonly settleMs: number;
}

/** Degrees of the sun: above the first it is day, below the second night (civil twilight); back only past the margin. */
const DAY_ABOVE = 3;
const NIGHT_BELOW = -6;
const MARGIN = 1;
/** Mean luma of exposures without our light; the ways back lie apart. */
const DARKER_BELOW = 28;
const BRIGHTER_ABOVE = 110;
const BLIND_DEVIATION = 3;
const DARK_MEAN = 12;
const SATURATED_SHARE = 0.3;
/** Noise in the place of a picture, strong and every pixel by itself, has 0.81; of 221 photographs the median had 0.12, the most 0.36. */
const GARBLED_DEVIATION = 30;
const GARBLED_STEPS = 0.6;
/** What is wrong with the sight is said when it has stood for so long: within five seconds with the look and the message. */
const SIGHT_SETTLE_MS = 3000;
/**
 * Sharpness (steps over deviation) is the scene's as much as the lens's, so a camera is held against its own best: of 32 photographs
 * blurred by 4 and by 8 pixels of 1280 the median fell to 0.63 and 0.55 of what it was.
 */
const BLURRED_BELOW = 0.75;
/** A look's weight in the present sharpness, and what the best loses by a look: half of it in ten days of one a second. */
const SHARPNESS_SHARE = 1 / 60;
const BEST_KEPT = 0.5 ** (1 / 864_000);

export class Daylight {
  readonly #settleMs: number;
  #light: Light = 'day';
  #sight: Sight = 'clear';
  #wantedLight: { readonly value: Light; readonly since: number } | undefined;
  #wantedSight: { readonly value: Sight; readonly since: number } | undefined;
  /** Present and best sharpness, by the light and whether it was ours. */
  readonly #sharpness = new Map<string, { now: number; best: number; looks: number }>();
  /** Steps that the picture has moved the sun's decision: 1 darker, -1 brighter. */
  #moved = 0;

  constructor({ settleMs }: DaylightOptions) {
    this.#settleMs = settleMs;
  }

  get light(): Light {
    return this.#light;
  }

  get sight(): Sight {
    return this.#sight;
  }

  /** @param elevation of the sun, degrees; undefined where place or time is not known. @param nowMs monotonic. */
  look(seen: SeenLight, elevation: number | undefined, nowMs: number): void {
    if (!seen.lit) this.#moved = this.#movedBy(seen);
    const sun = elevation === undefined ? lights.indexOf(this.#light) : lights.indexOf(this.#bySun(elevation));
    const step = elevation === undefined ? this.#stepBy(seen) : this.#moved;
    const light = lights[Math.min(2, Math.max(0, sun + step))]!;
    this.#wantedLight = light === this.#light ? undefined : since(this.#wantedLight, light, nowMs);
    if (stood(this.#wantedLight, nowMs, this.#settleMs)) this.#light = light;
    const visible = seen.lit || (elevation ?? 0) > DAY_ABOVE;
    const sight = isGarbled(seen) ? 'garbled' : sightOf(seen, visible, this.#sharpnessOf(seen));
    this.#wantedSight = sight === this.#sight ? undefined : since(this.#wantedSight, sight, nowMs);
    if (stood(this.#wantedSight, nowMs, SIGHT_SETTLE_MS)) this.#sight = sight;
  }

  /** As a share of this camera's best in the same light, 0 to 1. */
  #sharpnessOf({ steps, deviation, lit }: SeenLight): number {
    const sharpness = steps / Math.max(deviation, BLIND_DEVIATION);
    const key = `${this.#light} ${lit}`;
    const kept = this.#sharpness.get(key) ?? { now: 0, best: 0, looks: 0 };
    kept.looks += 1;
    kept.now += (sharpness - kept.now) * Math.max(SHARPNESS_SHARE, 1 / kept.looks);
    // A single look is no best: the first may be of an empty road, which is sharper than one with traffic.
    if (kept.looks * SHARPNESS_SHARE >= 1) kept.best = Math.max(kept.now, kept.best * BEST_KEPT);
    this.#sharpness.set(key, kept);
    return kept.best === 0 ? 1 : kept.now / kept.best;
  }

  #bySun(elevation: number): Light {
    const margin = (light: Light) => (this.#light === light ? MARGIN : 0);
    if (elevation > DAY_ABOVE - margin('day')) return 'day';
    return elevation < NIGHT_BELOW + margin('night') ? 'night' : 'dusk';
  }

  /** What the picture says against the sun, held until the picture says the contrary. */
  #movedBy({ mean }: SeenLight): number {
    if (mean < DARKER_BELOW) return Math.max(this.#moved, this.#light === 'night' ? this.#moved : 1);
    if (mean > BRIGHTER_ABOVE) return this.#light === 'day' ? Math.min(this.#moved, 0) : -1;
    return this.#moved;
  }

  /** Without the sun the picture alone moves the light, from where it is. */
  #stepBy({ mean, lit }: SeenLight): number {
    if (lit) return 0;
    return mean < DARKER_BELOW ? 1 : mean > BRIGHTER_ABOVE ? -1 : 0;
  }
}

function since<T>(wanted: { readonly value: T; readonly since: number } | undefined, value: T, nowMs: number) {
  return wanted?.value === value ? wanted : { value, since: nowMs };
}

function stood(wanted: { readonly since: number } | undefined, nowMs: number, forMs: number): boolean {
  return wanted !== undefined && nowMs - wanted.since >= forMs;
}

/** Such a look is of nothing, and no measure of how sharp the camera can be. */
function isGarbled({ deviation, steps }: SeenLight): boolean {
  return deviation > GARBLED_DEVIATION && steps > GARBLED_STEPS * deviation;
}

/** @param visible whether there must be something to see: by day, and under our own light. @param sharpness share of the best. */
function sightOf({ mean, deviation, saturatedShare }: SeenLight, visible: boolean, sharpness: number): Sight {
  if (saturatedShare > SATURATED_SHARE) return 'saturated';
  if (visible && mean < DARK_MEAN) return 'dark';
  if (visible && deviation < BLIND_DEVIATION) return 'blind';
  return deviation >= BLIND_DEVIATION && sharpness < BLURRED_BELOW ? 'blurred' : 'clear';
}
