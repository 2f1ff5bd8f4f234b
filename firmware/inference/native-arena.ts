/**
 * One stretch of memory for all the intermediate tensors of a network. A tensor's place is given to another as soon as it has been
 * read for the last time, so that the whole network stays as near to the processor as it can.
 */

/** A place in the arena, in floats. */
export interface Place {
  readonly offset: number;
  readonly length: number;
}

/** Places begin at whole cache lines. */
const lineFloats = 16;

/** Hands out places and takes them back, while a network is planned. */
export class ArenaPlan {
  /** Free places by offset, none touching the next. */
  #free: Place[] = [];
  #length = 0;

  /** Floats that the arena needs. */
  get length(): number {
    return this.#length;
  }

  /** The smallest free place that is large enough, or a new one at the end. */
  take(length: number): Place {
    const needed = Math.ceil(length / lineFloats) * lineFloats;
    const fitting = this.#free.filter((place) => place.length >= needed);
    const best = fitting.reduce<Place | undefined>(
      (a, b) => (a === undefined || b.length < a.length ? b : a),
      undefined,
    );
    if (best === undefined) return this.#append(needed);
    this.#free = this.#free.filter((place) => place !== best);
    if (best.length > needed) this.give({ offset: best.offset + needed, length: best.length - needed });
    return { offset: best.offset, length: needed };
  }

  give(place: Place): void {
    const joined: Place[] = [];
    for (const next of [...this.#free, place].sort((a, b) => a.offset - b.offset)) {
      const last = joined.at(-1);
      if (last === undefined || last.offset + last.length < next.offset) joined.push(next);
      else joined[joined.length - 1] = { offset: last.offset, length: last.length + next.length };
    }
    this.#free = joined;
  }

  /** What is free at the end grows rather than being left behind. */
  #append(needed: number): Place {
    const last = this.#free.at(-1);
    const offset = last !== undefined && last.offset + last.length === this.#length ? last.offset : this.#length;
    if (offset < this.#length) this.#free = this.#free.slice(0, -1);
    this.#length = offset + needed;
    return { offset, length: needed };
  }
}
