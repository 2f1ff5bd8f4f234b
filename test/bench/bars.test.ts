/** Bars against rows of every engine: each is the row's own figure, and met exactly where it is on the right side. */
import { describe, expect, test } from 'vitest';
import { barLines, barsOf } from '../../firmware/bench/bars.ts';
import type { BenchRow } from '../../firmware/bench/stopwatch.ts';

const row = (own: Partial<BenchRow> & Pick<BenchRow, 'name'>): BenchRow => ({
  kind: 'network',
  backend: 'native',
  isa: 'avx512',
  median_ms: 99,
  p95_ms: 99,
  p99_ms: 99,
  cpu_ms: 99,
  bytes: 1,
  macs: 1,
  of_limit: 0.5,
  first_to_this: null,
  ...own,
});

describe('bars', () => {
  test('of what was not timed are left out', () => {
    expect(barsOf([])).toEqual([]);
    expect(barsOf([row({ name: 'region, 1 plate' })])).toEqual([]);
  });

  test('take the share of the set that they are of, and the ratio of the engine that they are of', () => {
    const bars = barsOf([
      row({ name: 'detector', of_limit: 0.59 }),
      row({ name: 'detector', isa: 'avx2', of_limit: 0.61, first_to_this: 0.7 }),
      row({ name: 'detector', backend: 'wasm', isa: null, of_limit: 0.1, first_to_this: 0.2 }),
      row({ name: 'detector', backend: 'onnxruntime-node', isa: null, of_limit: 0.4, first_to_this: 1.11 }),
    ]);
    expect(bars.map(({ measured, met }) => [measured, met])).toEqual([
      [0.59, false],
      [0.61, true],
      [1.11, false],
    ]);
  });

  test('on frames are of CPU time, the larger by the smaller', () => {
    const frame = (size: string, cpu_ms: number) =>
      row({ name: `growth by size: ${size}, 1 plate`, kind: 'stage', cpu_ms });
    const bars = barsOf([frame('1280x720', 8), frame('1920x1080', 12), frame('3840x2160', 50)]);
    expect(bars.map(({ measured, met }) => [measured, met])).toEqual([
      [8, true],
      [1.5, false],
    ]);
    expect(barLines(bars)[1]).toBe('not met  1080p frame by 720p: 1.5, wanted at most 1.3');
  });

  test('of a hot list are of the slowest call in a hundred, and of what the index takes', () => {
    const index = (name: string, p99_ms: number) => row({ name, kind: 'index', p99_ms, bytes: 121e6 });
    const bars = barsOf([index('exact, 5,000,000 entries', 0.001_9), index('fuzzy, 5,000,000 entries', 0.051)]);
    expect(bars.map(({ measured, met }) => [measured, met])).toEqual([
      [121, false],
      [1.9, true],
      [51, false],
    ]);
  });
});
