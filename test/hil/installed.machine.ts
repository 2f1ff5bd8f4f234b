/**
 * The package on a whole Debian system, as a person installs it: dpkg under a systemd and a udev that run, devices that are there before and
 * devices that come after, the unit started by its own unit file, and at the end the machine halted because the
 * ignition was. That the machine went down is the host's to see (installed.host.ts). The tests go on from one another.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { lineNames } from '../../firmware/config/board.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { gpioChips } from '../../native/index.ts';
import { type Reached, type Subscriber, subscribe } from '../broker/subscriber.ts';
import { loadModule, type SimulatedChip, simulatedChip } from './gpio-sim.ts';
import { brokerFile, packageFile } from './installed.host.ts';
import { simulatedCamera } from './vivid.ts';

const LIMIT_MS = 300_000;
const inputs = ['tamper', 'ignition', 'supply-low', 'camera-exposure', 'pulse-per-second'];
const clock = systemClock();
let chip: SimulatedChip;
let broker: Reached;
let health: Subscriber;
let state: Subscriber;

beforeAll(async () => {
  loadModule('i6300esb');
  chip = simulatedChip('simulator', lineNames);
  for (const each of inputs) chip.drive(each, false);
  const camera = simulatedCamera();
  shell(`
    ip address add 10.0.2.15/24 dev "$(basename /sys/class/net/e*)"
    ip link set "$(basename /sys/class/net/e*)" up
    ip route add default via 10.0.2.2
    dpkg -i ${packageFile()}
    udevadm settle`);
  broker = JSON.parse(readFileSync(brokerFile, 'utf8'));
  const board = readFileSync('hw/boards/simulator.toml', 'utf8').replaceAll('"pull-up"', '"as-is"');
  writeFileSync('/etc/platekeeper/board.toml', `${board}\n[watchdog]\ndevice = "/dev/watchdog0"\ntimeout_s = 600\n`);
  const { ca, certificate, key } = broker.certificates.unit;
  shell(`
    cp ${ca} /etc/platekeeper/ca.pem
    cp ${certificate} /etc/platekeeper/unit.pem
    cp ${key} /etc/platekeeper/unit.key
    chgrp platekeeper /etc/platekeeper/*
    chmod 0640 /etc/platekeeper/*`);
  const shipped = readFileSync('/etc/platekeeper/unit.toml', 'utf8');
  const configured = shipped
    .replace(/^profile = ""/m, 'profile = "leroy"')
    .replace(/^board = ""/m, 'board = "/etc/platekeeper/board.toml"')
    .replace('agency = "unset"', 'agency = "test-pd"')
    .replace('kind = "replay"', 'kind = "v4l2"\nrate_hz = 2\nstall_ms = 60000\nwidth = 640\nheight = 360')
    .replace('folder = ""', `device = "${camera.path}"`)
    .replace('[power]', '[power]\nhold_off_ms = 500');
  writeFileSync('/etc/platekeeper/unit.toml', configured + more(`mqtts://${broker.host}:${broker.port}`));
  // As the configuration's patience below, not as shipped: an emulated processor takes a minute and a half to start.
  shell(`
    mkdir -p /etc/systemd/system/platekeeper.service.d
    printf '[Service]\\nTimeoutStartSec=600\\nTimeoutStopSec=300\\n' >/etc/systemd/system/platekeeper.service.d/00-slow.conf
    systemctl daemon-reload`);
  health = await subscribe(broker, 'alpr/v1/test-pd/unit-1/health', 'fleet-health');
  state = await subscribe(broker, 'alpr/v1/test-pd/unit-1/state', 'fleet-state');
}, LIMIT_MS);
afterEach(({ task }) => {
  if (task.result?.state === 'fail') console.log(shell('journalctl -o short-monotonic -u platekeeper | tail -n 40'));
});
afterAll(async () => {
  await health[Symbol.asyncDispose]();
  await state[Symbol.asyncDispose]();
});

/** What a frame costs here is half a minute. */
const more = (url: string) => `
[inference]
threads = 1
[motion]
empty_ms = 600000
[watchdog]
stuck_ms = 600000
[health]
interval_ms = 1000
[gps]
port = "/dev/ttyS1"
baud_rate = 9600
[broker]
url = "${url}"
ca = "/etc/platekeeper/ca.pem"
certificate = "/etc/platekeeper/unit.pem"
key = "/etc/platekeeper/unit.key"
`;

function shell(script: string): string {
  return execFileSync('sh', ['-ec', script], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A property of the service, as systemd has it. */
const property = (name: string) => shell(`systemctl show -P ${name} platekeeper`).trim();

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await clock.sleep(200);
}

/** What the unit logged since it was started last. */
const logged = () => shell(`journalctl -o cat _SYSTEMD_INVOCATION_ID=${property('InvocationID')}`);

/** Whether the kernel lets an account write a file, as all that the unit has to do with devices needs. */
function may(account: string, path: string): boolean {
  const as = ['--reuid', account, '--regid', shell(`id -g ${account}`).trim(), '--init-groups'];
  return spawnSync('setpriv', [...as, 'test', '-w', path]).status === 0;
}

function ownerOf(path: string): string {
  return shell(`stat -c '%U:%G %a' ${path}`).trim();
}

const gpioPath = (label: string) => gpioChips().find((each) => each.label === label)!.path;

describe('the udev rules', () => {
  test.each([
    ['lines', () => gpioPath('simulator'), 'gpio'],
    ['cameras', () => globSync('/dev/video*')[0]!, 'video'],
    ['serial ports', () => '/dev/ttyS1', 'dialout'],
    ['the watchdog', () => '/dev/watchdog0', 'platekeeper'],
  ])('give %s from before the package to the group, which the unit is in, and to nobody else', (_, path, group) => {
    expect(ownerOf(path())).toBe(`root:${group} 660`);
    expect(may('platekeeper', path())).toBe(true);
    expect(may('nobody', path())).toBe(false);
  });

  test('give a chip that comes later to the group, and what sysfs has of it', () => {
    simulatedChip('late', ['one']);
    shell('udevadm settle');
    expect(ownerOf(gpioPath('late'))).toBe('root:gpio 660');
    const [sysfs] = globSync('/sys/class/gpio/gpiochip*').filter(
      (each) => readFileSync(`${each}/label`, 'utf8').trim() === 'late',
    );
    for (const file of ['/sys/class/gpio/export', `${sysfs}/label`]) expect(ownerOf(file)).toMatch(/^root:gpio/);
    expect(may('platekeeper', '/sys/class/gpio/export')).toBe(true);
    expect(may('nobody', '/sys/class/gpio/export')).toBe(false);
  });

  test('give a pulse to the unit', async () => {
    shell('ldattach PPS /dev/ttyS1');
    await until(() => existsSync('/dev/pps0'));
    shell('udevadm settle');
    expect(ownerOf('/dev/pps0')).toBe('root:platekeeper 660');
    shell('kill $(pidof ldattach)');
  });

  test('are read by udev without a complaint', () => {
    const said = shell(`udevadm test --action=add /sys/bus/gpio/devices/${basename(gpioPath('simulator'))} 2>&1`);
    expect(said).toContain('60-platekeeper.rules:');
    expect(said).toContain('GROUP');
    expect(said).not.toMatch(/60-platekeeper.rules.*(invalid|ignoring|unknown|fail)/i);
  });
});

describe('the service', () => {
  test(
    'is ready under every filter of its unit file, and reaches no broker whose address was not opened',
    async () => {
      shell('systemctl enable --now platekeeper platekeeper-halt.path');
      expect([property('ActiveState'), property('SubState')]).toEqual(['active', 'running']);
      await until(() => logged().includes('broker.unreachable'));
      expect(logged()).not.toContain('already exists but');
      expect(health.messages).toHaveLength(0);
      const status = readFileSync(`/proc/${property('MainPID')}/status`, 'utf8');
      const account = shell('id -u platekeeper').trim();
      expect(status).toMatch(new RegExp(`^Uid:\\s${account}\\s`, 'm'));
      expect(status).toMatch(/^CapEff:\s0+$/m);
      expect(status).toMatch(/^NoNewPrivs:\s1$/m);
      expect(status).toMatch(/^Seccomp:\s2$/m);
    },
    LIMIT_MS,
  );

  test(
    'publishes health of a camera that delivers as soon as platekeeper-allow-broker has opened the address',
    async () => {
      shell('platekeeper-allow-broker && systemctl daemon-reload && systemctl restart platekeeper');
      await health.until((all) => all.length > 3);
      expect(logged()).toContain('camera.settled');
      // The one thing that is wrong with the machine: nothing is at the other end of the serial port.
      await until(() => logged().includes('gps.silent'));
      expect(logged()).not.toMatch(/EACCES|EPERM/);
    },
    LIMIT_MS,
  );

  test(
    'pets both watchdogs',
    async () => {
      const petted = Number(property('WatchdogTimestampMonotonic'));
      const wait = () => Number(property('WatchdogTimestampMonotonic')) > petted;
      await until(wait);
      expect(readFileSync('/sys/class/watchdog/watchdog0/state', 'utf8').trim()).toBe('active');
    },
    LIMIT_MS,
  );

  test(
    'is started anew when it is killed, with its lines and its watchdog',
    async () => {
      const before = property('MainPID');
      const told = health.messages.length;
      shell('systemctl kill --signal=KILL --kill-who=main platekeeper');
      await until(() => property('NRestarts') === '1' && property('ActiveState') === 'active');
      expect(property('MainPID')).not.toBe(before);
      await health.until((all) => all.length > told + 1);
      expect(logged()).not.toMatch(/gpio\.|watchdog\./);
    },
    LIMIT_MS,
  );

  test(
    'stops in order: says so, closes its store, leaves lines and watchdog',
    async () => {
      shell('systemctl stop platekeeper');
      expect([property('Result'), property('ActiveState')]).toEqual(['success', 'inactive']);
      expect(logged()).toContain('unit.closed');
      expect(existsSync('/var/lib/platekeeper/store.sqlite-wal')).toBe(false);
      expect(readFileSync('/sys/class/watchdog/watchdog0/state', 'utf8').trim()).toBe('inactive');
      for (const line of ['status-lamp', 'illuminator-enable', 'strobe']) expect(chip.level(line)).toBe(false);
      expect(existsSync('/run/platekeeper/halt')).toBe(false);
      expect(statSync('/var/lib/platekeeper/store.sqlite').mode & 0o777).toBe(0o600);
    },
    LIMIT_MS,
  );
});

describe('the machine', () => {
  test(
    'is halted once the ignition has been off for the hold-off time and the unit has stopped in order',
    async () => {
      shell('systemctl start platekeeper');
      const told = health.messages.length;
      await health.until((all) => all.length > told);
      chip.drive('ignition', true);
      await until(() =>
        spawnSync('systemctl', ['is-system-running'], { encoding: 'utf8' }).stdout.startsWith('stopping'),
      );
      expect([property('Result'), property('ActiveState')]).toEqual(['success', 'inactive']);
      expect(existsSync('/run/platekeeper/halt')).toBe(true);
      expect(existsSync('/var/lib/platekeeper/store.sqlite-wal')).toBe(false);
      expect(state.messages.length).toBeGreaterThan(0);
    },
    LIMIT_MS,
  );
});
