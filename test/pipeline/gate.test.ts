import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Candidate } from '../../firmware/domain/candidate.ts';
import { Plate } from '../../firmware/domain/plate.ts';
import { confidenceMinOf, isNested, logOddsOf, plateProbability } from '../../firmware/pipeline/gate.ts';

const gate = { bias: 1, score: 3, confidence: 0.25, lettersOnly: -1, missing: -0.5, looks: 0.5 };
const signs = (text: string, score = 0.7, confidence = 0.9, looksLogOdds = 0) => ({
  plate: new Plate(text),
  score,
  confidence,
  looksLogOdds,
});
const looks = fc.double({ min: -30, max: 30, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('the gate', () => {
  test('weighs its signs as its card says', () => {
    const expected = 1 + 3 * Math.log(0.8 / 0.2) + 0.25 * Math.log(0.5);
    expect(logOddsOf(signs('AB12345', 0.8, 0.5), gate)).toBeCloseTo(expected, 9);
    expect(logOddsOf(signs('SPORT', 0.8, 0.5), gate)).toBeCloseTo(expected - 1, 9);
    expect(logOddsOf(signs('100', 0.8, 0.5), gate)).toBeCloseTo(expected - 1, 9);
    expect(logOddsOf(signs('AB12345', 0.8, 0.5, -3), gate)).toBeCloseTo(expected - 1.5, 9);
  });

  test('a surer network never makes a plate less likely, and no certainty is infinite', () => {
    const text = fc.stringMatching(/^[0-9A-Z]{3,9}$/);
    fc.assert(
      fc.property(text, share, share, share, share, looks, looks, (text, a, b, c, d, e, f) => {
        const less = logOddsOf(signs(text, Math.min(a, b), Math.min(c, d), Math.min(e, f)), gate);
        const more = logOddsOf(signs(text, Math.max(a, b), Math.max(c, d), Math.max(e, f)), gate);
        expect(less).toBeLessThanOrEqual(more);
        expect(Number.isFinite(less) && Number.isFinite(more)).toBe(true);
      }),
    );
  });

  test('needs at least the confidence that it says, whatever the text is and however it looks, and no more for some', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z]{3,9}$/),
        share,
        share,
        share,
        looks,
        (text, score, confidence, min, seen) => {
          const strict = { ...gate, missing: 0.3, logOddsMin: 4 * min };
          const passes = (read: string, sure: number, looks: number) =>
            logOddsOf(signs(read, score, sure, looks), strict) >= strict.logOddsMin;
          const needed = confidenceMinOf(score, strict);
          if (passes(text, confidence, seen)) expect(confidence).toBeGreaterThanOrEqual(needed);
          if (needed < 1) expect(passes('A1B', needed * 1.000001 + 1e-12, 30)).toBe(true);
        },
      ),
    );
  });

  test('looks at one place are alike, so they speak by their mean and not by their number', () => {
    expect(plateProbability([0])).toBe(0.5);
    expect(plateProbability([2, 2, 2])).toBeCloseTo(plateProbability([2]), 9);
    expect(plateProbability([4, 0])).toBeCloseTo(plateProbability([2]), 9);
  });

  test('what lies within a surer plate is its lettering; of two the surer always stays, and neighbours stay both', () => {
    const at = (box: Box, plateLogOdds: number): Candidate => ({ score: 0.5, quad: quadOf(box), box, plateLogOdds });
    const plate = at([100, 100, 120, 60], 4);
    const dealer = at([110, 145, 100, 14], 2);
    expect(isNested(dealer, [plate, dealer])).toBe(true);
    expect(isNested(plate, [plate, dealer])).toBe(false);
    expect(isNested(at([110, 145, 100, 14], 5), [plate])).toBe(false);
    expect(isNested(at([210, 100, 120, 60], 2), [plate])).toBe(false);
    const number = fc.double({ min: 1, max: 300, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(number, number, number, number, number), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const all = rows.map(([x, y, w, h, odds]) => at([x, y, w, h], odds));
          const surest = all.reduce((a, b) => (b.plateLogOdds! > a.plateLogOdds! ? b : a));
          expect(isNested(surest, all)).toBe(false);
        },
      ),
    );
  });
});

function quadOf([x, y, w, h]: Box): Candidate['quad'] {
  return [
    [x, y],
    [x + w, y],
    [x + w, y + h],
    [x, y + h],
  ];
}
