/** Which plates are read again: as a stream of frames, each with the boxes in it and what they would read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Box, Candidate } from '../../firmware/domain/candidate.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import type { Reading } from '../../firmware/domain/reading.ts';
import { KnownPlates } from '../../firmware/pipeline/known-plates.ts';
import { readingOf } from './readings.ts';

const FRAME_MS = 40;
const options = { looks: 3, againMs: 200 };

interface Shown {
  readonly box: Box;
  readonly text: string;
  readonly certainty?: number;
}

/** Looks at frames, and says for each which of its plates were read. */
function readOf(frames: readonly (readonly Shown[])[]): boolean[][] {
  const plates = new KnownPlates(options);
  return frames.map((shown, sequence) => {
    const now = monotonicMs(FRAME_MS * sequence);
    const readings = new Map<Candidate, Reading>();
    for (const { box, text, certainty = 0.999 } of shown) {
      const reading = readingOf({ box, text, certainty, atMs: now });
      readings.set(reading.candidate, reading);
    }
    const candidates = [...readings.keys()];
    const { unknown, known } = plates.part(candidates, now);
    expect(unknown.length + known.length).toBe(candidates.length);
    plates.learn(unknown.map((candidate) => readings.get(candidate)!));
    return candidates.map((candidate) => unknown.includes(candidate));
  });
}

const standing = (count: number, text = 'AB12345', x = 300): Shown[][] =>
  Array.from({ length: count }, () => [{ box: [x, 200, 100, 30], text }]);
const once = (frames: readonly boolean[][]) => frames.map(([first]) => first);

describe('a plate that is read alike', () => {
  test('is read often enough, and then every fifth of a second', () => {
    const [yes, no] = [true, false];
    expect(once(readOf(standing(14)))).toEqual([yes, yes, yes, no, no, no, no, yes, no, no, no, no, yes, no]);
  });

  test('is known where it is going', () => {
    const moving = Array.from({ length: 12 }, (_, index): Shown[] => [
      { box: [100 + 40 * index, 200 + 5 * index, 90, 30], text: 'AB12345' },
    ]);
    expect(once(readOf(moving)).flatMap((read, index) => (read ? [index] : []))).toEqual([0, 1, 2, 7]);
  });

  test('is not known where looks are unsure or differ, but for 0 and O', () => {
    const unsure = standing(8).map(([plate]) => [{ ...plate!, certainty: 0.98 }]);
    expect(once(readOf(unsure))).not.toContain(false);
    const differing = standing(8).map(([plate], index) => [{ ...plate!, text: index % 2 ? 'AB12345' : 'AB12346' }]);
    expect(once(readOf(differing))).not.toContain(false);
    const alike = standing(8).map(([plate], index) => [{ ...plate!, text: index % 2 ? 'ABO2345' : 'AB02345' }]);
    expect(once(readOf(alike))).toContain(false);
  });

  test('stays known where a look is unsure', () => {
    const leaving = [...standing(7), ...standing(7).map(([plate]) => [{ ...plate!, text: 'AB12', certainty: 0.9 }])];
    expect(once(readOf(leaving)).flatMap((read, index) => (read ? [index] : []))).toEqual([0, 1, 2, 7, 12]);
  });

  test('is read at once where something else was read for sure at the last look', () => {
    const changed = [...standing(7), ...standing(6, 'XY98765')];
    expect(once(readOf(changed)).slice(7)).toEqual([true, true, true, false, false, false]);
  });

  test('is another plate where it is somewhere else, or comes again after it was gone', () => {
    expect(once(readOf([...standing(5), ...standing(3, 'XY98765', 380)])).slice(5)).toEqual([true, true, true]);
    const gone: Shown[][] = Array.from({ length: 13 }, () => []);
    expect(once(readOf([...standing(5), ...gone, ...standing(3)])).slice(18)).toEqual([true, true, true]);
  });
});

test('every plate is read at its first looks and never waits longer than is said', () => {
  const lane = fc.record({
    from: fc.nat({ max: 20 }),
    frames: fc.integer({ min: 1, max: 30 }),
    stepX: fc.integer({ min: -25, max: 25 }),
  });
  fc.assert(
    fc.property(fc.array(lane, { minLength: 1, maxLength: 4 }), (lanes) => {
      const place = (lane: number, frame: number): Shown => ({
        box: [500 + lanes[lane]!.stepX * frame, 200 * lane, 100, 30],
        text: `AB1000${lane}`,
      });
      const isSeen = (lane: number, frame: number) => {
        const since = frame - lanes[lane]!.from;
        return since >= 0 && since < lanes[lane]!.frames;
      };
      const numbers = [...lanes.keys()];
      const seenIn = Array.from({ length: 50 }, (_, frame) => numbers.filter((lane) => isSeen(lane, frame)));
      const read = readOf(seenIn.map((seen, frame) => seen.map((lane) => place(lane, frame))));
      for (const lane of numbers) {
        const looks = seenIn.flatMap((seen, frame) => (seen.includes(lane) ? [read[frame]![seen.indexOf(lane)]!] : []));
        expect(looks.slice(0, options.looks)).not.toContain(false);
        const waits = looks
          .join()
          .split('true')
          .map((wait) => wait.split('false').length - 1);
        expect(Math.max(...waits) * FRAME_MS).toBeLessThan(options.againMs);
      }
    }),
  );
});
