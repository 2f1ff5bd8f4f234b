/** A lock against other programs, and other holders in this one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLock } from '../../firmware/devices/file-lock.ts';

const MODULE = fileURLToPath(new URL('../../firmware/devices/file-lock.ts', import.meta.url));

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-'));
  file = join(folder, 'lock');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const open = () => openLock(file, { busy: 'hotlist.busy', waitMs: 0 });
const busy = expect.objectContaining({ code: 'hotlist.busy' });

test('one holds it, others are refused, until its work is done or it is disposed; also where that throws', () => {
  using one = open();
  using other = open();
  one.exclusively(() => {
    expect(() => other.exclusively(() => undefined)).toThrow(busy);
    expect(one.exclusively(() => 'within')).toBe('within');
  });
  expect(() =>
    one.exclusively(() => {
      throw new Error('of the work');
    }),
  ).toThrow('of the work');
  {
    using third = open();
    third.hold();
    expect(() => one.hold()).toThrow(busy);
  }
  one.hold();
  expect([statSync(file).size, statSync(file).mode & 0o777]).toEqual([0, 0o600]);
});

test('a program that is killed while it holds it holds off nobody', async () => {
  const holding = `import { openLock } from ${JSON.stringify(MODULE)};
    openLock(${JSON.stringify(file)}, { busy: 'hotlist.busy', waitMs: 0 }).hold();
    process.stdout.write('held'); setInterval(() => undefined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', holding], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  using lock = open();
  expect(() => lock.hold()).toThrow(busy);
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(lock.exclusively(() => 'free')).toBe('free');
});
