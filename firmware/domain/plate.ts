/**
 * A plate's text. It prints itself redacted wherever a string is asked for (logs, errors, JSON, the debugger), so a
 * plate can not slip out by accident; `reveal()` is the one way out, and easy to search for.
 */
const REDACTED = '[plate]';

export class Plate {
  readonly #text: string;

  /** @param text capital letters and digits only, 1 to 15 characters, as read. */
  constructor(text: string) {
    if (!/^[0-9A-Z]{1,15}$/.test(text)) throw new RangeError('a plate is 1 to 15 of 0-9 and A-Z');
    this.#text = text;
  }

  /** The text itself, for the record, the match and the operator. */
  reveal(): string {
    return this.#text;
  }

  equals(other: Plate): boolean {
    return this.#text === other.#text;
  }

  get length(): number {
    return this.#text.length;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return REDACTED;
  }
}

/** Why a text is no pattern of plates, in which `?` stands for one character and `*` for any run of them; undefined: it is one. */
export function patternFlaw(text: string): string | undefined {
  return /^[0-9A-Z?*]{1,32}$/.test(text) ? undefined : 'a pattern is 1 to 32 of 0-9, A-Z, ? and *';
}
