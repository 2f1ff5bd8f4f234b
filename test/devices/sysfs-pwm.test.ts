/** The kernel's files for PWM, played by plain ones: no machine here has a chip. */
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sysfsPwm } from '../../firmware/devices/sysfs-pwm.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pwm-'));
  for (const [chip, device] of [
    ['pwmchip0', 'fan.pwm'],
    ['pwmchip2', '1f00098000.pwm'],
  ] as const) {
    mkdirSync(join(root, chip, 'pwm0'), { recursive: true });
    symlinkSync(`../../devices/${device}`, join(root, chip, 'device'));
    for (const file of ['duty_cycle', 'period', 'enable']) writeFileSync(join(root, chip, 'pwm0', file), '');
  }
});
afterEach(() => rmSync(root, { recursive: true }));

const place = { chip: '1f00098000.pwm', channel: 0, periodNs: 50_000 };
const written = (file: string) => readFileSync(join(root, 'pwmchip2', file), 'utf8');

test('the chip is found by its device, starts dark, follows, and is dark after it is given back', () => {
  const pwm = sysfsPwm(place, root);
  pwm.set(0);
  expect([written('pwm0/duty_cycle'), written('pwm0/period'), written('pwm0/enable')]).toEqual(['0', '50000', '1']);
  for (const [share, duty] of [
    [0.5, '25000'],
    [7, '50000'],
    [-1, '0'],
  ] as const) {
    pwm.set(share);
    expect(written('pwm0/duty_cycle')).toBe(duty);
  }
  pwm.close();
  expect([written('pwm0/duty_cycle'), written('pwm0/enable'), written('unexport')]).toEqual(['0', '0', '0']);
});

test('a chip that is not there is a fault of each setting, and is used from the first one after it came', () => {
  const pwm = sysfsPwm({ ...place, chip: 'no-such.pwm' }, root);
  const unavailable = expect.objectContaining({
    code: 'pwm.unavailable',
    detail: expect.stringContaining('no-such.pwm'),
  });
  expect(() => pwm.set(1)).toThrow(unavailable);
  expect(() => pwm.set(1)).toThrow(unavailable);
  pwm.close();
  rmSync(join(root, 'pwmchip2', 'device'));
  symlinkSync('../../devices/no-such.pwm', join(root, 'pwmchip2', 'device'));
  pwm.set(1);
  expect(written('pwm0/duty_cycle')).toBe('50000');
});

test('a chip that vanishes and returns is opened anew', () => {
  const pwm = sysfsPwm(place, root);
  pwm.set(1);
  renameSync(join(root, 'pwmchip2'), join(root, 'elsewhere'));
  expect(() => pwm.set(1)).toThrow(expect.objectContaining({ code: 'pwm.unavailable' }));
  renameSync(join(root, 'elsewhere'), join(root, 'pwmchip5'));
  pwm.set(0.5);
  expect(readFileSync(join(root, 'pwmchip5', 'pwm0', 'duty_cycle'), 'utf8')).toBe('25000');
});
