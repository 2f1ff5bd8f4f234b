/**
 * The machine's own watchdog (QEMU's i6300esb) and the whole unit: while the unit works nothing happens, for longer than a hang would
 * take; when its vision hangs, with everything else at work, the unit pets no more and the machine is reset. This runs in both lives
 * of the guest: the first ends in the hang, the second says why it began; that there were two, and that the first came as far as
 * the hang, is the host's to say (watchdog.host.ts).
 */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { hardwareWatchdog } from '../../firmware/devices/watchdogs.ts';
import { runArguments } from '../commands/cli.ts';
import { loadModule } from './gpio-sim.ts';
import { askHost } from './host.ts';
import { simulatedCamera } from './vivid.ts';

const TIMEOUT_S = 4;
/** Within the first the unit must have loaded its models, within the second have looked at a frame: at an emulated machine's pace. */
const UNIT_TIMEOUT_S = 30;
const STUCK_MS = 45_000;
/** WDIOF_CARDRESET of linux/watchdog.h: the watchdog reset the machine before this boot. */
const CARD_RESET = 0x20;

loadModule('i6300esb');
const bootStatus = Number(readFileSync('/sys/class/watchdog/watchdog0/bootstatus', 'utf8'));

if ((bootStatus & CARD_RESET) !== 0) {
  test('the kernel says that its watchdog reset the machine', () => {
    askHost('watchdog was-reset');
  });
} else {
  test('petted, given back and taken again it does nothing', async () => {
    assert.equal(bootStatus, 0);
    hardwareWatchdog('/dev/watchdog0', TIMEOUT_S).disarm();
    await delay(1.5 * TIMEOUT_S * 1000);
    const watchdog = hardwareWatchdog('/dev/watchdog0', TIMEOUT_S);
    assert.equal(watchdog.timeoutMs, TIMEOUT_S * 1000);
    const until = performance.now() + 2.5 * watchdog.timeoutMs;
    for (; performance.now() < until; await delay(watchdog.timeoutMs / 3)) watchdog.pet();
    watchdog.disarm();
  });

  test('a unit that works is left alone, and one whose vision hangs costs a reset', async () => {
    const unit = spawn(process.execPath, runArguments('run', '--config', configFile()), {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, PLATEKEEPER_ISA: 'scalar' },
    });
    const said: string[] = [];
    const lines = createInterface({ input: unit.stderr });
    lines.on('line', (line) => said.push(line));
    while (!said.some((line) => line.includes('camera.settled'))) {
      assert.equal(unit.exitCode, null, said.join('\n'));
      await delay(100);
    }
    await delay(1.2 * (STUCK_MS + UNIT_TIMEOUT_S * 1000));
    assert.equal(said.filter((line) => line.includes('unit.stuck')).length, 0);
    assert.equal(unit.exitCode, null);
    askHost('watchdog hangs');
    freeze(unit.pid!, 'vision');
    while (!said.some((line) => line.includes('unit.stuck'))) await delay(100);
    // The reset ends this wait.
    await delay(2 * UNIT_TIMEOUT_S * 1000);
    assert.fail('a unit that hangs was not reset');
  });
}

/** A board that has a watchdog and nothing else, and a still picture, which vision looks at now and then. */
function configFile(): string {
  const folder = mkdtempSync('/tmp/unit-');
  writeFileSync(
    `${folder}/board.toml`,
    `name = "watched"
summary = "A machine with a watchdog"
[gpio]
adapter = "gpiochip"
[lines]
[camera]
mode = "free-running"
exposure_offset_us = 0
[watchdog]
device = "/dev/watchdog0"
timeout_s = ${UNIT_TIMEOUT_S}
`,
  );
  writeFileSync(
    `${folder}/unit.toml`,
    `profile = "bloomington"
board = "${folder}/board.toml"
[camera]
kind = "v4l2"
device = "${simulatedCamera().path}"
width = 640
height = 360
rate_hz = 1
stall_ms = 60000
[watchdog]
stuck_ms = ${STUCK_MS}
`,
  );
  return `${folder}/unit.toml`;
}

/** Stops one thread of a process for good, by a control group of its own that is frozen; the others run on. */
function freeze(process: number, name: string): void {
  const tasks = `/proc/${process}/task`;
  const thread = readdirSync(tasks).find((each) => readFileSync(`${tasks}/${each}/comm`, 'utf8').trim() === name);
  const group = '/sys/fs/cgroup/hung';
  execFileSync('mount', ['-t', 'cgroup2', 'cgroup2', '/sys/fs/cgroup']);
  mkdirSync(group);
  writeFileSync(`${group}/cgroup.type`, 'threaded');
  writeFileSync(`${group}/cgroup.threads`, thread!);
  writeFileSync(`${group}/cgroup.freeze`, '1');
}
