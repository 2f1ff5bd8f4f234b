import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { loadConfig } from '../../firmware/config/load.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'config-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function loaded(toml: string) {
  const path = join(folder, 'unit.toml');
  await writeFile(path, toml);
  return loadConfig(path);
}

describe('configuration', () => {
  test('the defaults alone are valid', async () => {
    const config = await loadConfig(undefined);
    expect(config.track.looks_min).toBe(2);
    expect(config.broker.url).toBe('');
  });

  test("a unit's file overrides what it names and leaves the rest", async () => {
    const config = await loaded('[unit]\nid = "pole-7"\n[track]\ngap_ms = 900\n');
    expect(config.unit).toMatchObject({ id: 'pole-7', kind: 'stationary' });
    expect(config.track).toEqual({
      looks_min: 2,
      confidence_min: 0.5,
      plate_min: 0.97,
      gap_ms: 900,
      lasts_ms_max: 10_000,
      sought_confidence_min: 0.8,
    });
  });

  test('an unknown key is refused and the nearest known one is named', async () => {
    await expect(loaded('[camera]\nrate_hs = 5\n')).rejects.toMatchObject({
      code: 'config.unknown-key',
      detail: expect.stringContaining('"camera.rate_hs" is not known; the nearest known key is "camera.rate_hz"'),
    });
    await expect(loaded('[camra]\nrate_hz = 5\n')).rejects.toMatchObject({
      detail: expect.stringContaining('"camera"'),
    });
  });

  test('what stands in the place of a key and is no word is refused, and not repeated', async () => {
    const secret = 'MCowBQYDK2VwAyEA';
    const refused = await loaded(`[camera]\n${secret} = 5\n`).catch((fault) => fault);
    expect(refused).toMatchObject({ code: 'config.unknown-key', detail: expect.stringContaining('"camera.…"') });
    expect(refused.message).not.toContain(secret);
  });

  test('a value out of range is refused by its key', async () => {
    await expect(loaded('[evidence]\njpeg_quality = 101\n')).rejects.toMatchObject({
      code: 'config.invalid-value',
      detail: expect.stringContaining('evidence.jpeg_quality'),
    });
    await expect(loaded('[detect]\nsearch = "twice"\n')).rejects.toMatchObject({
      detail: expect.stringContaining('detect.search'),
    });
    await expect(loaded('[unit]\nkind = "tank"\n')).rejects.toMatchObject({
      detail: expect.stringContaining('unit.kind'),
    });
  });

  test('a file that is no TOML, and one that is not there, are faults that name it', async () => {
    await expect(loaded('[unit\n')).rejects.toMatchObject({
      code: 'config.unreadable',
      detail: expect.stringContaining('unit.toml'),
    });
    await expect(loadConfig(join(folder, 'absent.toml'))).rejects.toMatchObject({ code: 'config.unreadable' });
  });

  test("relative paths start at the file's own folder", async () => {
    const config = await loaded('[store]\nfolder = "kept"\n[broker]\nca = "/etc/ca.pem"\n');
    expect(config.store.folder).toBe(join(folder, 'kept'));
    expect(config.broker.ca).toBe('/etc/ca.pem');
  });

  test("a board's name stays one, and the path of its file starts at the unit's", async () => {
    expect((await loaded('board = "raspberry-pi-4"')).board).toBe('raspberry-pi-4');
    expect((await loaded('board = "boards/own.toml"')).board).toBe(join(folder, 'boards/own.toml'));
  });
});
