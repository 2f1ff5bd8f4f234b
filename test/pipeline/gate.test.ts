import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Plate } from '../../firmware/domain/plate.ts';
import { logOddsOf, plateProbability } from '../../firmware/pipeline/gate.ts';

const gate = { bias: 1, score: 3, confidence: 0.25, lettersOnly: -1, missing: -0.5 };
const signs = (text: string, score = 0.7, confidence = 0.9) => ({ plate: new Plate(text), score, confidence });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the gate', () => {
  test('weighs its signs as its card says', () => {
    const expected = 1 + 3 * Math.log(0.8 / 0.2) + 0.25 * Math.log(0.5);
    expect(logOddsOf(signs('AB12345', 0.8, 0.5), gate)).toBeCloseTo(expected, 9);
    expect(logOddsOf(signs('SPORT', 0.8, 0.5), gate)).toBeCloseTo(expected - 1, 9);
    expect(logOddsOf(signs('100', 0.8, 0.5), gate)).toBeCloseTo(expected - 1, 9);
  });

  test('a surer detector or reader never makes a plate less likely, and no certainty is infinite', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{3,9}$/), share, share, share, share, (text, a, b, c, d) => {
        const less = logOddsOf(signs(text, Math.min(a, b), Math.min(c, d)), gate);
        const more = logOddsOf(signs(text, Math.max(a, b), Math.max(c, d)), gate);
        expect(less).toBeLessThanOrEqual(more);
        expect(Number.isFinite(less) && Number.isFinite(more)).toBe(true);
      }),
    );
  });

  test('looks at one place are alike, so they speak by their mean and not by their number', () => {
    expect(plateProbability([0])).toBe(0.5);
    expect(plateProbability([2, 2, 2])).toBeCloseTo(plateProbability([2]), 9);
    expect(plateProbability([4, 0])).toBeCloseTo(plateProbability([2]), 9);
  });
});
