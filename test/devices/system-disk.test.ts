import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { systemDisk } from '../../firmware/devices/system-disk.ts';

test('a folder with room takes writes; one with less than the store needs is full; one that has gone is not writable', () => {
  const folder = mkdtempSync(join(tmpdir(), 'disk-'));
  systemDisk(folder, 1).check();
  expect(() => systemDisk(folder, Number.MAX_SAFE_INTEGER).check()).toThrow(
    expect.objectContaining({ code: 'store.full' }),
  );
  rmSync(folder, { recursive: true });
  expect(() => systemDisk(folder).check()).toThrow(
    expect.objectContaining({ code: 'store.unwritable', detail: expect.stringContaining('ENOENT') }),
  );
});
