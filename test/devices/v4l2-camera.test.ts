/** What of the V4L2 camera needs no kernel device; the rest is test/hil/v4l2.guest.ts. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FrameCount } from '../../firmware/devices/v4l2-camera.ts';

const ROUND = 2 ** 32;

describe("a driver's count of frames as ours", () => {
  test('gaps stay as they are, from wherever the driver begins and across its turn', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: ROUND - 1 }), steps, (first, gaps) => {
        const count = new FrameCount();
        expect(count.of(first)).toBe(0);
        let theirs = first;
        let ours = 0;
        for (const gap of gaps) {
          theirs = (theirs + gap) % ROUND;
          ours += gap;
          expect(count.of(theirs)).toBe(ours);
        }
      }),
    );
  });

  test('it goes on after each opening, whatever the driver begins with', () => {
    const count = new FrameCount();
    expect([count.of(7), count.of(9)]).toEqual([0, 2]);
    count.reopen();
    expect([count.of(0), count.of(1)]).toEqual([3, 4]);
  });

  test('a driver that does not count, or begins anew, is counted for', () => {
    const count = new FrameCount();
    expect([0, 0, 0, 500, 2].map((each) => count.of(each))).toEqual([0, 1, 2, 502, 503]);
  });
});
