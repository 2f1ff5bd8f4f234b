import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Plate } from '../../firmware/domain/plate.ts';
import { shownText } from '../../firmware/domain/reading.ts';
import { judged } from '../../firmware/pipeline/syntax.ts';
import { readingOf } from './readings.ts';

const from = (code: string, confidence = 0.99) => ({
  picturedRegions: [
    { code, confidence },
    { code: 'other', confidence: 1 - confidence },
  ],
  unknownBelow: 0.4,
});
const text = (read: string, candidates: readonly (readonly [string, number])[] = []) => ({
  ...readingOf({ text: read }),
  candidates: [[read, 0.6] as const, ...candidates].map(([one, confidence]) => ({ plate: new Plate(one), confidence })),
});
const plates = (candidates: readonly { readonly plate: Plate }[]) => candidates.map(({ plate }) => plate.reveal());

describe('what syntax makes of a text', () => {
  test('candidates of a known form come before likelier ones of none, and the text that was read stays the plate', () => {
    const { plate, candidates } = judged(
      text('8KLMB12', [
        ['BKLMB12', 0.2],
        ['8KLM812', 0.1],
      ]),
      from('us-ca'),
    );
    expect(plate.reveal()).toBe('8KLMB12');
    expect(plates(candidates)).toEqual(['8KLMB12', '8KLM812', 'BKLMB12']);
    const [read, likely, unlikely] = candidates;
    expect(likely!.series).toEqual(['us-ca California passenger']);
    expect(read!.series).toEqual([]);
    expect(likely!.rank).toBeGreaterThan(unlikely!.rank);
    expect([likely!.confidence, unlikely!.confidence]).toEqual([0.1, 0.2]);
  });

  test('what the grammar settled says so, with the confidence of both spellings and the series that decided', () => {
    const { plate, characters, settledBy } = judged(text('AB01234'), from('br'));
    expect(plate.reveal()).toBe('ABO1234');
    expect(characters.map(({ settled }) => settled === true)).toEqual([false, false, true, true, false, false, false]);
    expect(characters[2]!.confidence).toBeGreaterThan(0.95);
    expect(settledBy).toEqual(['br Brazil old']);
    expect(judged(text('AB01234'), from('br', 0.3)).settledBy).toEqual([]);
  });

  test('spellings of one text are one candidate, with what the reader gave to each', () => {
    const { candidates } = judged(
      text('AB01234', [
        ['ABO1234', 0.2],
        ['AB01284', 0.1],
        ['ABOI284', 0.05],
      ]),
      from('br'),
    );
    expect(plates(candidates)).toEqual(['ABO1234', 'ABO1284']);
    expect(candidates.map(({ confidence }) => confidence)).toEqual([expect.closeTo(0.8), expect.closeTo(0.15)]);
  });

  test('a place whose best share is under the limit is unknown: the plate keeps the guess, people see a question mark', () => {
    const doubtful = { ...readingOf({ text: 'KV52819', certainty: [0.9, 0.9, 0.3, 0.9, 0.9, 0.41, 0.9] }) };
    const { plate, characters } = judged(doubtful, from('us-il'));
    expect(plate.reveal()).toBe('KV52819');
    expect(characters.map(({ unknown }) => unknown === true)).toEqual([false, false, true, false, false, false, false]);
    expect(shownText(characters)).toBe('KV?2819');
  });

  test('a 0 that may be an O is known when both together are', () => {
    const [zero] = readingOf({ text: '0', certainty: 0.3 }).characters;
    const distribution = zero!.distribution.slice();
    distribution[24] = 0.3;
    const characters = [{ ...zero!, distribution }];
    const { characters: judgedOnes } = judged({ ...readingOf({ text: '0' }), characters }, from('other'));
    expect(judgedOnes[0]!.unknown).toBeUndefined();
  });

  test('confidence is the same before and after, ranks are confidences times a share, and the order is that of ranks', () => {
    const candidates = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[0-9A-Z]{5,8}$/), fc.double({ min: 0, max: 1, noNaN: true })),
      {
        selector: ([one]) => one,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(
        fc.stringMatching(/^[0-9A-Z]{7}$/),
        candidates,
        fc.constantFrom('br', 'eu-ro', 'us-ca', 'us'),
        (read, others, code) => {
          const before = text(
            read,
            others.filter(([one]) => one !== read),
          );
          const after = judged(before, from(code));
          expect(after.confidence).toBe(before.confidence);
          expect(after.candidates[0]!.plate.equals(after.plate)).toBe(true);
          expect(after.candidates.length).toBeLessThanOrEqual(10);
          for (const { rank, confidence } of after.candidates) expect(rank).toBeLessThanOrEqual(confidence);
          const ranks = after.candidates.slice(1).map(({ rank }) => rank);
          expect(ranks).toEqual(ranks.toSorted((a, b) => b - a));
        },
      ),
    );
  });
});
