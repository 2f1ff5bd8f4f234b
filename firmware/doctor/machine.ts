/** The machine around the lines: serial port, pulse per second, PWM, watchdog, thermal zone, clock, disk. It opens nothing that counts
 * or arms: a running unit goes on undisturbed. */
import { constants } from 'node:fs';
import { access, glob, readFile, realpath, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { Board } from '../config/board.ts';
import type { Config } from '../config/schema.ts';
import { throttlingSources } from '../devices/thermal.ts';
import type { Clock } from '../ports/clock.ts';
import { deviceFile, type Machine } from './device-file.ts';
import { type Finding, good, leftOut, wrong } from './finding.ts';

/** About eight thousand detections of 128 kB (docs/measured.md). */
const FREE_LEAST = 2 ** 30;
/** A pulse comes every second; one may be under way. */
const PULSE_AGE_MS_MAX = 2500;

/** @param port the configuration's, or else the board's; empty: none. */
export async function checkPort(machine: Machine, port: string): Promise<Finding> {
  if (port === '') return leftOut('gps', 'Neither gps.port nor the board names a port.');
  const absent = 'Check the receiver, its cable, and that the serial port is switched on (the board file says how).';
  return deviceFile(machine, { subject: 'gps', path: port, absent });
}

export async function checkPulse(machine: Machine, { pps }: Board, clock: Clock): Promise<Finding> {
  const subject = 'pulse per second';
  if (pps === undefined) return leftOut(subject, 'The board has none.');
  const absent = 'Load pps-gpio (the board file says how); PPS needs a line of its own.';
  const file = await deviceFile(machine, { subject, path: pps.device, absent });
  if (file.state !== 'good') return file;
  const stamp = await text(`${machine.root}/sys/class/pps/${basename(pps.device)}/assert`);
  const [, seconds, count] = /^([\d.]+)#(\d+)$/.exec(stamp) ?? [];
  const ageMs = clock.wall().epochMs - Number(seconds) * 1000;
  if (Number(count) > 0 && ageMs < PULSE_AGE_MS_MAX) return good(subject, `${pps.device}, ${count} pulses so far`);
  const last = Number(count) > 0 ? `The last pulse came ${(ageMs / 1000).toFixed(0)} s ago.` : 'No pulse has come.';
  return wrong(subject, last, "Check the pulse's wire; most receivers pulse only while they have a fix.");
}

export async function checkPwm({ root }: Machine, { pwm }: Board): Promise<Finding> {
  const subject = 'pwm illuminator';
  if (pwm === undefined) return leftOut(subject, 'The board has none.');
  const { chip, channel } = pwm.illuminator;
  const known: string[] = [];
  for await (const folder of glob(`${root}/sys/class/pwm/pwmchip*`)) {
    const device = basename(await realpath(`${folder}/device`).catch(() => ''));
    known.push(device);
    if (device !== chip) continue;
    const channels = Number(await text(`${folder}/npwm`));
    if (channel >= channels)
      return wrong(subject, `${chip} has ${channels} channels, no ${channel}.`, 'Mend the board file.');
    const writable = await access(`${folder}/export`, constants.W_OK).then(
      () => true,
      () => false,
    );
    if (writable) return good(subject, `${chip} channel ${channel}`);
    return wrong(
      subject,
      `This account may not use ${basename(folder)}.`,
      'Install hw/udev/60-platekeeper.rules and join its group.',
    );
  }
  const there = known.length === 0 ? 'There is no PWM chip' : `There are only ${known.join(', ')}`;
  return wrong(
    subject,
    `${there}; the board wants ${chip}.`,
    'Switch the PWM on for its pin (the board file says how).',
  );
}

export async function checkWatchdog(machine: Machine, { watchdog }: Board): Promise<Finding> {
  const subject = 'watchdog';
  if (watchdog === undefined) return leftOut(subject, 'The board has none.');
  const { device, timeout_s: timeout } = watchdog;
  const absent = "Load the chip's driver (Pi: dtparam=watchdog=on; x86: modprobe iTCO_wdt).";
  const file = await deviceFile(machine, { subject, path: device, absent });
  if (file.state !== 'good') return file;
  const folder = `${machine.root}/sys/class/watchdog/${basename(device)}`;
  const [identity, state, most] = await Promise.all(
    ['identity', 'state', 'max_timeout'].map((name) => text(`${folder}/${name}`)),
  );
  if (Number(most) > 0 && timeout > Number(most))
    return wrong(
      subject,
      `${device} has a longest timeout of ${most} s, not ${timeout}.`,
      'Mend watchdog.timeout_s in the board file.',
    );
  const armed = state === 'active' ? ', armed by this program, or by systemd (then set RuntimeWatchdogSec=off)' : '';
  return good(subject, [device, identity].filter((each) => each !== '').join(', ') + armed);
}

export async function checkThermal({ root }: Machine, { thermal }: Board): Promise<Finding> {
  const subject = 'temperature';
  if (thermal === undefined) return leftOut(subject, 'The board names no zone.');
  const zones = new Map<string, string>();
  for await (const zone of glob(`${root}/sys/class/thermal/thermal_zone*`)) zones.set(await text(`${zone}/type`), zone);
  const zone = zones.get(thermal.zone);
  if (zone === undefined) {
    const there = zones.size === 0 ? 'There is no thermal zone.' : `There are only ${[...zones.keys()].join(', ')}.`;
    return wrong(subject, `${there} The board wants ${thermal.zone}.`, 'Mend thermal.zone in the board file.');
  }
  const degrees = (Number(await text(`${zone}/temp`)) / 1000).toFixed(1);
  const source = throttlingSources[thermal.throttling];
  if (source === undefined) return good(subject, `${degrees} °C`);
  for await (const _ of glob(root + source))
    return good(subject, `${degrees} °C, throttling told by ${thermal.throttling}`);
  return wrong(
    subject,
    `Throttling is to be told by ${thermal.throttling}, which is not there.`,
    'Mend thermal.throttling in the board file.',
  );
}

export function checkClock(clock: Clock): Finding {
  const { source, uncertaintyMs } = clock.wall().quality;
  if (source === 'free-running')
    return wrong(
      'clock',
      'Nobody keeps it right.',
      'Run chrony or systemd-timesyncd (timedatectl set-ntp true); records say so meanwhile.',
    );
  return good('clock', uncertaintyMs === undefined ? source : `${source}, within ${uncertaintyMs.toFixed(1)} ms`);
}

/** The folder may be made yet: then the one that it will be made in is looked at. */
export async function checkDisk({ store }: Config): Promise<Finding> {
  const subject = 'disk';
  let folder = store.folder;
  let free = await freeOf(folder);
  while (free === undefined && dirname(folder) !== folder) {
    folder = dirname(folder);
    free = await freeOf(folder);
  }
  const writable = await access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  if (!writable)
    return wrong(subject, `${folder} can not be written.`, `Give it to this account, or set store.folder.`);
  const told = `${((free ?? 0) / 2 ** 30).toFixed(1)} GiB free for ${store.folder}`;
  return (free ?? 0) < FREE_LEAST
    ? wrong(subject, `${told}.`, 'Free space, or set store.folder on a larger disk.')
    : good(subject, told);
}

async function freeOf(folder: string): Promise<number | undefined> {
  const { bavail, bsize } = await statfs(folder).catch(() => ({ bavail: undefined, bsize: 0 }));
  return bavail === undefined ? undefined : bavail * bsize;
}

/** A small file's text; empty where it can not be read. */
async function text(path: string): Promise<string> {
  return (await readFile(path, 'utf8').catch(() => '')).trim();
}
