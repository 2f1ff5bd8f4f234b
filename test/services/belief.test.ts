/** What is believed of a receiver, as laws: motion, dates, and its own binary. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distanceM } from '../../firmware/domain/fix.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { judged, type Motion } from '../../firmware/services/gps/motion.ts';
import { mended } from '../../firmware/services/gps/rollover.ts';
import { UbxFinder, ubx } from '../../firmware/services/gps/ublox.ts';
import { moved } from '../../sim/course.ts';

const place = fc.record({
  latitude: fc.double({ min: -80, max: 80, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});
const bearing = fc.double({ min: 0, max: 360, noNaN: true });

describe('distance', () => {
  test('is as far as one has gone, both ways, and over the date line', () => {
    fc.assert(
      fc.property(place, fc.double({ min: 0, max: 500, noNaN: true }), bearing, (from, metres, course) => {
        const to = moved(from, metres, course);
        expect(distanceM(from, to)).toBeCloseTo(metres, 1);
        expect(distanceM(to, from)).toBeCloseTo(metres, 1);
      }),
    );
    expect(distanceM({ latitude: 0, longitude: 179.9995 }, { latitude: 0, longitude: -179.9995 })).toBeCloseTo(
      111.2,
      1,
    );
  });
});

describe('a place', () => {
  const step = fc.record({
    seconds: fc.integer({ min: 1, max: 20 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    bearing,
  });

  test('that a vehicle can reach is never doubted', () => {
    fc.assert(
      fc.property(place, fc.array(step, { maxLength: 30 }), (start, steps) => {
        let [position, ms] = [start, 0];
        let motion: Motion = {};
        for (const { seconds, share, bearing } of [{ seconds: 0, share: 0, bearing: 0 }, ...steps]) {
          ms += seconds * 1000;
          position = moved(position, share * 60 * seconds, bearing);
          motion = judged(motion, { position, at: monotonicMs(ms), dayMs: ms % 86_400_000 }, 60);
          expect(motion).toEqual({ last: { position, at: ms, dayMs: ms % 86_400_000 } });
        }
      }),
    );
  });

  test('that leaps is never believed at once, and always after it was confirmed for three seconds', () => {
    fc.assert(
      fc.property(place, fc.double({ min: 1000, max: 1500, noNaN: true }), bearing, (from, metres, course) => {
        const to = moved(from, metres, course);
        let motion = judged({}, { position: from, at: monotonicMs(0) }, 60);
        for (const second of [1, 2, 3]) {
          motion = judged(motion, { position: to, at: monotonicMs(second * 1000) }, 60);
          expect(motion.last!.position).toEqual(from);
        }
        motion = judged(motion, { position: to, at: monotonicMs(4000) }, 60);
        expect(motion).toEqual({ last: { position: to, at: 4000 } });
      }),
    );
  });
});

test('a date any number of 1024 weeks back is found again, and one that may be right is left alone', () => {
  const madeMs = Date.UTC(2026, 0, 1);
  const rollover = 1024 * 7 * 86_400_000;
  fc.assert(
    fc.property(
      fc.integer({ min: madeMs, max: madeMs + rollover - 1 }),
      fc.integer({ min: 0, max: 2 }),
      (date, times) => {
        expect(mended(date - times * rollover, madeMs)).toBe(date);
      },
    ),
  );
});

describe('u-blox’s own binary', () => {
  const frame = fc
    .record({
      group: fc.integer({ min: 0, max: 255 }),
      payload: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 300 }),
    })
    .map(({ group, payload }) => ubx(group, 1, payload));

  test('is found whatever the chunks', () => {
    fc.assert(
      fc.property(frame, fc.array(fc.integer({ min: 0, max: 310 }), { maxLength: 6 }), (bytes, cuts) => {
        const ends = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const finder = new UbxFinder();
        const found = ends.slice(1).map((end, i) => finder.found(Uint8Array.from(bytes.slice(ends[i], end))));
        expect(found).toContain(true);
      }),
    );
  });

  test('is not found in one whose checksum is wrong, nor in sentences', () => {
    fc.assert(
      fc.property(frame, fc.integer({ min: 1, max: 255 }), (bytes, flip) => {
        const wrong = Uint8Array.from([...bytes.slice(0, -1), bytes.at(-1)! ^ flip]);
        expect(new UbxFinder().found(wrong.slice(0, 8 + wrong[4]! + 256 * wrong[5]!))).toBe(false);
      }),
    );
    expect(new UbxFinder().found(Buffer.from('$GPRMC,120000,A*00\r\n'))).toBe(false);
  });
});
