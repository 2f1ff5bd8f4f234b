/**
 * A plate's text as a key of three words, five characters in each: digits of base 37, of which 0 is "no character here". So a text of up
 * to 15 characters is compared in three steps, two texts never share a key, and a text that differs in one character differs in one word
 * by a multiple of a power of 37. A word takes 27 bits.
 */

export const WORDS = 3;
export const WORD_BITS = 27;
const CHARACTERS_OF_A_WORD = 5;
const BASE = 37;
const POWERS = Array.from({ length: CHARACTERS_OF_A_WORD }, (_, place) => BASE ** (CHARACTERS_OF_A_WORD - 1 - place));
const NINE = '9'.charCodeAt(0);

/** The words, first characters first. Written over by whoever looks up next: one a thread that looks up. */
export type PlateKey = Uint32Array;

export function plateKey(): PlateKey {
  return new Uint32Array(WORDS);
}

/** @param text 1 to 15 of `0-9` and `A-Z`; anything else gives a key of no meaning. */
export function keyInto(key: PlateKey, text: string): void {
  for (let word = 0, place = 0; word < WORDS; word++) {
    let value = 0;
    for (let i = 0; i < CHARACTERS_OF_A_WORD; i++, place++)
      value = value * BASE + (place < text.length ? digitOf(text.charCodeAt(place)) : 0);
    key[word] = value;
  }
}

/** Makes the key that of the text with another character at a place, counted from 0. */
export function substitute(key: PlateKey, place: number, { from, to }: { from: string; to: string }): void {
  const word = Math.floor(place / CHARACTERS_OF_A_WORD);
  const step = digitOf(to.charCodeAt(0)) - digitOf(from.charCodeAt(0));
  key[word] = key[word]! + step * POWERS[place % CHARACTERS_OF_A_WORD]!;
}

/** 32 bits in which each bit of the words tells. The mixing is that of MurmurHash3's last step (A. Appleby, public domain). */
export function hashOf(first: number, second: number, third: number): number {
  return mixed(first ^ mixed(second ^ mixed(third)));
}

function mixed(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** 1 to 36: digits, then letters. */
function digitOf(code: number): number {
  return code <= NINE ? code - 47 : code - 54;
}
