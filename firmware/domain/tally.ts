/**
 * Counts of one stage: what went in, what came out, what was dropped and why. Conservation is a law:
 * in = out + drops + held, where `held` is what the stage still has (open tracks, a full queue).
 */

export interface TallySnapshot {
  readonly stage: string;
  readonly in: number;
  readonly out: number;
  readonly held: number;
  readonly drops: Readonly<Record<string, number>>;
  /** CPU milliseconds of the stage's own thread, where measured. */
  readonly cpuMs: number;
}

export class Tally {
  readonly stage: string;
  #in = 0;
  #out = 0;
  #cpuMs = 0;
  readonly #drops = new Map<string, number>();

  constructor(stage: string) {
    this.stage = stage;
  }

  in(count = 1): void {
    this.#in += count;
  }

  /** One of a source that numbers what it gives: what is missing since `due` went in before it, and is dropped as `lost`. */
  inNumbered({ sequence, due = sequence }: { readonly sequence: number; readonly due: number | undefined }): void {
    const lost = Math.max(0, sequence - due);
    this.in(1 + lost);
    this.drop('lost', lost);
  }

  out(count = 1): void {
    this.#out += count;
  }

  drop(reason: string, count = 1): void {
    if (count > 0) this.#drops.set(reason, (this.#drops.get(reason) ?? 0) + count);
  }

  spent(cpuMs: number): void {
    this.#cpuMs += cpuMs;
  }

  snapshot(): TallySnapshot {
    let dropped = 0;
    for (const count of this.#drops.values()) dropped += count;
    return {
      stage: this.stage,
      in: this.#in,
      out: this.#out,
      held: this.#in - this.#out - dropped,
      drops: Object.fromEntries([...this.#drops].sort(([a], [b]) => a.localeCompare(b))),
      cpuMs: this.#cpuMs,
    };
  }
}
