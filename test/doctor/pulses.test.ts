import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadOf, widthErrorsUs } from '../../firmware/doctor/pulses.ts';

const plan = { startMs: 1000, periodUs: 20_000, widthsUs: [250, 1000] };
const atMs = (cycle: number, us = 0) => plan.startMs + (cycle * plan.periodUs + us) / 1000;

/** One cycle: how late it began, by how much its pulse was too long, and which of its edges were heard. */
const cycle = fc.record({
  late: fc.integer({ min: -100, max: 5000 }),
  error: fc.integer({ min: -200, max: 3000 }),
  heard: fc.constantFrom<readonly boolean[]>([true, true], [true, true], [true, false], [false, true], [false, false]),
});

describe('pulses of a sequencer', () => {
  test('each whole pulse is measured against the width of its own cycle, however many are lost before it', () => {
    fc.assert(
      fc.property(fc.array(cycle, { maxLength: 40 }), (cycles) => {
        const edges = cycles.flatMap(({ late, error, heard }, number) => {
          const width = plan.widthsUs[number % 2]! + error;
          const both = [
            { monotonicMs: atMs(number, late), rising: true },
            { monotonicMs: atMs(number, late + width), rising: false },
          ];
          return both.filter((_, at) => heard[at]);
        });
        // A begun pulse whose end is lost, before one whose beginning is, looks like one long pulse: it is said to be too long.
        fc.pre(!cycles.some(({ heard }, at) => heard[0] && !heard[1] && lostBeginning(cycles.slice(at + 1))));
        const whole = cycles.filter(({ heard }) => heard[0] && heard[1]);
        const errors = widthErrorsUs(edges, plan);
        expect(errors).toHaveLength(whole.length);
        for (const [at, error] of errors.entries()) expect(error).toBeCloseTo(whole[at]!.error, 3);
      }),
    );
  });

  test('two pulses of which the middle is lost are one that is far too long', () => {
    const edges = [
      { monotonicMs: atMs(0), rising: true },
      { monotonicMs: atMs(1, 1000), rising: false },
    ];
    expect(widthErrorsUs(edges, plan)[0]).toBeCloseTo(20_750, 3);
  });

  test('a spread is of values that there are: half, nearly all, all', () => {
    expect(spreadOf(Array.from({ length: 100 }, (_, at) => at + 1))).toEqual({ p50: 50, p99: 99, max: 100 });
    expect(spreadOf([7])).toEqual({ p50: 7, p99: 7, max: 7 });
    expect(spreadOf([])).toEqual({ p50: 0, p99: 0, max: 0 });
  });
});

/** Whether the first edge that is heard is an end. */
function lostBeginning(cycles: readonly { readonly heard: readonly boolean[] }[]): boolean {
  const next = cycles.find(({ heard }) => heard[0] || heard[1]);
  return next !== undefined && !next.heard[0];
}
