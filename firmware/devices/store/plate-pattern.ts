/**
 * A pattern for plates, made ready to be held against packed texts: without `*` four words are compared under a mask; with it the runs are
 * tried from the left.
 */
import { patternFlaw } from '../../domain/plate.ts';

export interface PlatePattern {
  /** Every text that fits has these characters, hashed to 32 bits. */
  readonly characters: number;
  /** @param texts 16 bytes a text, the last its length. @param words the same memory. */
  fits(texts: Uint8Array, words: Uint32Array, at: number): boolean;
}

const ONE = 0x3f; // ?
const RUN = 0x2a; // *
const LONGEST = 15;

/** Throws RangeError. */
export function platePattern(pattern: string): PlatePattern {
  const flaw = patternFlaw(pattern);
  if (flaw !== undefined) throw new RangeError(flaw);
  const codes = Uint8Array.from(pattern, (each) => each.charCodeAt(0));
  let characters = 0;
  for (const code of codes) if (code !== ONE && code !== RUN) characters |= 1 << (code & 31);
  return { characters, fits: pattern.includes('*') ? runs(codes) : whole(codes) };
}

function whole(codes: Uint8Array): PlatePattern['fits'] {
  if (codes.length > LONGEST) return () => false;
  const wanted = new Uint8Array(16);
  const mask = new Uint8Array(16);
  for (const [at, code] of codes.entries()) {
    if (code === ONE) continue;
    wanted[at] = code;
    mask[at] = 0xff;
  }
  wanted[15] = codes.length;
  mask[15] = 0xff;
  const [w0 = 0, w1 = 0, w2 = 0, w3 = 0] = new Int32Array(wanted.buffer);
  const [m0 = 0, m1 = 0, m2 = 0, m3 = 0] = new Int32Array(mask.buffer);
  return (_, words, at) => {
    const first = 4 * at;
    return (
      (words[first + 3]! & m3) === w3 &&
      (words[first]! & m0) === w0 &&
      (words[first + 1]! & m1) === w1 &&
      (words[first + 2]! & m2) === w2
    );
  };
}

function runs(codes: Uint8Array): PlatePattern['fits'] {
  return (texts, _, at) => {
    const start = 16 * at;
    const end = start + texts[start + LONGEST]!;
    let text = start;
    let code = 0;
    // Where the last run began, in the pattern and in the text.
    let run = -1;
    let runText = start;
    while (text < end) {
      const wanted = codes[code];
      if (wanted === RUN) {
        run = code++;
        runText = text;
      } else if (wanted === ONE || wanted === texts[text]) {
        code += 1;
        text += 1;
      } else if (run >= 0) {
        code = run + 1;
        text = ++runText;
      } else return false;
    }
    while (codes[code] === RUN) code += 1;
    return code === codes.length;
  };
}
