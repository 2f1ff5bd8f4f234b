import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UNION } from '../../firmware/domain/region.ts';
import { explained, issuedBy, regionReading } from '../../firmware/pipeline/issued.ts';
import { explainedRegions, seriesThatPrint, seriesThatPrintAlike } from '../../firmware/pipeline/known-series.ts';

const codes = [...explainedRegions, 'us', 'other'];
const pictures = fc
  .array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: codes.length, maxLength: codes.length })
  .map((weights) => {
    const sum = weights.reduce((a, b) => a + b, 0);
    return codes.map((code, index) => ({ code, confidence: weights[index]! / sum }));
  });
/** Texts of which some have the form of a series and some of none. */
const texts = fc.oneof(
  fc.stringMatching(/^[0-9A-Z]{3,8}$/),
  fc.stringMatching(/^[A-Z]{3}[0-9]{3,4}$/),
  fc.stringMatching(/^[0-9][A-Z]{3}[0-9]{3}$/),
);
/** Every group of regions alike, and within the Union every country. */
const weights = codes.map((code) => (code.startsWith(UNION) ? 1 / 27 : 1));
const even = codes.map((code, place) => ({ code, confidence: weights[place]! / weights.reduce((a, b) => a + b) }));

describe('where a plate was issued', () => {
  test("is said by its text too: one of California's form lifts California", () => {
    const shares = issuedBy(even, '8KLM123');
    expect(regionReading(shares).code).toBe('us-ca');
    expect(regionReading(shares).confidence).toBeGreaterThan(0.1);
    expect(issuedBy(even, '8KLMI23')).toEqual(shares);
  });

  test('is a matter of shares that sum to one', () => {
    fc.assert(
      fc.property(pictures, texts, (picture, text) => {
        const shares = issuedBy(picture, text);
        expect(shares.map(({ code }) => code)).toEqual(codes);
        expect(shares.reduce((sum, { confidence }) => sum + confidence, 0)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('is as the picture says where no known series prints the text', () => {
    fc.assert(
      fc.property(pictures, texts, (picture, text) => {
        fc.pre(seriesThatPrintAlike(text).every(({ region }) => region === 'other'));
        for (const [index, { confidence }] of issuedBy(picture, text).entries())
          expect(confidence).toBeCloseTo(picture[index]!.confidence, 9);
      }),
    );
  });

  test('a region whose own series print nothing else never loses by its text, and none that prints it loses to one that does not', () => {
    fc.assert(
      fc.property(pictures, texts, (picture, text) => {
        const printing = new Set(seriesThatPrintAlike(text).map(({ region }) => region));
        const gain = new Map(
          issuedBy(picture, text).map(({ code, confidence }, index) => [code, confidence / picture[index]!.confidence]),
        );
        const gains = [...explainedRegions].map((code) => gain.get(code)!);
        expect(Math.max(...gains)).toBeGreaterThanOrEqual(1 - 1e-9);
        const without = [...explainedRegions].filter((code) => !printing.has(code)).map((code) => gain.get(code)!);
        for (const code of printing) {
          if (!explainedRegions.has(code)) continue;
          expect(gain.get(code)!).toBeGreaterThanOrEqual(Math.max(0, ...without));
        }
      }),
    );
  });

  test('a text of a known form is explained better than one of none, and nothing is explained more than wholly', () => {
    fc.assert(
      fc.property(pictures, texts, (picture, text) => {
        const printing = seriesThatPrint(text);
        expect(explained(picture, printing)).toBeLessThanOrEqual(1);
        expect(explained(picture, printing)).toBeGreaterThanOrEqual(explained(picture, []));
      }),
    );
  });

  test('is told with the runners-up that are worth a word, the Union as one', () => {
    const reading = regionReading([
      { code: 'us', confidence: 0.005 },
      { code: 'br', confidence: 0.2 },
      { code: 'eu-ro', confidence: 0.5 },
      { code: 'eu-hu', confidence: 0.2 },
      { code: 'other', confidence: 0.095 },
    ]);
    expect(reading).toEqual({
      code: 'eu',
      confidence: 0.7,
      others: [
        { code: 'br', confidence: 0.2 },
        { code: 'other', confidence: 0.095 },
      ],
    });
    expect(regionReading([]).code).toBe('unknown');
  });
});
