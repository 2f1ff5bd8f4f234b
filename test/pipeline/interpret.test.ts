import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nativeEngine } from '../../firmware/devices/native-engine.ts';
import type { Quad } from '../../firmware/domain/candidate.ts';
import { joined, linesOf, picturedIn, textAt } from '../../firmware/pipeline/interpret.ts';
import { foldedText } from '../../firmware/pipeline/ranking.ts';
import { readingOf } from './readings.ts';
import { blankColumns, lengthLogits, logitsOf } from './spelled.ts';

const calibration = { regionTemperature: 1, regions: ['us-il', 'br', 'eu'] };
const engine = nativeEngine();

function textOf(logits: Float32Array, lengths: Float32Array) {
  return textAt(engine.decodeTexts(logits, lengths, { crops: 1, temperature: 1 }), 0);
}

describe('what the reader says', () => {
  test('is the text that its columns spell, a distribution a character', () => {
    const text = textOf(logitsOf('KV52819'), lengthLogits(7))!;
    expect(text.plate.reveal()).toBe('KV52819');
    expect(text.characters).toHaveLength(7);
    expect(text.confidence).toBeGreaterThan(0.8);
  });

  test('is believed less when the second opinion counts another number of characters', () => {
    const doubted = textOf(logitsOf('KV52819'), lengthLogits(8, 3))!;
    expect(doubted.plate.reveal()).toBe('KV52819');
    expect(doubted.confidence).toBeLessThan(0.1);
  });

  test('is nothing where every column is blank', () => {
    expect(textOf(blankColumns(4), lengthLogits(0))).toBeUndefined();
  });

  test('has ten candidates and more, however certain it is, that do not only differ by 0 and O or 1 and I', () => {
    for (const sureness of [1, 8, 30]) {
      for (const text of ['KV52819', 'O0I1O0I', 'ABC']) {
        const { candidates } = textOf(logitsOf(text, sureness), lengthLogits(text.length))!;
        const folded = new Set(candidates.map(({ plate }) => foldedText(plate.reveal())));
        expect(folded.size).toBeGreaterThanOrEqual(10);
        expect(candidates[0]!.plate.reveal()).toBe(text);
      }
    }
  });

  test('gives each region the share that the picture does', () => {
    const { regions: shares, looksLogOdds } = picturedIn(Float32Array.of(0, 5, 0), calibration);
    expect(shares.map(({ code }) => code)).toEqual(['us-il', 'br', 'eu']);
    expect(shares[1]!.confidence).toBeCloseTo(Math.exp(5) / (Math.exp(5) + 2), 5);
    expect(looksLogOdds).toBe(0);
  });

  test('knows no region but how likely it is none at all', () => {
    const knowing = { regionTemperature: 2, regions: [...calibration.regions, 'none'] };
    const { regions, looksLogOdds } = picturedIn(Float32Array.of(1, 5, 1, 3), knowing);
    expect(regions.map(({ code }) => code)).toEqual(calibration.regions);
    expect(regions.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 9);
    expect(looksLogOdds).toBeCloseTo(Math.log((2 * Math.exp(0.5) + Math.exp(2.5)) / Math.exp(1.5)), 9);
  });
});

describe('two lines', () => {
  const square: Quad = [
    [0, 0],
    [60, 0],
    [60, 50],
    [0, 50],
  ];

  test('are looked for only in outlines short enough, and share the middle', () => {
    expect(
      linesOf([
        [0, 0],
        [200, 0],
        [200, 50],
        [0, 50],
      ]),
    ).toBeUndefined();
    expect(linesOf(square)).toEqual([
      [
        [0, 0],
        [60, 0],
        [60, 25],
        [0, 25],
      ],
      [
        [0, 25],
        [60, 25],
        [60, 50],
        [0, 50],
      ],
    ]);
  });

  test('are one text from top to bottom, as sure as both together', () => {
    const upper = readingOf({ text: 'ABC', certainty: 0.9 });
    const lower = readingOf({ text: '1234', certainty: 0.8 });
    const text = joined(upper, lower)!;
    expect(text.plate.reveal()).toBe('ABC1234');
    expect(text.characters.map(({ character }) => character).join('')).toBe('ABC1234');
    expect(text.confidence).toBeCloseTo(upper.confidence * lower.confidence, 6);
  });

  test('where one half holds no line are none', () => {
    expect(joined(readingOf({ text: 'ABC' }), undefined)).toBeUndefined();
    expect(joined(readingOf({ text: 'ABC' }), readingOf({ text: '1' }))).toBeUndefined();
    expect(joined(readingOf({ text: 'ABCDEFGH' }), readingOf({ text: '12345678' }))).toBeUndefined();
  });

  test('rank their candidates, best first, none too long for a plate', () => {
    const texts = fc.uniqueArray(fc.stringMatching(/^[0-9A-Z]{2,9}$/), { minLength: 1, maxLength: 6 });
    const ranked = (list: readonly string[]) => {
      const readings = list.map((text, rank) => readingOf({ text, certainty: 0.9 - rank / 20 }));
      return { ...readings[0]!, candidates: readings.map(({ plate, confidence }) => ({ plate, confidence })) };
    };
    fc.assert(
      fc.property(texts, texts, (first, second) => {
        const text = joined(ranked(first), ranked(second));
        if (text === undefined) return;
        for (const { plate } of text.candidates) expect(plate.length).toBeLessThanOrEqual(15);
        const sure = text.candidates.map(({ confidence }) => confidence);
        expect(sure).toEqual(sure.toSorted((a, b) => b - a));
      }),
    );
  });
});
