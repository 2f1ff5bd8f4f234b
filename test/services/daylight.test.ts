import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Daylight, type SeenLight } from '../../firmware/services/daylight.ts';

const SETTLE_MS = 10_000;
const picture: SeenLight = { mean: 70, deviation: 40, saturatedShare: 0.01, steps: 4.5, lit: false };

/** Looks once a second for so long. */
function looked(
  daylight: Daylight,
  from: number,
  seconds: number,
  seen: Partial<SeenLight>,
  elevation?: number,
): number {
  for (let second = 0; second < seconds; second++)
    daylight.look({ ...picture, ...seen }, elevation, from + second * 1000);
  return from + seconds * 1000;
}

describe('daylight', () => {
  test('the sun decides where it is known, and what it decides must stand', () => {
    const daylight = new Daylight({ settleMs: SETTLE_MS });
    let now = looked(daylight, 0, 9, {}, -20);
    expect(daylight.light).toBe('day');
    now = looked(daylight, now, 3, {}, -20);
    expect(daylight.light).toBe('night');
    now = looked(daylight, now, 12, {}, -3);
    expect(daylight.light).toBe('dusk');
    looked(daylight, now, 12, {}, 20);
    expect(daylight.light).toBe('day');
  });

  test('it does not flicker at a border: a sun that trembles by less than the margin changes the light once', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -0.45, max: 0.45, noNaN: true }), { minLength: 100, maxLength: 300 }),
        (shakes) => {
          for (const border of [3, -6]) {
            const daylight = new Daylight({ settleMs: 0 });
            let changes = 0;
            let last = daylight.light;
            shakes.forEach((shake, second) => {
              daylight.look(picture, border + shake, second * 1000);
              if (daylight.light !== last) changes += 1;
              last = daylight.light;
            });
            expect(changes).toBeLessThanOrEqual(2);
          }
        },
      ),
    );
  });

  test('a tunnel at noon is dusk, and its end is day again; a lit yard at night is dusk', () => {
    const daylight = new Daylight({ settleMs: SETTLE_MS });
    let now = looked(daylight, 0, 15, { mean: 15 }, 50);
    expect(daylight.light).toBe('dusk');
    now = looked(daylight, now, 15, { mean: 150 }, 50);
    expect(daylight.light).toBe('day');
    now = looked(daylight, now, 15, {}, -30);
    now = looked(daylight, now, 15, { mean: 150 }, -30);
    expect(daylight.light).toBe('dusk');
  });

  test('without place or time the picture alone moves it, step by step, and exposures under our own light do not', () => {
    const daylight = new Daylight({ settleMs: SETTLE_MS });
    let now = looked(daylight, 0, 12, { mean: 15 });
    expect(daylight.light).toBe('dusk');
    now = looked(daylight, now, 12, { mean: 15 });
    expect(daylight.light).toBe('night');
    now = looked(daylight, now, 60, { mean: 150, lit: true });
    expect(daylight.light).toBe('night');
    looked(daylight, now, 30, { mean: 150 });
    expect(daylight.light).toBe('day');
  });

  test.each([
    ['saturated', { saturatedShare: 0.5 }],
    ['dark', { mean: 5, deviation: 2 }],
    ['blind', { deviation: 1 }],
    ['garbled', { deviation: 70, steps: 57 }],
  ] as const)(
    'a camera that is %s is said to be so after three seconds, and clear again three after',
    (sight, seen) => {
      const daylight = new Daylight({ settleMs: SETTLE_MS });
      let now = looked(daylight, 0, 3, seen, 40);
      expect(daylight.sight).toBe('clear');
      now = looked(daylight, now, 1, seen, 40);
      expect(daylight.sight).toBe(sight);
      looked(daylight, now, 4, {}, 40);
      expect(daylight.sight).toBe('clear');
    },
  );

  test('noise in the place of a picture is no measure of how sharp the camera can be', () => {
    const daylight = new Daylight({ settleMs: SETTLE_MS });
    let now = looked(daylight, 0, 60, {}, 40);
    now = looked(daylight, now, 60, { deviation: 70, steps: 57 }, 40);
    expect(daylight.sight).toBe('garbled');
    looked(daylight, now, 10, {}, 40);
    expect(daylight.sight).toBe('clear');
  });

  test('a camera whose lens is out of focus is blurred against its own best, whatever its scene', () => {
    for (const steps of [1.5, 4.5, 9]) {
      const daylight = new Daylight({ settleMs: SETTLE_MS });
      let now = looked(daylight, 0, 300, { steps }, 40);
      expect(daylight.sight).toBe('clear');
      now = looked(daylight, now, 300, { steps: steps * 0.6 }, 40);
      expect(daylight.sight).toBe('blurred');
      looked(daylight, now, 300, { steps }, 40);
      expect(daylight.sight).toBe('clear');
    }
  });

  test('a camera that first saw an empty road is not blurred by the traffic that comes', () => {
    const daylight = new Daylight({ settleMs: SETTLE_MS });
    const now = looked(daylight, 0, 1, { steps: 4.5 }, 40);
    looked(daylight, now, 600, { steps: 4.5 * 0.7 }, 40);
    expect(daylight.sight).toBe('clear');
  });
});
