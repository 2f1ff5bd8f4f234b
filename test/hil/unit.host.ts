/**
 * What a unit in the guest delivers to: a broker on this machine, at the other end of the guest's only network card. Its detections
 * are read here too, when all is over: what came must be true of what the guest was shown (unit.guest.ts).
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { solarElevation } from '../../firmware/domain/sun.ts';
import { startMosquitto } from '../broker/mosquitto.ts';
import { type Reached, type Received, subscribe } from '../broker/subscriber.ts';
import { streetPlate } from '../commands/cli.ts';
import { type Fields, protocDecode } from '../proto/protoc.ts';
import type { Host } from './host.ts';
import { screenProgram } from './vivid.ts';

const folder = fileURLToPath(new URL('../../out/hil', import.meta.url));
/** Where the guest, whose root is this machine's, finds out which port and certificates it has: a `Reached`. */
export const brokerFile = `${folder}/broker.json`;

/** The unit, and how it exposes its frames in turn: no two alike in any way. */
export const unit = { agency: 'test-pd', id: 'pole-8' };
export const exposures = [
  { trigger_us: 300, delay_us: 20, strobe_us: 200 },
  { trigger_us: 900, delay_us: 0, strobe_us: 0 },
];
const OFFSET_US = 14.26;

export async function openHost(): Promise<Host> {
  const source = fileURLToPath(new URL('screen.cc', import.meta.url));
  execFileSync('g++', ['-std=c++20', '-Wall', '-Wextra', '-Werror', '-o', screenProgram, source], { stdio: 'inherit' });
  await using opened = new AsyncDisposableStack();
  const { port, certificates } = opened.use(await startMosquitto(folder));
  const subscriber = opened.use(
    await subscribe({ port, certificates }, `alpr/v1/${unit.agency}/${unit.id}/detection`, 'host'),
  );
  const reached: Reached = { host: '10.0.2.2', port, certificates };
  await writeFile(brokerFile, JSON.stringify(reached));
  opened.defer(() => rm(brokerFile));
  const open = opened.move();
  return {
    devices: ['-netdev', 'user,id=net', '-device', 'virtio-net-pci,netdev=net,romfile='],
    asked() {},
    judge: () => judge(subscriber.messages),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  };
}

/** The vehicle was seen at a place where it was night, and the record says which exposure it had. */
function judge(messages: readonly Received[]): void {
  const detections = messages.map(({ payload }) => protocDecode('Detection', payload));
  const found = detections.find(({ plate }) => textOf(plate) === streetPlate) as Record<string, Fields> | undefined;
  assert.ok(found, 'no detection of the vehicle reached the broker');
  const { origin, exposed_at, place, exposure, looks, plate_image } = found;
  assert.equal(textOf(origin?.agency), unit.agency);
  assert.equal(textOf(origin?.unit), unit.id);
  assert.ok((looks as unknown as readonly Fields[]).length >= 2);
  assert.ok(plate_image);
  assert.equal(place?.quality, 'FIX_QUALITY_3D');
  assert.equal(exposed_at?.source, 'CLOCK_SOURCE_GPS');
  // A place of zero is not written.
  const { latitude_deg: latitude = 0, longitude_deg: longitude = 0 } = place.position as Fields;
  const where = { latitude: Number(latitude), longitude: Number(longitude) };
  assert.ok(solarElevation(where, Number(exposed_at.epoch_us) / 1000) < -45);
  const { shutter_us, strobe_us } = exposure as Fields;
  const had = exposures.find((each) => each.strobe_us === Number(strobe_us));
  assert.equal(Number(shutter_us), had!.trigger_us + OFFSET_US);
}

export const textOf = (value: unknown) => Buffer.from(value as Uint8Array).toString('latin1');
