/** A unit whose kernel camera is not there, as `run` starts it: it says so, waits for it, and stops when told to. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { platekeeper } from './cli.ts';

const MAIN = fileURLToPath(new URL('../../firmware/main.ts', import.meta.url));
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'unit-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function configWith(camera: string): Promise<string> {
  const path = join(folder, 'unit.toml');
  await writeFile(
    path,
    `profile = "bloomington"\n[camera]\nkind = "v4l2"\nreopen_ms = 50\n${camera}\n[store]\nfolder = "kept"\n`,
  );
  return path;
}

test('a unit without its camera says so and waits for it', async () => {
  const config = await configWith('device = "/dev/v4l/by-id/nowhere"');
  const unit = spawn(process.execPath, [MAIN, 'run', '--config', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(unit, 'close');
  const events: { event?: string; detail?: string }[] = [];
  for await (const line of createInterface({ input: unit.stderr })) {
    events.push(JSON.parse(line));
    if (line.includes('camera.missing')) unit.kill('SIGTERM');
  }
  expect(await ended).toEqual([0, null]);
  expect(events.filter((each) => JSON.stringify(each).includes('camera.missing'))).toEqual([
    expect.objectContaining({ camera: 'camera-1', detail: expect.stringContaining('/dev/v4l/by-id/nowhere') }),
  ]);
}, 30_000);

test('a kernel camera without a rate is refused before anything is opened', async () => {
  const { status, error } = await platekeeper('run', '--config', await configWith('rate_hz = 0'));
  expect(status).toBe(1);
  expect(error).toContain('camera.rate_hz');
}, 30_000);
