/**
 * Texts of the reader's columns, decoded by the native engine.
 *
 * Promises: the ranking is of texts, each with the sum over all its alignments; nothing is allocated once a batch of the size has been
 * seen. Refuses, with a NativeArgumentError naming the argument, logits that are no whole columns of each crop.
 */
import { NativeArgumentError, numberWithin, wholeNumber } from './arguments.ts';
import { addon } from './load.ts';

/** Characters of the alphabet, and the classes of a column: they and the blank. */
const alphabet = 36;
const classes = alphabet + 1;

/** As in native/src/text/ctc.h. */
const textsMost = 256;
const textLengthMost = 15;

/** What each of some crops reads: a row a crop in each array, of which only what is read is written. */
export interface TextRows {
  /** [crops][2 + textsMost]: how many texts are ranked, the best one's confidence, and a probability for each. */
  readonly ranks: Float64Array;
  /** [crops][textsMost][1 + textLengthMost]: a text's length and its characters' places in the alphabet, best text first. */
  readonly texts: Uint8Array;
  /** [crops][textLengthMost][1 + 36]: at each place of the best text its character's share, and the shares of all characters. */
  readonly places: Float32Array;
}

function textRows(crops: number): TextRows {
  return {
    ranks: new Float64Array(crops * (2 + textsMost)),
    texts: new Uint8Array(crops * textsMost * (1 + textLengthMost)),
    places: new Float32Array(crops * textLengthMost * (1 + alphabet)),
  };
}

export interface DecodeOptions {
  readonly crops: number;
  /** Above 1 flattens the columns. */
  readonly temperature: number;
}

/**
 * @param characters logits [crops][columns][37]: 0-9, A-Z, blank. @param lengths logits [crops][n] of how many characters there are: where
 * they say otherwise than the best text, its confidence falls to what they grant. The answer is good until the thread's next call.
 */
export function decodeTexts(characters: Float32Array, lengths: Float32Array, options: DecodeOptions): TextRows {
  const crops = wholeNumber('options.crops', options.crops, { least: 0, most: 2 ** 16 });
  const temperature = numberWithin('options.temperature', options.temperature, { least: 1e-3, most: 1e3 });
  if (crops === 0) return spareRows(0);
  divided('characters', characters, crops * classes);
  divided('lengths', lengths, crops);
  const rows = spareRows(crops);
  addon().decodeTexts(characters, lengths, crops, temperature, rows.ranks, rows.texts, rows.places);
  return rows;
}

const rankRow = 2 + textsMost;
let spare = textRows(0);

/** Rows that are the thread's until it answers the next time. */
export function spareRows(crops: number): TextRows {
  if (spare.ranks.length < rankRow * crops) spare = textRows(crops);
  const { ranks, texts, places } = spare;
  return {
    ranks: ranks.subarray(0, crops * rankRow),
    texts: texts.subarray(0, crops * textsMost * (1 + textLengthMost)),
    places: places.subarray(0, crops * textLengthMost * classes),
  };
}

function divided(argument: string, logits: Float32Array, by: number): void {
  if (!(logits instanceof Float32Array)) throw new NativeArgumentError(argument, 'is not a Float32Array');
  if (logits.length === 0 || logits.length % by !== 0)
    throw new NativeArgumentError(argument, `has ${logits.length} floats, not a multiple of ${by}`);
}
