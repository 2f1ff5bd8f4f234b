/**
 * A consumer as the interface asks for one: it drops repeats by kind, unit, boot and sequence, and is wronged by a number that names two
 * messages and by a thing that is told under two numbers.
 */
import type { Key } from './kept.ts';

export class Consumer {
  readonly #messages = new Map<string, Key>();
  readonly #homes = new Map<string, string>();

  /** How many it has, repeats dropped. */
  get messages(): number {
    return this.#messages.size;
  }

  /** What is wrong with a message that comes. */
  take(each: Key): string | undefined {
    const known = this.#messages.get(each.key);
    if (known !== undefined && known.digest !== each.digest) return `${each.key} names two different messages`;
    this.#messages.set(each.key, each);
    const other = this.#homes.get(each.tells) ?? each.key;
    if (other !== each.key) return `${each.tells} came as ${other} and as ${each.key}`;
    this.#homes.set(each.tells, each.key);
    return undefined;
  }

  has(tells: string): boolean {
    return this.#homes.has(tells);
  }
}
