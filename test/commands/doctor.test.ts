import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Finding } from '../../firmware/doctor/finding.ts';
import { platekeeper } from './cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'doctor-'));
});
afterEach(() => rm(folder, { recursive: true }));

const BOARD = `name = "bench"
summary = "A board that is nowhere"
gpio = { adapter = "gpiochip" }
camera = { mode = "free-running", exposure_offset_us = 0 }
watchdog = { device = "/dev/no-such-watchdog", timeout_s = 10 }
[lines]
strobe = { chip = "no-such-chip", line = 3, direction = "output", active_low = false, bias = "as-is" }
tamper = { chip = "no-such-chip", line = 4, direction = "input", active_low = false, bias = "as-is", debounce_us = 0 }
`;

async function doctor(...args: readonly string[]) {
  const board = join(folder, 'board.toml');
  await writeFile(board, BOARD);
  const { status, out } = await platekeeper('doctor', '--json', '--board', board, ...args);
  const findings = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Finding);
  return { status, of: (subject: string) => findings.find((each) => each.subject === subject) };
}

describe('doctor', () => {
  test('loads addon and models, names each line of the board that is not there, and ends with status 1', async () => {
    const { status, of } = await doctor();
    expect(status).toBe(1);
    expect(of('addon')).toMatchObject({ state: 'good' });
    expect(of('models')).toMatchObject({ state: 'good' });
    for (const line of ['line strobe', 'line tamper']) {
      expect(of(line)).toMatchObject({
        state: 'wrong',
        found: expect.stringContaining('no chip labelled "no-such-chip"'),
      });
      expect(of(line)!.remedy).toBeDefined();
    }
    expect(of('watchdog')).toMatchObject({ state: 'wrong', found: '/dev/no-such-watchdog is not there.' });
    expect(of('pulse per second')).toMatchObject({ state: 'left-out' });
    expect(of('wire strobe to tamper')).toBeUndefined();
  });

  test('--loopback says that the ends of the wire are not there', async () => {
    const { status, of } = await doctor('--loopback');
    expect(status).toBe(1);
    expect(of('wire strobe to tamper')).toMatchObject({ state: 'wrong' });
  });

  test('prints for people what is wrong and the remedy below it', async () => {
    const { out } = await platekeeper('doctor', '--board', 'simulator');
    expect(out).toMatch(/^WRONG {2}line strobe +.*no chip labelled "simulator".*\n +Check the board file/m);
  });

  test.each([
    [
      'a wire between lines that the board has not',
      ['--board', 'x86-usb-camera', '--loopback', '--wire', 'strobe:tamper'],
    ],
    ['a wire from an input', ['--board', 'simulator', '--loopback', '--wire', 'tamper:strobe']],
    ['a loopback without a board', ['--loopback']],
  ])('refuses %s', async (_, args) => {
    expect(await platekeeper('doctor', ...args)).toMatchObject({ status: 2 });
  });

  test('a board file that can not be read is a fault that names it', async () => {
    const { status, error } = await platekeeper('doctor', '--board', join(folder, 'none.toml'));
    expect(status).toBe(1);
    expect(error).toContain('none.toml');
  });
});
