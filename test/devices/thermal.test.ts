/** The kernel's thermal files, played by plain ones. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { warmth } from '../../firmware/devices/thermal.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'thermal-'));
  write('/sys/class/thermal/thermal_zone0/type', 'gpu-thermal\n');
  write('/sys/class/thermal/thermal_zone1/type', 'cpu-thermal\n');
  write('/sys/class/thermal/thermal_zone1/temp', '61230\n');
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, content: string) {
  mkdirSync(dirname(root + path), { recursive: true });
  writeFileSync(root + path, content);
}

test('the zone is found by its type', () => {
  expect(warmth({ zone: 'cpu-thermal', throttling: 'none' }, root)).toEqual({ celsius: 61.23, throttled: false });
  expect(warmth({ zone: 'no-such', throttling: 'none' }, root)).toBeUndefined();
});

test.each([
  ['0', false],
  ['1', false], // under-voltage alone
  ['2', true],
  ['4', true],
  ['8', true],
  ['50000', false], // it happened, and is over
  ['50005', true],
])('a Raspberry Pi that says %s is throttled: %s', (bits, throttled) => {
  write('/sys/devices/platform/soc/soc:firmware/get_throttled', `${bits}\n`);
  expect(warmth({ zone: 'cpu-thermal', throttling: 'raspberry-pi' }, root)).toMatchObject({ throttled });
});

test.each([
  [0, false],
  [2, true],
])('a cooling device in state %i means throttled: %s', (state, throttled) => {
  write('/sys/class/thermal/cooling_device0/cur_state', '0\n');
  write('/sys/class/thermal/cooling_device3/cur_state', `${state}\n`);
  expect(warmth({ zone: 'cpu-thermal', throttling: 'cooling-devices' }, root)).toMatchObject({ throttled });
});
