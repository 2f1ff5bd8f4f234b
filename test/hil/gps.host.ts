/**
 * Two GPS receivers for a guest: one at its second serial port, one that is a USB serial adapter (QEMU's `usb-serial`, an FTDI
 * chip to the kernel) and is unplugged and plugged in by the machine's monitor (QMP).
 *
 * The adapter hangs at a UHCI: on QEMU 7.2's XHCI every second opening of it is dumb.
 *
 * The guest asks for `NAME speak`, `NAME speak LATITUDE LONGITUDE`, `NAME hush`, `NAME echo`, `usb unplug` and `usb plug`, NAME
 * `uart` or `usb`. Both are hushed at first.
 */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Position } from '../../firmware/domain/fix.ts';
import { writeEpoch } from '../../sim/devices/nmea-writer.ts';
import type { Host } from './host.ts';

/** Where the guest finds them. */
export const places = { uart: '/dev/ttyS1', usb: '/dev/ttyUSB0' } as const;
/** Where both say they are, unless told otherwise. */
export const here = { latitude: 39.8, longitude: -89.65, altitudeM: 180 };

export async function openHost(): Promise<Host> {
  const folder = await mkdtemp(join(tmpdir(), 'hil-gps-'));
  const uart = await receiver(join(folder, 'uart'));
  const usb = await receiver(join(folder, 'usb'));
  const monitor = await openMonitor(join(folder, 'monitor'));
  const socket = (id: string) => ['-chardev', `socket,id=${id},path=${join(folder, id)}`];
  const usbDevice = { driver: 'usb-serial', id: 'usb-gps', chardev: 'usb', bus: 'hub.0' };
  return {
    devices: [
      ...['uart', 'usb', 'monitor'].flatMap(socket),
      ...['-serial', 'chardev:uart', '-mon', 'chardev=monitor,mode=control', '-device', 'piix3-usb-uhci,id=hub'],
      ...['-device', 'usb-serial,id=usb-gps,chardev=usb,bus=hub.0'],
    ],
    asked(wish) {
      const [name, deed = '', ...place] = wish.split(' ');
      if (name !== 'uart' && name !== 'usb') return;
      if (deed === 'unplug') monitor('device_del', { id: 'usb-gps' });
      else if (deed === 'plug') monitor('device_add', usbDevice);
      else (name === 'uart' ? uart : usb).does(deed, place.map(Number));
    },
    async [Symbol.asyncDispose]() {
      for (const each of [uart, usb, monitor]) each.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** A receiver behind a socket: says an epoch each second of the host's clock, or nothing, or what it hears. */
async function receiver(path: string) {
  const { line, close } = await socketAt(path, (bytes) => {
    if (mode === 'echo') line()?.write(bytes);
  });
  let mode = 'hush';
  let position: Position = here;
  const said = { speedMps: 0, courseDeg: 0, satellites: 9, hdop: 0.9 };
  const timer = setInterval(() => {
    if (mode === 'speak')
      line()?.write(writeEpoch({ ...said, position, epochMs: Math.floor(Date.now() / 1000) * 1000 }));
  }, 1000);
  return {
    does(next: string, [latitude, longitude]: readonly number[]) {
      mode = next;
      position = latitude === undefined || longitude === undefined ? here : { ...here, latitude, longitude };
    },
    close() {
      clearInterval(timer);
      close();
    },
  };
}

/** Sends commands to the machine's monitor. */
async function openMonitor(path: string) {
  const { line, close } = await socketAt(path, (bytes) => {
    const said = bytes.toString();
    if (said.includes('"QMP"')) line()?.write('{"execute": "qmp_capabilities"}\n');
    if (said.includes('"error"')) console.error(`hil: the monitor says ${said.trim()}`);
  });
  const command = (execute: string, rest: object) => line()?.write(`${JSON.stringify({ execute, arguments: rest })}\n`);
  return Object.assign(command, { close });
}

async function socketAt(path: string, heard: (bytes: Buffer) => void) {
  let socket: Socket | undefined;
  const server: Server = createServer((opened) => {
    socket = opened;
    opened.on('data', heard).on('error', () => undefined);
  }).listen(path);
  await once(server, 'listening');
  const close = () => {
    socket?.destroy();
    server.close();
  };
  return { line: () => socket, close };
}
