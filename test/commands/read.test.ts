import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { overlap } from '../../firmware/domain/candidate.ts';
import { platekeeper, street } from './cli.ts';

/** Where the plate truly is in docs/street.jpg, set by eye. */
const PLATE = [1177, 466, 74, 40] as const;

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-'));
  const whole = await readFile(street);
  await writeFile(at('truncated.jpg'), whole.subarray(0, whole.length / 2));
  await writeFile(at('empty.jpg'), '');
  await writeFile(at('text.jpg'), 'This is no picture.');
  await sharp({ create: { width: 6720, height: 4480, channels: 3, background: '#667' } })
    .composite([{ input: street, left: 2000, top: 2000 }])
    .jpeg()
    .toFile(at('thirty-megapixels.jpg'));
});
afterAll(() => rm(folder, { recursive: true }));

const share = z.number().min(0).max(1);
const point = z.tuple([z.number(), z.number()]);
/** The contract that outside tools use: DESIGN, "read --json". */
const line = z.strictObject({
  image: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  detections: z.array(
    z.strictObject({
      plate: z.string().regex(/^[0-9A-Z]+$/),
      confidence: share,
      box: z.tuple([z.number(), z.number(), z.number().positive(), z.number().positive()]),
      quad: z.tuple([point, point, point, point]),
      region: z.strictObject({
        code: z.string(),
        confidence: share,
        others: z.array(z.strictObject({ code: z.string(), confidence: share })).max(4),
      }),
      characters: z.array(
        z.strictObject({
          character: z.string().length(1),
          confidence: share,
          settled: z.literal(true).optional(),
          unknown: z.literal(true).optional(),
        }),
      ),
      candidates: z
        .array(
          z.strictObject({ plate: z.string(), confidence: share, rank: share, series: z.array(z.string()).max(3) }),
        )
        .length(10),
      settled_by: z.array(z.string()),
    }),
  ),
  milliseconds: z.number().positive(),
});
const failure = z.strictObject({ image: z.string(), error: z.strictObject({ code: z.string(), message: z.string() }) });

describe('read', () => {
  test('--json prints one line a photograph, in order, by the contract; bad files are said and the rest are still read', async () => {
    const names = [at('empty.jpg'), street, at('text.jpg'), at('truncated.jpg'), at('absent.jpg'), street];
    const { status, out } = await platekeeper('read', '--json', ...names);
    expect(status).toBe(1);
    const lines = out
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text) as { image: string });
    expect(lines.map(({ image }) => image)).toEqual(names);
    const codes = [0, 2, 3, 4].map((index) => failure.parse(lines[index]).error.code);
    expect(codes).toEqual(['picture.unreadable', 'picture.unreadable', 'picture.unreadable', 'picture.missing']);
    const [first, second] = [line.parse(lines[1]), line.parse(lines[5])];
    expect({ ...first, milliseconds: 0 }).toEqual({ ...second, milliseconds: 0 });
    const { plate, characters, candidates, box } = first.detections[0]!;
    expect(plate).toBe('UFJ4423');
    expect(characters.map(({ character }) => character).join('')).toBe(plate);
    expect(candidates[0]!.plate).toBe(plate);
    expect(overlap(box, PLATE)).toBeGreaterThan(0.6);
  });

  test('a photograph of thirty megapixels is read in its own pixels', async () => {
    const { status, out } = await platekeeper('read', '--json', at('thirty-megapixels.jpg'));
    expect(status).toBe(0);
    expect(line.parse(JSON.parse(out))).toMatchObject({ width: 6720, height: 4480 });
  });

  test('without --json it prints a table, and --annotate draws what was read', async () => {
    const { status, out } = await platekeeper('read', '--annotate', at('drawn'), street);
    expect(status).toBe(0);
    expect(out).toContain('UFJ4423');
    const { width, height } = await sharp(at('drawn/street.jpg')).metadata();
    expect([width, height]).toEqual([1280, 720]);
    const before = await sharp(street).toColourspace('srgb').removeAlpha().raw().toBuffer();
    const after = await sharp(at('drawn/street.jpg')).raw().toBuffer();
    const greener = after.filter(
      (byte, i) => i % 3 === 1 && byte > before[Math.floor(i / 3) * (before.length / (1280 * 720))]! + 60,
    );
    expect(greener.length).toBeGreaterThan(500);
  });

  test('no photograph, an unknown option and an unknown backend are errors of usage', async () => {
    for (const args of [['read'], ['read', '--jsn', street], ['read', '--backend', 'abacus', street], ['raed']]) {
      const { status, error } = await platekeeper(...args);
      expect(status).toBe(2);
      expect(error).toContain('[usage]');
    }
  });

  test('an instruction set that is not here is refused by name, and nothing slower is used in its place', async () => {
    vi.stubEnv('PLATEKEEPER_ISA', 'abacus');
    const { status, error } = await platekeeper('read', street).finally(() => vi.unstubAllEnvs());
    expect(status).toBe(1);
    expect(error).toContain("instruction set 'abacus' is not available here");
  });
});
