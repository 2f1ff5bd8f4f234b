/**
 * The service started by systemd itself (as the first program of a container in the guest): what its settings give the unit, and what they
 * keep from it. The unit's own program is replaced by service-probe.ts; every other line of the unit file is as it is shipped.
 */
import { execFile, execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dropInFor } from '../../hw/systemd/allow-broker.ts';
import { gpioChips } from '../../native/index.ts';
import { type SimulatedChip, simulatedChip } from './gpio-sim.ts';

const UNITS = '/etc/systemd/system';
const BROKER = '192.0.2.1';
const PROBE = '/usr/lib/platekeeper/node_modules/.bin/node /usr/lib/platekeeper/test/hil/service-probe.ts';
let chip: SimulatedChip;
let network: Server;
let results: Readonly<Record<string, string>>;

beforeAll(async () => {
  chip = simulatedChip('service-box', ['strobe']);
  network = createServer((socket) => socket.destroy()).listen(0, '0.0.0.0');
  await new Promise((resolve) => network.once('listening', resolve));
  const { port } = network.address() as { port: number };
  const shell = (text: string) => execFileSync('sh', ['-ec', text], { stdio: 'inherit' });
  shell(`
    ip address add ${BROKER}/32 dev lo
    mount -t cgroup2 none /sys/fs/cgroup
    getent group gpio || groupadd --system gpio
    groupadd --system platekeeper
    useradd --system --gid platekeeper --home-dir /var/lib/platekeeper --no-create-home platekeeper
    mkdir -p /usr/lib/platekeeper /etc/platekeeper
    mount --bind . /usr/lib/platekeeper
    touch /etc/platekeeper/unit.toml
    # What the udev rules do of sysfs, as for a PWM.
    chgrp gpio /sys/devices/platform/gpio-sim.*/*/sim_gpio0/pull
    chmod g+w /sys/devices/platform/gpio-sim.*/*/sim_gpio0/pull`);
  // And of the chip.
  const gpio = Number(execFileSync('getent', ['group', 'gpio'], { encoding: 'utf8' }).split(':')[2]);
  const { path } = gpioChips().find(({ label }) => label === 'service-box')!;
  chownSync(path, 0, gpio);
  chmodSync(path, 0o660);
  // A device that the service has not: its file alone would let it.
  chmodSync('/dev/rtc0', 0o666);
  // Nothing of this machine's own start is wanted.
  const wanted = ['sysinit', 'local-fs'].flatMap((name) => readdirSync(`/lib/systemd/system/${name}.target.wants`));
  const journal = ['systemd-journald.service', 'systemd-journald.socket', 'systemd-journald-dev-log.socket'];
  for (const name of new Set([...wanted, ...journal])) symlinkSync('/dev/null', `${UNITS}/${name}`);
  service('closed', `${PROBE} service-box ${BROKER} ${port}`);
  service(
    'opened',
    `${PROBE} service-box ${BROKER} ${port}`,
    await dropInFor(`mqtts://${BROKER}:8883`, ''),
    'After=closed.service',
  );
  service('hangs', `${PROBE} hang`, '[Service]\nWatchdogSec=3\n');
  const names = 'closed opened hangs';
  writeFileSync(`${UNITS}/trial.target`, `[Unit]\nWants=${names.replace(/(\w+)/g, '$1.service')} trial.service\n`);
  const wait = `systemctl is-active --quiet ${names} || systemctl list-jobs | grep -q opened`;
  const tell = 'echo $each $(systemctl show -p Result --value $each)';
  writeFileSync(
    '/run/trial.sh',
    `sleep 5\nwhile ${wait}; do sleep 1; done\nfor each in ${names}; do ${tell}; done\nsystemctl exit\n`,
  );
  writeFileSync(
    `${UNITS}/trial.service`,
    '[Unit]\nDefaultDependencies=no\n[Service]\nType=oneshot\nStandardOutput=file:/run/results\nExecStart=sh /run/trial.sh\n',
  );
  const apart = ['--pid', '--mount', '--mount-proc', '--fork', '--kill-child', 'env', 'container=hil'];
  const log = ['--log-target=console', '--log-level=notice', '--show-status=false'];
  const { stderr } = await promisify(execFile)(
    'unshare',
    [...apart, '/lib/systemd/systemd', '--system', '--unit=trial.target', ...log],
    { timeout: 200_000 },
  );
  console.log(stderr);
  results = Object.fromEntries(
    readFileSync('/run/results', 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.split(' ')),
  );
}, 240_000);
afterAll(() => {
  network.close();
  chip.remove();
});

/** The shipped unit under another name, with another program. */
function service(name: string, command: string, dropIn = '', order = ''): void {
  copyFileSync('hw/systemd/platekeeper.service', `${UNITS}/${name}.service`);
  mkdirSync(`${UNITS}/${name}.service.d`);
  const outputs = `StandardOutput=file:/run/${name}\nStandardError=file:/run/${name}.errors`;
  writeFileSync(
    `${UNITS}/${name}.service.d/00-probe.conf`,
    `[Unit]\n${order}\n[Service]\nRestart=no\nExecStart=\nExecStart=${command}\n${outputs}\n`,
  );
  if (dropIn !== '') writeFileSync(`${UNITS}/${name}.service.d/10-more.conf`, dropIn);
}

function found(name: string): Record<string, unknown> {
  const text = readFileSync(`/run/${name}`, 'utf8');
  if (text === '') throw new Error(readFileSync(`/run/${name}.errors`, 'utf8'));
  return JSON.parse(text) as Record<string, unknown>;
}

describe('the service under systemd', () => {
  test('has its lines, its real-time thread, its locked pages and what the kernel knows of the time without being root', () => {
    expect(results.closed).toBe('success');
    expect(found('closed')).toMatchObject({ realtime: true, locked: true, clock: 'done' });
    expect(found('closed').account).not.toBe(0);
    expect(found('closed').cycles).toBeGreaterThan(5);
  });

  test('writes in its own folder and what of sysfs is given to it, and nowhere else, and opens no device that it was not given', () => {
    expect(found('closed')).toMatchObject({
      ownFolder: 'done',
      sysfs: 'done',
      kernel: expect.stringMatching(/^E(ROFS|ACCES)$/),
      program: 'EROFS',
      configuration: expect.stringMatching(/^E(ROFS|ACCES)$/),
      otherDevice: 'EPERM',
    });
  });

  test("has no network until the broker's address is allowed, and then that", () => {
    expect(found('closed')).toMatchObject({ itself: true, elsewhere: false });
    expect(found('opened')).toMatchObject({ itself: true, elsewhere: true });
  });

  test('is ended by systemd when it says nothing any more', () => {
    expect(results.hangs).toBe('watchdog');
  });
});
