/** The command `bench` as outside tools use it: the form of its JSON, its choice of rows, and what it refuses. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { isa } from '../../native/index.ts';
import { platekeeper } from '../commands/cli.ts';

const milliseconds = z.number().nonnegative();
/** As DESIGN.md has it; `p99_ms`, `first_to_this`, `mac_g_s_by_isa` and `bars` are further fields. */
const report = z.strictObject({
  limits: z.strictObject({
    copy_gb_s: z.number().positive(),
    mac_g_s: z.number().positive(),
    mac_g_s_by_isa: z.record(z.string(), z.number().positive()),
  }),
  rows: z
    .array(
      z.strictObject({
        name: z.string(),
        kind: z.enum(['kernel', 'stage', 'network', 'index', 'store']),
        backend: z.enum(['native', 'wasm', 'tfjs-node', 'onnxruntime-node']).nullable(),
        isa: z.string().nullable(),
        median_ms: milliseconds,
        p95_ms: milliseconds,
        p99_ms: milliseconds,
        cpu_ms: milliseconds,
        bytes: z.number().positive().nullable(),
        macs: z.number().positive().nullable(),
        of_limit: z.number().positive().nullable(),
        first_to_this: z.number().positive().nullable(),
      }),
    )
    .min(1),
  bars: z.array(
    z.strictObject({
      name: z.string(),
      measured: z.number(),
      wanted: z.number(),
      is_most: z.boolean(),
      met: z.boolean(),
    }),
  ),
});

async function bench(...args: readonly string[]): Promise<z.infer<typeof report>> {
  const { status, out, error } = await platekeeper('bench', '--json', '--runs', '4', ...args);
  expect(status, error).toBe(0);
  return report.parse(JSON.parse(out));
}

const vectors = isa().available.filter((set) => set !== 'scalar');

describe('bench --json', () => {
  test('times a kernel on every vector set, with what it moves and computes', async () => {
    const { rows, limits } = await bench('--only', 'matmul 384x128');
    expect(rows.map((row) => row.isa)).toEqual(vectors.length > 0 ? vectors : ['scalar']);
    for (const row of rows) {
      expect(row).toMatchObject({ kind: 'kernel', backend: 'native', macs: 384 * 128 * 128 });
      expect(row.bytes).toBe(4 * (384 * 128 + 129 * 128 + 384 * 128));
      expect(row.median_ms).toBeLessThanOrEqual(row.p95_ms);
    }
    expect(Object.keys(limits.mac_g_s_by_isa).toSorted()).toEqual(rows.map((row) => row.isa).toSorted());
  });

  test('times a network on native and wasm in turn, with their ratio', async () => {
    const { rows, bars } = await bench('--only', 'network region', '--isa', isa().selected);
    expect(rows.slice(0, 2)).toMatchObject([
      { backend: 'native', isa: isa().selected, first_to_this: null },
      { backend: 'wasm', isa: null, first_to_this: expect.any(Number) },
    ]);
    expect(new Set(rows.map(({ macs }) => macs)).size).toBe(1);
    expect(bars).toEqual([]);
  });

  test('times the stages on the frame that comes with the program', async () => {
    const { rows } = await bench('--only', ', street.jpg');
    const named = rows.filter(({ name }) => name.startsWith('stage p'));
    expect(named.map(({ name }) => name)).toEqual(['stage prepare, street.jpg', 'stage prepare to read, street.jpg']);
    const [prepare, whole] = named as [(typeof rows)[0], (typeof rows)[0]];
    expect(prepare.macs).toBeNull();
    expect(whole.macs).toBeGreaterThan(349_000_000);
    expect(whole.bytes!).toBeGreaterThan(prepare.bytes!);
  });

  test('times what follows vision: a vehicle made a detection, and a hot list with what it takes', async () => {
    const track = await bench('--only', 'stage track');
    expect(track.rows).toMatchObject([{ name: 'stage track, a vehicle of 5 looks', kind: 'stage', bytes: null }]);
    const match = await bench('--only', 'exact, 10,000 entries');
    expect(match.rows).toMatchObject([{ kind: 'index', backend: null, isa: null, of_limit: null }]);
    expect(match.rows[0]!.bytes! / 10_000).toBeLessThan(20);
    expect(match.rows[0]!.median_ms).toBeLessThan(track.rows[0]!.median_ms);
  });

  test('refuses an instruction set that is not there, by name, and runs that are no number', async () => {
    const { status, error } = await platekeeper('bench', '--isa', 'mmx');
    expect(status).toBe(2);
    expect(error).toContain('"mmx"');
    expect((await platekeeper('bench', '--runs', 'many')).status).toBe(2);
  });
});
