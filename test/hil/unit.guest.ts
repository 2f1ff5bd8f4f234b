/**
 * The whole unit on a kernel's own devices: `run` with a board whose lines are gpio-sim's, at a broker on the host (unit.host.ts),
 * read back by mosquitto_sub and protoc. Its camera is the kernel's, which shows no vehicle: nothing is read here.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { type Reached, type Received, subscribe } from '../broker/subscriber.ts';
import { type Running, started } from '../commands/cli.ts';
import { protocDecode } from '../proto/protoc.ts';
import { loadModule, type SimulatedChip, simulatedChip } from './gpio-sim.ts';
import { brokerFile } from './unit.host.ts';
import { simulatedCamera } from './vivid.ts';

const LIMIT_MS = 300_000;
const outputs = ['status-lamp', 'alert-lamp', 'alert-buzzer', 'illuminator-enable', 'camera-trigger', 'strobe'];
const inputs = ['tamper', 'ignition', 'supply-low', 'camera-exposure', 'pulse-per-second'];
let chip: SimulatedChip;
let broker: Reached;
let folder: string;
let unit: Running | undefined;

beforeAll(async () => {
  loadModule('virtio_net');
  execFileSync('ip', ['addr', 'add', '10.0.2.15/24', 'dev', 'eth0']);
  execFileSync('ip', ['link', 'set', 'eth0', 'up']);
  broker = JSON.parse(await readFile(brokerFile, 'utf8'));
  chip = simulatedChip('simulator', [...outputs, ...inputs]);
});
afterAll(() => chip.remove());
beforeEach(async () => {
  folder = await mkdtemp('/tmp/unit-');
  for (const each of inputs) chip.drive(each, false);
});
afterEach(async () => {
  unit?.stop();
  await unit?.ended;
  unit = undefined;
  await rm(folder, { recursive: true });
});

/** The unit's file, and the board's: the shipped one, whose bias gpio-sim would obey as though somebody threw the switches. */
async function configFile(id: string, camera: string): Promise<string> {
  const board = await readFile(new URL('../../hw/boards/simulator.toml', import.meta.url), 'utf8');
  await writeFile(join(folder, 'board.toml'), board.replaceAll('"pull-up"', '"as-is"'));
  const { ca, certificate, key } = broker.certificates.unit;
  const path = join(folder, 'unit.toml');
  await writeFile(
    path,
    `
profile = "bloomington"
board = "${join(folder, 'board.toml')}"
[unit]
agency = "test-pd"
id = "${id}"
[camera]
rate_hz = 2
stall_ms = 60000
${camera}
[power]
hold_off_ms = 500
halt = []
[health]
interval_ms = 1000
[broker]
url = "mqtts://${broker.host}:${broker.port}"
ca = "${ca}"
certificate = "${certificate}"
key = "${key}"
`,
  );
  return path;
}

/** Whether a message holds a text. Decoding takes a process, which takes a second here. */
const saying = (text: string) => (each: Received) => Buffer.from(each.payload).includes(text);

describe('a unit on the kernel’s devices', () => {
  test(
    'with a kernel camera delivers health, says within five seconds that it was opened, and ends with the ignition',
    async () => {
      const vivid = simulatedCamera();
      const clock = systemClock();
      await using subscriber = await subscribe(broker, 'alpr/v1/test-pd/pole-8/health', 'fleet-8');
      const camera = `kind = "v4l2"\ndevice = "${vivid.path}"\nwidth = 640\nheight = 360`;
      unit = started('run', '--config', await configFile('pole-8', camera));
      await subscriber.until((all) => all.length > 5);
      expect(subscriber.messages.some(saying('unit.tampered'))).toBe(false);
      const from = clock.monotonic();
      chip.drive('tamper', true);
      await subscriber.until((all) => all.some(saying('unit.tampered')));
      expect(clock.monotonic() - from).toBeLessThan(5000);
      chip.drive('tamper', false);
      await subscriber.until((all) => !saying('unit.tampered')(all.at(-1)!));
      // Steady while all is well, it blinks while something is wrong, as it may be with so slow a machine.
      while (!chip.level('status-lamp')) await clock.sleep(20);
      const well = protocDecode('Health', subscriber.messages.at(-1)!.payload);
      expect(well.cameras).toMatchObject({ condition: 'CAMERA_CONDITION_DELIVERING' });
      chip.drive('ignition', true);
      const { status, error } = await unit.ended;
      expect(status).toBe(0);
      expect(error).toContain('camera.settled');
      expect(error).toContain('unit.power-ends');
      expect(chip.level('status-lamp')).toBe(false);
    },
    LIMIT_MS,
  );
});
