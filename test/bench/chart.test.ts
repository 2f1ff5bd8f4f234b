/** Charts: every point lies in the plot, and names and units are there to be read. */
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { type Chart, svgOf } from '../../firmware/bench/chart.ts';

const value = fc.double({ min: 0, max: 1e6, noNaN: true });
const points = fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 });

function chart(series: Chart['series']): Chart {
  const x = { name: 'size', unit: 'megapixels' };
  return { title: 'Growth <of> "a" & b', x, y: { name: 'CPU time', unit: 'ms' }, series, note: 'here' };
}

describe('a chart', () => {
  test('has a dot for every point, all within the plot', () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 5 }), (all) => {
        const svg = svgOf(chart(all.map((each, index) => ({ name: `s${index}`, points: each }))));
        const dots = [...svg.matchAll(/<circle class="dot c\d" cx="([\d.]+)" cy="([\d.]+)" r="3.5"/g)];
        expect(dots).toHaveLength(all.flat().length);
        for (const [, x, y] of dots) {
          expect(Number(x)).toBeGreaterThanOrEqual(64);
          expect(Number(x)).toBeLessThanOrEqual(696);
          expect(Number(y)).toBeGreaterThanOrEqual(84);
          expect(Number(y)).toBeLessThanOrEqual(330);
        }
      }),
    );
  });

  test('puts larger values further right and further up', () => {
    const svg = svgOf(
      chart([
        {
          name: 'a',
          points: [
            [1, 1],
            [2, 3],
            [4, 9],
          ],
        },
      ]),
    );
    const [a, b, c] = [...svg.matchAll(/cx="([\d.]+)" cy="([\d.]+)" r="3.5"/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    // From zero on, both axes are linear.
    expect(b![0]! - 64).toBeCloseTo(2 * (a![0]! - 64), 0);
    expect(330 - c![1]!).toBeCloseTo(3 * (330 - b![1]!), 0);
  });

  test('is an image that another program draws, with names and units escaped in it', async () => {
    const svg = svgOf(chart([{ name: 'prepare', points: [[0, 1]] }]));
    const { width, height } = await sharp(Buffer.from(svg)).metadata();
    expect([width, height]).toEqual([720, 400]);
    for (const text of ['size, megapixels', 'CPU time, ms', 'prepare', 'Growth &lt;of&gt; "a" &amp; b'])
      expect(svg).toContain(`>${text}<`);
    expect(svg).toContain('prefers-color-scheme:dark');
  });

  test('without a point, or with more series than colours, is refused', () => {
    expect(() => svgOf(chart([]))).toThrow(RangeError);
    const one = { name: 'a', points: [[1, 1] as const] };
    expect(() => svgOf(chart([one, one, one, one, one, one]))).toThrow(RangeError);
  });
});
