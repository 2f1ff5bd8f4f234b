import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Dice } from '../../sim/dice.ts';

describe('dice', () => {
  test('the same path gives the same numbers, another path others', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const draw = (path: string) =>
          Array.from({ length: 8 }, () => 0).map(
            (
              (dice) => () =>
                dice.word()
            )(new Dice(path)),
          );
        expect(draw(a)).toEqual(draw(a));
        if (a !== b) expect(draw(a)).not.toEqual(draw(b));
      }),
    );
  });

  test('a fork does not depend on what was drawn before it', () => {
    const untouched = new Dice('seed').fork('camera').word();
    const used = new Dice('seed');
    for (let i = 0; i < 100; i++) used.word();
    expect(used.fork('camera').word()).toBe(untouched);
  });

  test('numbers are spread evenly', () => {
    const dice = new Dice('even');
    const bins = new Array<number>(16).fill(0);
    for (let i = 0; i < 16_000; i++) bins[dice.integer(16)]!++;
    // Chi-squared with 15 degrees of freedom stays below 37.7 in 999 of 1000 cases.
    expect(bins.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(37.7);
  });

  test('the normal and the exponential have the moments they are asked for', () => {
    const dice = new Dice('moments');
    const normal = Array.from({ length: 20_000 }, () => dice.normal(5, 2));
    const mean = normal.reduce((sum, x) => sum + x, 0) / normal.length;
    expect(mean).toBeCloseTo(5, 1);
    expect(Math.sqrt(normal.reduce((sum, x) => sum + (x - mean) ** 2, 0) / normal.length)).toBeCloseTo(2, 1);
    const waits = Array.from({ length: 20_000 }, () => dice.exponential(3));
    expect(waits.reduce((sum, x) => sum + x, 0) / waits.length / 3).toBeCloseTo(1, 1);
  });

  test('weights are kept', () => {
    const dice = new Dice('weights');
    const draws = Array.from({ length: 10_000 }, () =>
      dice.weighted(['rare', 'common'], (each) => (each === 'rare' ? 1 : 9)),
    );
    expect(draws.filter((each) => each === 'rare').length / draws.length).toBeCloseTo(0.1, 1);
  });
});
