/**
 * A key for each day, that forgets by the half minute. A day's key is the first of a chain: each step's key is the hash of the one before,
 * so that from a later one no earlier can be had. What is stored in a step is sealed by a key of that step; forgetting moves the kept key
 * on past the step, and then nothing in the world opens it, whatever the disk still holds. After its last step the day's key is gone.
 *
 * Days and steps count the store's life (domain/lifetime.ts), not the calendar.
 */
import { hash } from 'node:crypto';
import { openWith, sealWith } from '../aes-vault.ts';
import { type KeyChange, type KeySlots, newKey } from './key-slots.ts';

export const STEP_MS = 30_000;
export const STEPS_A_DAY = 86_400_000 / STEP_MS;

export function stepOf(lifeMs: number): number {
  return Math.floor(lifeMs / STEP_MS);
}

export class DayKeys {
  readonly #slots: KeySlots;
  readonly #name: string;
  /** Where the last walk along a chain ended. */
  #walked: { readonly step: number; readonly key: Buffer } | undefined;

  /** @param name whose keys: what is forgotten at another time has other keys. */
  constructor(slots: KeySlots, name: string) {
    this.#slots = slots;
    this.#name = name;
  }

  /** @param bound what the piece belongs to. The key of a new day is on the disk before anything is sealed by it. */
  seal(step: number, plain: Uint8Array, bound: string): Uint8Array {
    const name = this.#nameOf(step);
    if (this.#slots.get(name) === undefined)
      this.#slots.change([{ name, kept: { position: step % STEPS_A_DAY, key: newKey() } }]);
    const key = this.#keyAt(step);
    if (key === undefined) throw new RangeError('what was forgotten seals nothing');
    return sealWith(key, plain, bound);
  }

  /** Whether what was sealed in the step can be opened, and more be sealed with it. */
  keeps(step: number): boolean {
    const kept = this.#slots.get(this.#nameOf(step));
    return kept !== undefined && kept.position <= step % STEPS_A_DAY;
  }

  /** Undefined: forgotten. Throws Fault `vault.damaged`. */
  open(step: number, sealed: Uint8Array, bound: string): Uint8Array | undefined {
    const key = this.#keyAt(step);
    return key === undefined ? undefined : openWith(key, sealed, bound);
  }

  /** Destroys, durably, the keys of all steps before this one. Returns whether there was one. */
  forget(before: number): boolean {
    const day = Math.floor(before / STEPS_A_DAY);
    const within = before % STEPS_A_DAY;
    const changes: KeyChange[] = [];
    for (const name of this.#slots.names(`${this.#name}/`)) {
      const kept = this.#slots.get(name)!;
      const own = Number(name.slice(this.#name.length + 1));
      if (own < day) changes.push({ name });
      else if (own === day && kept.position < within)
        changes.push({
          name,
          kept: { position: within, key: new Uint8Array(moved(kept.key, within - kept.position)) },
        });
    }
    if (this.#walked !== undefined && this.#walked.step < before) {
      this.#walked.key.fill(0);
      this.#walked = undefined;
    }
    this.#slots.change(changes);
    return changes.length > 0;
  }

  /** The life that surely has passed, milliseconds: the latest step from which a key is kept. */
  passedMs(): number {
    const steps = this.#slots.names(`${this.#name}/`).map((name) => {
      const day = Number(name.slice(this.#name.length + 1));
      return day * STEPS_A_DAY + this.#slots.get(name)!.position;
    });
    return Math.max(0, ...steps) * STEP_MS;
  }

  #nameOf(step: number): string {
    return `${this.#name}/${Math.floor(step / STEPS_A_DAY)}`;
  }

  #keyAt(step: number): Uint8Array | undefined {
    const kept = this.#slots.get(this.#nameOf(step));
    const within = step % STEPS_A_DAY;
    if (kept === undefined || kept.position > within) return undefined;
    const walked = this.#walked;
    const onward = walked !== undefined && walked.step <= step && walked.step >= step - within + kept.position;
    const key = onward ? moved(walked.key, step - walked.step) : moved(kept.key, within - kept.position);
    this.#walked = { step, key };
    return hash('sha256', Buffer.concat([ROWS, key]), 'buffer');
  }
}

const ROWS = Buffer.from('platekeeper store 2 rows ');
const ONWARD = Buffer.from('platekeeper store 2 step ');

/** The key so many steps on. */
function moved(key: Uint8Array, steps: number): Buffer {
  const text = Buffer.concat([ONWARD, key]);
  for (let step = 0; step < steps; step += 1) text.set(hash('sha256', text, 'buffer'), ONWARD.length);
  return Buffer.from(text.subarray(ONWARD.length));
}
