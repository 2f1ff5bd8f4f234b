/** The watch over a camera's frames: what must never alarm it, as laws; what must, test/street/faults.test.ts shows in a whole unit. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../firmware/domain/frame.ts';
import { type MonotonicMs, monotonicMs } from '../../firmware/domain/instant.ts';
import { FrameWatch } from '../../firmware/services/frame-watch.ts';

const geometry = { format: 'grey', width: 8, height: 8, strideBytes: 8 } as const;

/** A watch whose frames hold what `picture` gives of their number. */
function watched(
  rateHz: number,
  picture = (i: number): Uint8Array => Uint8Array.from({ length: 64 }, (_, x) => i * x),
) {
  const watch = new FrameWatch({ rateHz, bytesOf: ({ sequence }) => picture(sequence) });
  let sequence = 0;
  return {
    watch,
    frame(atMs: number, lateMs = 0): MonotonicMs {
      watch.arrived(
        { sequence: sequence++, geometry, monotonic: monotonicMs(atMs - lateMs) } as Frame,
        monotonicMs(atMs),
      );
      return monotonicMs(atMs);
    },
  };
}

const rate = fc.integer({ min: 2, max: 120 });

describe('a camera', () => {
  test('at its rate, each frame early or late by less than half a period and 100 ms under way, is well', () => {
    fc.assert(
      fc.property(
        rate,
        fc.array(fc.double({ min: -0.49, max: 0.49, noNaN: true }), { minLength: 20 }),
        (rateHz, jitter) => {
          const { watch, frame } = watched(rateHz);
          for (let i = 0; i < 12 * rateHz; i++) {
            const now = frame(((i + jitter[i % jitter.length]!) * 1000) / rateHz, 100);
            expect(watch.fault(now)).toBeUndefined();
          }
          expect(watch.rateHz(monotonicMs(12_000))).toBeCloseTo(rateHz, -1);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('that ends is slow within two and a half seconds, whatever its rate, and well four seconds after it goes on', () => {
    fc.assert(
      fc.property(rate, (rateHz) => {
        const { watch, frame } = watched(rateHz);
        const seconds = (from: number, to: number) => {
          for (let i = from * rateHz; i <= to * rateHz; i++) frame((i * 1000) / rateHz);
        };
        seconds(0, 10);
        expect(watch.fault(monotonicMs(12_500))).toBe('camera.slow');
        seconds(13, 17);
        expect(watch.fault(monotonicMs(17_001))).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  test('nothing is said of one that is opened anew before it could show its rate', () => {
    const { watch, frame } = watched(10);
    for (let i = 0; i < 50; i++) frame(i * 100);
    watch.restart();
    frame(60_000);
    expect([watch.fault(monotonicMs(61_900)), watch.rateHz(monotonicMs(61_900))]).toEqual([undefined, undefined]);
    expect(watch.fault(monotonicMs(62_500))).toBe('camera.slow');
  });

  test('a picture that stands for three seconds is stuck, unless it is blank as a covered lens makes it', () => {
    for (const [picture, fault] of [
      [Uint8Array.from({ length: 64 }, (_, x) => x), 'camera.stuck'],
      [new Uint8Array(64).fill(16), undefined],
    ] as const) {
      const { watch, frame } = watched(10, () => picture);
      for (let i = 0; i < 30; i++) expect(watch.fault(frame(i * 100))).toBeUndefined();
      expect(watch.fault(frame(3000))).toBe(fault);
    }
  });
});
