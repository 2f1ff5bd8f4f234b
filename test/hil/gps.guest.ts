/** GPS at a serial port and at a USB adapter of the kernel's own, which the host feeds, hushes and pulls out (gps.host.ts). */
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serialPort } from '../../firmware/devices/serial-port.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { Gps } from '../../firmware/services/gps/gps.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { serialLineObligations } from '../conformance/serial-line-obligations.ts';
import { gpsDefaults } from '../services/lines.ts';
import { loadModule } from './gpio-sim.ts';
import { here, places } from './gps.host.ts';
import { askHost } from './host.ts';

beforeAll(() => {
  for (const each of ['uhci-hcd', 'ftdi_sio']) loadModule(each);
});
afterEach(() => {
  for (const each of Object.keys(places)) askHost(`${each} hush`);
});

serialLineObligations('serialport at ttyS1', () => echoing('uart'));
serialLineObligations('serialport at a USB adapter', () => echoing('usb'));

/** No sentence ends with it. */
const ECHOED = 0x3f;

/** The line once the host gives back what it is given. */
async function echoing(place: keyof typeof places) {
  askHost(`${place} echo`);
  const line = serialPort({ path: places[place] });
  for (;;) {
    await using open = await line.open(9600);
    open.write(Uint8Array.of(ECHOED));
    // What was said before may still be under way, and comes first.
    for await (const bytes of open.bytes(AbortSignal.timeout(1000))) if (bytes.at(-1) === ECHOED) return line;
  }
}

/** A service at one of them, with the rate to be found. */
function serviceAt(place: keyof typeof places) {
  const log = recordingLog();
  const clock = systemClock();
  const line = serialPort({ path: places[place] });
  const baudRates = [9600, 115_200, 38_400, 4800];
  const gps = new Gps({ ...gpsDefaults, slowAfterMs: 4000, baudRates, line, clock, log });
  const stop = new AbortController();
  const running = gps.run(stop.signal);
  return {
    gps,
    log,
    async until(condition: () => boolean): Promise<number> {
      const from = clock.monotonic();
      while (!condition()) await clock.sleep(50);
      return clock.monotonic() - from;
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await running;
    },
  };
}

describe('a receiver on the kernel’s own lines', () => {
  test.each(['uart', 'usb'] as const)(
    'at %s gives a fix, falls silent within five seconds, and comes back',
    async (place) => {
      await using service = serviceAt(place);
      const { gps } = service;
      askHost(`${place} speak`);
      await service.until(() => gps.fix().quality === '3d');
      expect(gps.fix().position).toMatchObject({ latitude: expect.closeTo(here.latitude, 6) });
      askHost(`${place} hush`);
      expect(await service.until(() => gps.faults.line === 'gps.silent')).toBeLessThan(5000);
      askHost(`${place} speak`);
      await service.until(() => gps.faults.line === undefined && gps.fix().quality === '3d');
    },
  );

  test('that is unplugged is missing within five seconds, and is there again when it is plugged in', async () => {
    await using service = serviceAt('usb');
    const { gps, log } = service;
    askHost('usb speak');
    await service.until(() => gps.fix().quality === '3d');
    askHost('usb unplug');
    expect(await service.until(() => gps.faults.line === 'gps.missing')).toBeLessThan(5000);
    await service.until(() => gps.fix().quality === 'stale');
    askHost('usb plug');
    await service.until(() => gps.faults.line === undefined && gps.fix().quality === '3d');
    expect(log.events.map(({ name }) => name)).toContain('gps.back');
  });
});
