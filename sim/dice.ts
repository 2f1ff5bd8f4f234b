/**
 * Dice: the simulator's only chance. One seed gives one tree of generators; each device and purpose has a fork of its
 * own by name, so that a draw more in one place changes nothing in another.
 *
 * The generator is sfc32 (Chris Doty-Humphrey's Small Fast Chaotic, PractRand); a fork's state is hashed from the
 * seed and the path of names. Not for secrets.
 */

export class Dice {
  readonly #path: string;
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  constructor(path: string) {
    this.#path = path;
    this.#a = hash(path, 0x9e3779b9);
    this.#b = hash(path, 0x243f6a88);
    this.#c = hash(path, 0xb7e15162);
    for (let i = 0; i < 12; i++) this.word();
  }

  /** A generator of its own that depends on this one's seed and the name, not on what was drawn here. */
  fork(name: string | number): Dice {
    return new Dice(`${this.#path}/${name}`);
  }

  /** 32 random bits, unsigned. */
  word(): number {
    const out = (this.#a + this.#b + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + out) | 0;
    return out >>> 0;
  }

  /** From `low` (included) to `high` (excluded). */
  uniform(low = 0, high = 1): number {
    return low + (high - low) * (this.word() / 0x1_0000_0000);
  }

  /** 0 to count - 1. */
  integer(count: number): number {
    return Math.floor(this.uniform(0, count));
  }

  chance(probability: number): boolean {
    return this.uniform() < probability;
  }

  normal(mean = 0, deviation = 1): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.uniform());
  }

  exponential(mean: number): number {
    return -mean * Math.log(1 - this.uniform());
  }

  pick<T>(items: readonly T[]): T {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    return items[this.integer(items.length)] as T;
  }

  weighted<T>(items: readonly T[], weightOf: (item: T) => number): T {
    if (items.length === 0) throw new RangeError('nothing to pick from');
    let left = this.uniform(
      0,
      items.reduce((sum, item) => sum + weightOf(item), 0),
    );
    for (const item of items) {
      left -= weightOf(item);
      if (left < 0) return item;
    }
    return items[items.length - 1] as T;
  }
}

/** FNV-1a over the text's code units, then the finish of MurmurHash3. */
function hash(text: string, start: number): number {
  let value = start;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) | 0;
}
