/** U9: a unit as `run` starts it, whose key a TPM holds (swtpm). */
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { loadConfig } from '../../firmware/config/load.ts';
import { loadProfile } from '../../firmware/config/profile.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { openUnitStore } from '../../firmware/unit-store.ts';
import { platekeeper, street, streetPlate } from '../commands/cli.ts';
import { startTpm } from '../devices/swtpm.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tpm-'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

test('U9 a unit reads and keeps under its TPM, starts again, and on another machine opens nothing', async () => {
  const config = join(folder, 'unit.toml');
  await mkdir(join(folder, 'road'));
  await copyFile(street, join(folder, 'road', '1.jpg'));
  const unit = '[unit]\nagency = "test-pd"\nid = "pole-7"\n[camera]\nfolder = "road"\nrate_hz = 0\n';
  await writeFile(config, `profile = "leroy"\n${unit}[vault]\nkey = "tpm"\nfolder = "keys"\n`);
  using tpm = await startTpm();
  vi.stubEnv('TPM2TOOLS_TCTI', tpm.reach);
  const run = () => platekeeper('run', '--config', config);
  for (let start = 0; start < 2; start++) {
    const { status, error } = await run();
    expect(status, error).toBe(0);
  }
  {
    const loaded = await loadConfig(config);
    using opened = openUnitStore({ config: loaded, profile: await loadProfile(loaded.profile), clock: systemClock() });
    expect(opened.guard).toBe('tpm');
    expect(opened.store.search.find({ pattern: streetPlate }, 9).found).toHaveLength(2);
  }
  for (const each of await readdir(folder, { recursive: true, withFileTypes: true }))
    if (each.isFile() && each.name !== '1.jpg')
      expect((await readFile(join(each.parentPath, each.name), 'latin1')).includes(streetPlate)).toBe(false);
  using other = await startTpm();
  vi.stubEnv('TPM2TOOLS_TCTI', other.reach);
  const { status, error } = await run();
  expect([status, error]).toEqual([1, expect.stringContaining('key.unavailable')]);
}, 120_000);
