/** What the reader's network would answer for a text, so that a test can say what stands on a plate. */
import { alphabet } from '../../firmware/domain/reading.ts';

const CLASSES = alphabet.length + 1;
const LENGTHS = 13;

/** Logits that spell a text: a column a character and a blank after each, and blanks up to so many columns. */
export function logitsOf(text: string, sureness = 8, columns = 2 * text.length): Float32Array {
  const logits = blankColumns(columns, sureness);
  for (const [place, character] of [...text].entries()) {
    logits[2 * place * CLASSES + alphabet.length] = 0;
    logits[2 * place * CLASSES + alphabet.indexOf(character)] = sureness;
  }
  return logits;
}

export function blankColumns(columns: number, sureness = 60): Float32Array {
  const logits = new Float32Array(columns * CLASSES);
  for (let column = 0; column < columns; column++) logits[column * CLASSES + alphabet.length] = sureness;
  return logits;
}

export function lengthLogits(length: number, sureness = 8): Float32Array {
  const logits = new Float32Array(LENGTHS);
  logits[length] = sureness;
  return logits;
}
