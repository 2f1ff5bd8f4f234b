/**
 * The whole unit on a kernel's own devices, for minutes: `run` with a camera that sees what a screen shows, a receiver at a serial
 * port, a board whose lines are gpio-sim's with a strobe that it times, and a broker on the host. The tests follow one run of the
 * unit, in order, as mosquitto_sub and the lines' other ends tell of it; what its detections hold is the host's to say (unit.host.ts).
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { FaultCode } from '../../firmware/domain/fault.ts';
import { type Reached, type Received, type Subscriber, subscribe } from '../broker/subscriber.ts';
import { type Running, started, street, streetPlate } from '../commands/cli.ts';
import { type Fields, protocDecode } from '../proto/protoc.ts';
import { loadModule, type SimulatedChip, simulatedChip } from './gpio-sim.ts';
import { places } from './gps.host.ts';
import { askHost } from './host.ts';
import { brokerFile, exposures, textOf, unit } from './unit.host.ts';
import { cameraBeforeScreen, type Screen, type SimulatedCamera, screenSize } from './vivid.ts';

/** On an emulated processor a frame takes vision many seconds. */
const LIMIT_MS = 300_000;
const outputs = ['status-lamp', 'alert-lamp', 'alert-buzzer', 'illuminator-enable'];
const timed = ['camera-trigger', 'strobe'];
const inputs = ['tamper', 'ignition', 'supply-low', 'camera-exposure', 'pulse-per-second'];
const clock = systemClock();
const opened = new AsyncDisposableStack();
let chip: SimulatedChip;
/** Has the lines that the sequencer drives, and no other. */
let lightBox: SimulatedChip;
let screen: Screen;
let health: Subscriber;
let detections: Subscriber;
let running: Running;

beforeAll(async () => {
  loadModule('virtio_net');
  execFileSync('ip', ['addr', 'add', '10.0.2.15/24', 'dev', 'eth0']);
  execFileSync('ip', ['link', 'set', 'eth0', 'up']);
  const broker: Reached = JSON.parse(await readFile(brokerFile, 'utf8'));
  chip = simulatedChip('simulator', [...outputs, ...inputs]);
  opened.defer(() => chip.remove());
  lightBox = simulatedChip('light-box', timed);
  opened.defer(() => lightBox.remove());
  const looking = await cameraBeforeScreen();
  screen = opened.use(looking.screen);
  await show('fog');
  const [topic, session] = [`alpr/v1/${unit.agency}/${unit.id}`, 'guest'];
  health = opened.use(await subscribe(broker, `${topic}/health`, `${session}-health`));
  detections = opened.use(await subscribe(broker, `${topic}/detection`, `${session}-detections`));
  const folder = await mkdtemp('/tmp/unit-');
  opened.defer(() => rm(folder, { recursive: true }));
  // Emulated, wide vectors are much slower than none.
  process.env.PLATEKEEPER_ISA = 'scalar';
  running = started('run', '--config', await configFile(folder, broker, looking.camera));
  opened.defer(async () => {
    running.stop();
    await running.ended;
  });
}, LIMIT_MS);
afterAll(async () => {
  askHost('uart hush');
  delete process.env.PLATEKEEPER_ISA;
  await opened.disposeAsync();
}, LIMIT_MS);

/**
 * The unit's file, and the board's: the shipped one, but for its bias, which gpio-sim would obey as though somebody threw the switches,
 * the chip of its sequencer, and its camera, which runs freely.
 */
async function configFile(folder: string, broker: Reached, { path: device }: SimulatedCamera): Promise<string> {
  const board = await readFile(new URL('../../hw/boards/simulator.toml', import.meta.url), 'utf8');
  const boxed = timed.reduce(
    (text, line) => text.replace(`"simulator", line = "${line}"`, `"light-box", line = "${line}"`),
    board,
  );
  const own = boxed.replaceAll('"pull-up"', '"as-is"').replace('"external-trigger"', '"free-running"');
  await writeFile(join(folder, 'board.toml'), own);
  const { ca, certificate, key } = broker.certificates.unit;
  const path = join(folder, 'unit.toml');
  await writeFile(
    path,
    `
profile = "bloomington"
board = "${join(folder, 'board.toml')}"
[unit]
agency = "${unit.agency}"
id = "${unit.id}"
[camera]
kind = "v4l2"
device = "${device}"
width = ${screenSize.width}
height = ${screenSize.height}
formats = ["grey"]
rate_hz = 2
stall_ms = 60000
[capture]
queue_frames = 1
[strobe]
enabled = true
exposures = [${exposures.map((each) => `{ ${Object.entries(each).map(([name, us]) => `${name} = ${us}`)} }`)}]
[illumination]
settle_ms = 2000
[track]
gap_ms = 120000
lasts_ms_max = 60000
[gps]
port = "${places.uart}"
stale_ms = 15000             # an emulated processor that others share is seconds behind its receiver
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

/** The vehicle in front in the drawn street, alone (to read what is far off would take seconds more a frame), or so much fog that nothing can be read. */
async function show(view: 'vehicle' | 'fog'): Promise<void> {
  const { width, height } = screenSize;
  const [left, top] = [1000, 360];
  const vehicle = sharp(street)
    .greyscale()
    .extract({ left, top, width: width - left, height: 280 });
  const around = { left, top, bottom: height - top - 280, background: '#606060' };
  const picture = await vehicle.extend(around).raw().toBuffer();
  const raw = { width, height, channels: 1 } as const;
  screen.show(view === 'vehicle' ? picture : await sharp(picture, { raw }).blur(20).greyscale().raw().toBuffer());
}

/** Where it is midnight now, and not twilight for hours. */
function midnight(): string {
  const longitude = 180 - (new Date().getUTCHours() - 12) * 15;
  return `0 ${longitude > 180 ? longitude - 360 : longitude}`;
}

/** Whether a message holds a text. Decoding takes a process, which takes a second here. */
const saying = (text: string) => (each: Received) => Buffer.from(each.payload).includes(text);
const delivering = { condition: 'CAMERA_CONDITION_DELIVERING' };
const latest = () => protocDecode('Health', health.messages.at(-1)!.payload);
const cycles = () => Number((latest().sequencer as Fields).cycles);

/** Once health says no such thing, does something, and gives how long it was before health said so, milliseconds; waits until it says so no more once that is undone. */
async function told(fault: FaultCode | 'gpio.', act: () => void, undo: () => void): Promise<number> {
  await health.until((all) => !saying(fault)(all.at(-1)!));
  const before = health.messages.length;
  const from = clock.monotonic();
  act();
  await health.until((all) => all.slice(before).some(saying(fault)));
  const after = clock.monotonic() - from;
  undo();
  await health.until((all) => !saying(fault)(all.at(-1)!));
  return after;
}

/** Resolves when a line's level is that. */
async function becomes(line: string, level: boolean): Promise<void> {
  while (chip.level(line) !== level) await clock.sleep(20);
}

describe('a unit on the kernel’s devices', { timeout: LIMIT_MS }, () => {
  test('delivers health, and by night has its illuminator on once the receiver says where it is', async () => {
    await health.until((all) => all.length > 2);
    expect(chip.level('illuminator-enable')).toBe(false);
    askHost(`uart speak ${midnight()}`);
    await becomes('illuminator-enable', true);
    await show('vehicle');
  });

  test('says within five seconds that its cover is open', async () => {
    const open = () => chip.drive('tamper', true);
    expect(await told('unit.tampered', open, () => chip.drive('tamper', false))).toBeLessThan(5000);
  });

  test('says within five seconds that its receiver hangs, and no more once it speaks', async () => {
    const place = midnight();
    const hush = () => askHost('uart hush');
    expect(await told('gps.silent', hush, () => askHost(`uart speak ${place}`))).toBeLessThan(5000);
  });

  test('says within five seconds that the chip of its lines has gone, and goes on with its light once it is back', async () => {
    expect(await told('gpio.', chip.unplug, chip.plugIn)).toBeLessThan(5000);
    await becomes('illuminator-enable', true);
  });

  test('says within five seconds that its strobe has gone, while its camera goes on, and flashes again once it is back', async () => {
    expect(await told('gpio.', lightBox.unplug, lightBox.plugIn)).toBeLessThan(5000);
    const { payload } = health.messages.findLast(saying('gpio.'))!;
    expect(protocDecode('Health', payload).cameras).toMatchObject(delivering);
    const [before, count] = [cycles(), health.messages.length];
    await health.until((all) => all.length > count + 3);
    expect(cycles()).toBeGreaterThan(before);
  });

  test('reads the plate of a vehicle that stands in view, and delivers it', async () => {
    await detections.until((all) => all.some(saying(streetPlate)));
    expect(detections.messages[0]!.qos).toBe(1);
  });

  test('is in good health, with a steady lamp', async () => {
    await health.until((all) => protocDecode('Health', all.at(-1)!.payload).faults === undefined);
    // It blinks while something is wrong, as it may be with so slow a machine.
    await becomes('status-lamp', true);
    const { cameras, place, stages } = latest();
    expect(cameras).toMatchObject(delivering);
    expect(place).toMatchObject({ quality: 'FIX_QUALITY_3D' });
    const edges = (stages as readonly Fields[]).find(({ stage }) => textOf(stage) === 'edges');
    // The cover was opened and shut.
    expect(Number(edges?.items_in)).toBeGreaterThanOrEqual(2);
    expect(edges?.drops).toBeUndefined();
  });

  test('ends when its supply runs low, with all that it drove dark, and no plate in its log', async () => {
    chip.drive('supply-low', true);
    const { status, error } = await running.ended;
    expect(status).toBe(0);
    expect(error).toMatch(/unit\.power-ends.*supply-low/);
    expect(error.includes(streetPlate)).toBe(false);
    for (const each of ['status-lamp', 'alert-lamp', 'illuminator-enable']) expect(chip.level(each)).toBe(false);
    expect(lightBox.level('strobe')).toBe(false);
  });
});
