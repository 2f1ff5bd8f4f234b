/** When `run` arms the machine's watchdog: a watchdog that is armed before somebody pets it resets the machine. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { platekeeper } from './cli.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'run-'));
  await mkdir(join(folder, 'pictures'));
  await mkdir(join(folder, 'no-models'));
});
afterEach(() => rm(folder, { recursive: true }));

/** What ended a unit whose board has a watchdog that is not there. */
async function endOf(models: string): Promise<string> {
  await writeFile(
    join(folder, 'board.toml'),
    `name = "bench"
summary = "A board whose watchdog is nowhere"
gpio = { adapter = "gpiochip" }
camera = { mode = "free-running", exposure_offset_us = 0 }
watchdog = { device = "/dev/no-such-watchdog", timeout_s = 10 }
[lines]
`,
  );
  await writeFile(
    join(folder, 'unit.toml'),
    `profile = "bloomington"
board = "${folder}/board.toml"
[camera]
folder = "${folder}/pictures"
[inference]
models = "${models}"
[store]
folder = "kept"
`,
  );
  const { status, error } = await platekeeper('run', '--config', join(folder, 'unit.toml'));
  expect(status).toBe(1);
  return error;
}

test('the watchdog is armed once all else is open', async () => {
  const error = await endOf('');
  expect(error).toContain('[watchdog.unavailable]');
});

test('a unit whose models do not open never touches it', async () => {
  const error = await endOf(join(folder, 'no-models'));
  expect(error).toContain('[model.missing]');
  expect(error).not.toContain('[watchdog.');
});
