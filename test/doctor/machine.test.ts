/** What the doctor says of a machine, on file systems made for it. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Board, loadBoard } from '../../firmware/config/board.ts';
import { loadConfig } from '../../firmware/config/load.ts';
import {
  checkClock,
  checkDisk,
  checkPort,
  checkPulse,
  checkPwm,
  checkThermal,
  checkWatchdog,
} from '../../firmware/doctor/machine.ts';
import { checkCamera } from '../../firmware/doctor/program.ts';
import { type ClockQuality, monotonicMs } from '../../firmware/domain/instant.ts';
import type { Clock } from '../../firmware/ports/clock.ts';

let root: string;
let board: Board;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'doctor-'));
  board = await loadBoard('raspberry-pi-5');
});
afterEach(() => rm(root, { recursive: true }));

async function files(all: Readonly<Record<string, string>>) {
  for (const [path, text] of Object.entries(all)) {
    await mkdir(dirname(root + path), { recursive: true });
    await writeFile(root + path, text);
  }
}

function clockAt(epochMs: number, quality: ClockQuality = { source: 'ntp' }): Clock {
  return { wall: () => ({ epochMs, quality }), monotonic: () => monotonicMs(0), sleep: () => Promise.resolve() };
}

const good = (found: string) => ({ state: 'good', found });
const wrong = (found: string) => ({
  state: 'wrong',
  found: expect.stringContaining(found),
  remedy: expect.stringMatching(/.\.$|.\)$/),
});

describe('the doctor, of a serial port', () => {
  test('says that it is there, that it is not, and that none is wanted', async () => {
    await files({ '/dev/ttyAMA0': '' });
    expect(await checkPort({ root }, '/dev/ttyAMA0')).toMatchObject(good('/dev/ttyAMA0'));
    expect(await checkPort({ root }, '/dev/ttyAMA1')).toMatchObject(wrong('/dev/ttyAMA1 is not there'));
    expect(await checkPort({ root }, '')).toMatchObject({ state: 'left-out' });
  });
});

describe('the doctor, of a pulse per second', () => {
  const assert = '/sys/class/pps/pps0/assert';

  test('says that it comes, that it came once, and that it never came', async () => {
    await files({ '/dev/pps0': '', [assert]: '1700000000.000000123#77\n' });
    const fresh = clockAt(1_700_000_001_000);
    expect(await checkPulse({ root }, board, fresh)).toMatchObject(good('/dev/pps0, 77 pulses so far'));
    expect(await checkPulse({ root }, board, clockAt(1_700_000_060_000))).toMatchObject(wrong('came 60 s ago'));
    await files({ [assert]: '0.000000000#0\n' });
    expect(await checkPulse({ root }, board, fresh)).toMatchObject(wrong('No pulse has come'));
  });
});

describe('the doctor, of the PWM', () => {
  const chip = '/sys/class/pwm/pwmchip3';
  beforeEach(async () => {
    await files({ [`${chip}/npwm`]: '4\n', [`${chip}/export`]: '', '/sys/devices/axi/1f00098000.pwm/uevent': '' });
    await symlink(`${root}/sys/devices/axi/1f00098000.pwm`, `${root}${chip}/device`);
  });

  test('finds the chip by its device whatever its number', async () => {
    expect(await checkPwm({ root }, board)).toMatchObject(good('1f00098000.pwm channel 0'));
  });

  test('says which chips there are where it is another, and how many channels where it has too few', async () => {
    const other = (changes: object): Board => ({
      ...board,
      pwm: { illuminator: { ...board.pwm!.illuminator, ...changes } },
    });
    expect(await checkPwm({ root }, other({ chip: 'fe20c000.pwm' }))).toMatchObject(wrong('only 1f00098000.pwm'));
    expect(await checkPwm({ root }, other({ channel: 4 }))).toMatchObject(wrong('has 4 channels, no 4'));
  });
});

describe('the doctor, of the watchdog', () => {
  test('says which it is, whether it is armed, and that it can not wait so long', async () => {
    const folder = '/sys/class/watchdog/watchdog0';
    await files({ '/dev/watchdog0': '', [`${folder}/identity`]: 'Broadcom\n', [`${folder}/max_timeout`]: '15\n' });
    expect(await checkWatchdog({ root }, board)).toMatchObject(good('/dev/watchdog0, Broadcom'));
    await files({ [`${folder}/state`]: 'active\n' });
    expect(await checkWatchdog({ root }, board)).toMatchObject({ found: expect.stringContaining('armed') });
    await files({ [`${folder}/max_timeout`]: '10\n' });
    expect(await checkWatchdog({ root }, board)).toMatchObject(wrong('longest timeout of 10 s, not 15'));
  });
});

describe('the doctor, of the temperature', () => {
  const zone = '/sys/class/thermal/thermal_zone1';

  test('tells it, and wants the source of throttling', async () => {
    await files({ [`${zone}/type`]: 'cpu-thermal\n', [`${zone}/temp`]: '51230\n' });
    expect(await checkThermal({ root }, board)).toMatchObject(wrong('raspberry-pi, which is not there'));
    await files({ '/sys/devices/platform/soc@107c000000/soc@107c000000:firmware/get_throttled': '0\n' });
    expect(await checkThermal({ root }, board)).toMatchObject(good('51.2 °C, throttling told by raspberry-pi'));
  });

  test('says which zones there are where it is another', async () => {
    await files({ [`${zone}/type`]: 'acpitz\n' });
    expect(await checkThermal({ root }, board)).toMatchObject(wrong('only acpitz'));
  });
});

describe('the doctor, of clock, disk and camera', () => {
  test('says whether someone keeps the clock', () => {
    expect(checkClock(clockAt(0, { source: 'free-running' }))).toMatchObject(wrong('Nobody keeps it right'));
    expect(checkClock(clockAt(0, { source: 'ntp', uncertaintyMs: 3.25 }))).toMatchObject(good('ntp, within 3.3 ms'));
  });

  test('looks at the disk of a folder that is not made yet', async () => {
    const config = await loadConfig(undefined);
    const folder = join(root, 'not/yet/made');
    expect(await checkDisk({ ...config, store: { limit_bytes: 0, folder } })).toMatchObject({
      found: expect.stringMatching(/^[\d.]+ GiB free for .*made\.?$/),
    });
    // A file system that can hold nothing.
    expect(await checkDisk({ ...config, store: { limit_bytes: 0, folder: '/proc/none' } })).toMatchObject({
      state: 'wrong',
    });
  });

  test("finds a camera's program on the path", async () => {
    const config = await loadConfig(undefined);
    const program = (name: string) => ({
      ...config,
      camera: { ...config.camera, kind: 'command' as const, program: [name] },
    });
    const path = `/nowhere:${dirname(process.execPath)}`;
    expect(await checkCamera(program('node'), path)).toMatchObject(good(process.execPath));
    expect(await checkCamera(program('rpicam-vid-of-ours'), path)).toMatchObject(wrong('is not on the path'));
    expect(await checkCamera(program('/nowhere/rpicam-vid'), path)).toMatchObject(wrong('is not there'));
  });
});
