/**
 * What the hot path was set out to reach, held against the rows of a run: which bars are met and which are not. A bar whose rows were not
 * timed is left out. Nothing fails by them: a machine may be busy, and the figures say how far off it is.
 */
import { SEARCH } from './past-reads.ts';
import type { BenchRow } from './stopwatch.ts';

export interface Bar {
  readonly name: string;
  readonly measured: number;
  readonly wanted: number;
  readonly is_most: boolean;
  readonly met: boolean;
}

type Rows = readonly BenchRow[];

interface Rule {
  readonly name: string;
  readonly wanted: number;
  /** Whether `wanted` is the most that may be; else it is the least. */
  readonly isMost: boolean;
  readonly of: (rows: Rows) => number | undefined;
}

export function barsOf(rows: Rows): Bar[] {
  return rules.flatMap(({ name, wanted, isMost, of }) => {
    const measured = of(rows);
    if (measured === undefined) return [];
    return [{ name, measured, wanted, is_most: isMost, met: isMost ? measured <= wanted : measured >= wanted }];
  });
}

/** For people, a line each. */
export function barLines(bars: readonly Bar[]): string[] {
  return bars.map(
    ({ name, measured, wanted, is_most, met }) =>
      `${met ? 'met    ' : 'not met'}  ${name}: ${number(measured)}, wanted at ${is_most ? 'most' : 'least'} ${number(wanted)}`,
  );
}

const NETWORKS = ['detector', 'reader, 1 plate', 'reader, 4 plates'];

const rules: readonly Rule[] = [
  ...NETWORKS.flatMap((network) =>
    (['avx512', 'avx2', 'neon'] as const).map((set) =>
      least(
        `${network}, share of the multiply-add peak with ${set}`,
        0.6,
        (rows) => rowOf(rows, network, ({ isa, backend }) => backend === 'native' && isa === set)?.of_limit,
      ),
    ),
  ),
  ...NETWORKS.map((network) =>
    most(
      `${network}, time by that of onnxruntime-node`,
      1.1,
      (rows) => rowOf(rows, network, ({ backend }) => backend === 'onnxruntime-node')?.first_to_this,
    ),
  ),
  least(
    'letterbox of 1080p NV12, share of copy bandwidth',
    0.6,
    (rows) => rowOf(rows, 'letterbox 1920x1080 nv12')?.of_limit,
  ),
  most('rectify, µs a plate', 60, (rows) => {
    const row = rowOf(rows, 'rectify 1 plate of 130 px to 144x48');
    return row && 1000 * row.cpu_ms;
  }),
  most(
    'still road of 1080p, ms a frame',
    0.5,
    (rows) => rowOf(rows, 'stage prepare, a still road of 1920x1080')?.cpu_ms,
  ),
  most('720p frame with one plate, prepare to read, ms of one core', 8, (rows) => frameMs(rows, '1280x720')),
  most('1080p frame by 720p', 1.3, (rows) => {
    const [large, small] = [frameMs(rows, '1920x1080'), frameMs(rows, '1280x720')];
    return large && small && large / small;
  }),
  most('hot list of 5 million entries, MB', 120, (rows) => {
    const bytes = rowOf(rows, 'exact, 5,000,000 entries')?.bytes;
    return bytes && bytes / 1e6;
  }),
  most('a plate among 5 million, exactly, µs of the 99th percentile', 2, (rows) => slowUs(rows, 'exact')),
  most('a plate among 5 million, by confusable characters, µs of the 99th percentile', 50, (rows) =>
    slowUs(rows, 'fuzzy'),
  ),
  most('a partial plate among 1 million reads, ms of the 99th percentile', 50, (rows) => {
    const searches = rows.filter(({ name }) => name.startsWith(SEARCH));
    return searches.length === 0 ? undefined : Math.max(...searches.map(({ p99_ms }) => p99_ms));
  }),
];

function least(name: string, wanted: number, of: (rows: Rows) => number | null | undefined): Rule {
  return { name, wanted, isMost: false, of: (rows) => of(rows) ?? undefined };
}

function most(name: string, wanted: number, of: (rows: Rows) => number | null | undefined): Rule {
  return { name, wanted, isMost: true, of: (rows) => of(rows) ?? undefined };
}

/** The first row of the name, which is that of the selected instruction set. */
function rowOf(rows: Rows, name: string, fits: (row: BenchRow) => boolean = () => true): BenchRow | undefined {
  return rows.find((row) => row.name === name && fits(row));
}

function frameMs(rows: Rows, size: string): number | undefined {
  return rows.find(({ name }) => name === `growth by size: ${size}, 1 plate`)?.cpu_ms;
}

function slowUs(rows: Rows, how: 'exact' | 'fuzzy'): number | undefined {
  const row = rowOf(rows, `${how}, 5,000,000 entries`);
  return row && 1000 * row.p99_ms;
}

function number(value: number): string {
  return String(Number(value.toPrecision(3)));
}
