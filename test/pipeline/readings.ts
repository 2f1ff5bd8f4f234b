/** A reading with every option defaulted: what a test sets is what it is about. */
import type { Box } from '../../firmware/domain/candidate.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { Plate } from '../../firmware/domain/plate.ts';
import { alphabet, type Reading } from '../../firmware/domain/reading.ts';

export interface ReadingOptions {
  readonly text?: string;
  /** Probability of each character; the rest goes to the character in `instead` or is spread. */
  readonly certainty?: number | readonly number[];
  readonly box?: Box;
  readonly atMs?: number;
  readonly frameSequence?: number;
  readonly region?: string;
  readonly unknownBelow?: number;
}

export function readingOf(options: ReadingOptions = {}): Reading {
  const {
    text = 'AB12345',
    certainty = 0.95,
    box = [100, 100, 120, 40],
    atMs = 0,
    frameSequence = 0,
    region = 'us-il',
    unknownBelow = 0.4,
  } = options;
  const [x, y, width, height] = box;
  const characters = Array.from(text, (character, place) => {
    const p = typeof certainty === 'number' ? certainty : certainty[place]!;
    const distribution = new Float32Array(alphabet.length).fill((1 - p) / (alphabet.length - 1));
    distribution[alphabet.indexOf(character)] = p;
    return { character, confidence: p, distribution };
  });
  const confidence = characters.reduce((product, each) => product * each.confidence, 1);
  const plate = new Plate(text);
  return {
    candidate: {
      box,
      quad: [
        [x, y],
        [x + width, y],
        [x + width, y + height],
        [x, y + height],
      ],
      score: 0.9,
    },
    plate,
    confidence,
    characters,
    candidates: [{ plate, confidence, rank: confidence, series: [] }],
    settledBy: [],
    region: { code: region, confidence: 0.8, others: [{ code: 'other', confidence: 0.2 }] },
    picturedRegions: [
      { code: region, confidence: 0.8 },
      { code: 'other', confidence: 0.2 },
    ],
    unknownBelow,
    frameSequence,
    monotonic: monotonicMs(atMs),
  };
}
