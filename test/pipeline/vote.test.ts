import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabet } from '../../firmware/domain/reading.ts';
import { kBest, vote } from '../../firmware/pipeline/vote.ts';
import { readingOf } from './readings.ts';

describe('voting', () => {
  test('one reading alone votes for itself', () => {
    const only = readingOf({ text: 'KV52819' });
    const result = vote([only]);
    expect(result.plate.reveal()).toBe('KV52819');
    expect(result.confidence).toBeCloseTo(only.confidence, 5);
  });

  test('two certain looks outvote a doubtful first one at the place where it errs', () => {
    const first = readingOf({ text: 'KV528I9', certainty: [0.9, 0.9, 0.9, 0.9, 0.9, 0.5, 0.9] });
    const result = vote([first, readingOf({ text: 'KV52819' }), readingOf({ text: 'KV52819' })]);
    expect(result.plate.reveal()).toBe('KV52819');
    expect(result.characters[5]!.confidence).toBeLessThan(result.characters[4]!.confidence);
  });

  test('a right character may be voted although no single look read the whole text right', () => {
    const certainty = (weakAt: number) => Array.from({ length: 7 }, (_, place) => (place === weakAt ? 0.45 : 0.95));
    const looks = [
      readingOf({ text: '8V52819', certainty: certainty(0) }),
      readingOf({ text: 'KV52B19', certainty: certainty(4) }),
      readingOf({ text: 'KV5281S', certainty: certainty(6) }),
    ];
    expect(vote(looks).plate.reveal()).toBe('KV52819');
  });

  test('a look that lost a character does not shift the others', () => {
    const cut = readingOf({ text: 'V52819', certainty: 0.9 });
    const result = vote([cut, readingOf({ text: 'KV52819' }), readingOf({ text: 'KV52819' })]);
    expect(result.plate.reveal()).toBe('KV52819');
    expect(result.confidence).toBeLessThan(vote([readingOf({ text: 'KV52819' })]).confidence);
  });

  test('the order of the looks does not matter', () => {
    const text = fc.stringMatching(/^[0-9A-Z]{7}$/);
    const looks = fc.array(fc.record({ text, certainty: fc.double({ min: 0.3, max: 0.99, noNaN: true }) }), {
      minLength: 1,
      maxLength: 5,
    });
    fc.assert(
      fc.property(looks, (options) => {
        const readings = options.map(readingOf);
        const forth = vote(readings);
        const back = vote(readings.toReversed());
        expect(back.confidence).toBeCloseTo(forth.confidence, 4);
      }),
    );
  });

  test('candidates are ranked, at most ten, led by the voted text, and their confidences sum to at most one', () => {
    const { candidates, plate, confidence } = vote([readingOf({ certainty: 0.7 }), readingOf({ certainty: 0.6 })]);
    expect(candidates).toHaveLength(10);
    expect(candidates[0]!.plate.equals(plate)).toBe(true);
    // The confidence counts 1 and I as one, the candidate is of its exact text.
    expect(candidates[0]!.confidence).toBeLessThan(confidence);
    expect(candidates[0]!.confidence).toBeCloseTo(confidence, 2);
    expect(candidates.reduce((sum, each) => sum + each.confidence, 0)).toBeLessThanOrEqual(1 + 1e-6);
  });

  test('there are ten candidates, however certain the looks are', () => {
    for (const text of ['KV52819', 'ABO1I30']) {
      const { candidates } = vote([readingOf({ text, certainty: 1, region: 'br' }), readingOf({ text, certainty: 1 })]);
      expect(candidates).toHaveLength(10);
      expect(new Set(candidates.map((each) => each.plate.reveal())).size).toBe(10);
    }
  });

  test('a character that no look can tell stays unknown, and one sure look among doubtful ones makes it known', () => {
    const certainty = (third: number) => [0.95, 0.95, third, 0.95, 0.95, 0.95, 0.95];
    const doubtful = readingOf({ text: 'KV52819', certainty: certainty(0.3) });
    const unknown = (places: ReturnType<typeof vote>) => places.characters.map((each) => each.unknown === true);
    expect(unknown(vote([doubtful, doubtful]))[2]).toBe(true);
    expect(unknown(vote([doubtful, readingOf({ text: 'KV52819', certainty: certainty(0.99) })]))[2]).toBe(false);
  });

  test('the region is voted from what the pictures say and the voted text, not from a text that was outvoted', () => {
    const looks = [
      readingOf({ text: '8KLM123', certainty: 0.95, region: 'us-ca' }),
      readingOf({ text: '8KLM123', certainty: 0.95, region: 'us-nv' }),
    ];
    const { region, candidates } = vote(looks);
    expect(region.code).toBe('us-ca');
    expect(region.others.map(({ code }) => code)).toContain('us-nv');
    expect(candidates[0]!.series[0]).toContain('us-ca');
  });

  test('the k best texts are those that trying all of them finds', () => {
    const weights = fc.array(fc.array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(weights, (places) => {
        const distributions = places.map((place) => {
          const distribution = new Float32Array(alphabet.length);
          distribution.set(place);
          return distribution;
        });
        let all = [1];
        for (const place of distributions) all = all.flatMap((p) => Array.from(place.subarray(0, 4), (q) => p * q));
        const best = all.toSorted((a, b) => b - a).slice(0, 3);
        expect(kBest(distributions, 3).map(({ probability }) => probability)).toEqual(
          best.map((p) => expect.closeTo(p, 6)),
        );
      }),
    );
  });
});
