import { describe, expect, test } from 'vitest';
import { noFix } from '../../firmware/domain/fix.ts';
import { Gps, type GpsOptions } from '../../firmware/services/gps/gps.ts';
import { UnitTime } from '../../firmware/services/time.ts';
import { SimClock } from '../../sim/clock.ts';
import { type Epoch, withChecksum, writeEpoch } from '../../sim/devices/nmea-writer.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { FedLine } from './lines.ts';

const noon = Date.UTC(2026, 4, 12, 12);
const place = { latitude: 39.8, longitude: -89.65, altitudeM: 180 };
const epoch = (over: Partial<Epoch> = {}) =>
  writeEpoch({ epochMs: noon, position: place, speedMps: 5, courseDeg: 90, satellites: 9, hdop: 0.9, ...over });

/** A service on a fed line; `say` resolves when what was said has been understood. */
function serviceOn(line = new FedLine(), over: Partial<GpsOptions> = {}) {
  const clock = new SimClock({ startEpochMs: noon - 5_000_000 });
  const log = recordingLog();
  const gps = new Gps({
    line,
    clock,
    log,
    staleAfterMs: 3000,
    silentAfterMs: 5000,
    reopenMs: 500,
    reopenMsMax: 4000,
    ...over,
  });
  const stop = new AbortController();
  const running = gps.run(stop.signal);
  let said = 0;
  return {
    gps,
    clock,
    line,
    names: () => log.events.map((each) => each.name),
    async say(text: string) {
      said += text.length;
      line.feed(text);
      await gps.consumed(said);
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await running;
    },
  };
}

describe('GPS service', () => {
  test('before the first word there is no fix', async () => {
    await using service = serviceOn();
    expect(service.gps.fix()).toEqual(noFix);
  });

  test('an epoch becomes a fix with all that it said', async () => {
    await using service = serviceOn();
    await service.clock.advanceTo(1000);
    await service.say(epoch());
    await service.clock.advanceTo(1400);
    expect(service.gps.fix()).toEqual({
      quality: '3d',
      position: { latitude: expect.closeTo(39.8, 6), longitude: expect.closeTo(-89.65, 6), altitudeM: 180 },
      hdop: 0.9,
      satellites: 9,
      speedMps: expect.closeTo(5, 2),
      courseDeg: 90,
      receiverTime: { epochMs: noon, quality: { source: 'gps', uncertaintyMs: 100 } },
      monotonic: 1000,
      ageMs: 400,
    });
  });

  test('a fix that is not renewed grows stale but keeps its place and age', async () => {
    await using service = serviceOn();
    await service.say(epoch());
    await service.clock.advanceTo(3001);
    expect(service.gps.fix()).toMatchObject({ quality: 'stale', ageMs: 3001, position: place });
  });

  test('a receiver that says it has lost its fix is believed at once', async () => {
    await using service = serviceOn();
    await service.say(epoch());
    await service.say(epoch({ position: undefined }));
    expect(service.gps.fix()).toEqual(noFix);
  });

  test('dead reckoning is no fix', async () => {
    await using service = serviceOn();
    await service.say(withChecksum('GPGGA,120000.00,3948.00000,N,08939.00000,W,6,04,2.0,180.0,M,-33.0,M,,'));
    expect(service.gps.fix()).toEqual(noFix);
  });

  test('two dimensions and differential corrections are told apart', async () => {
    await using service = serviceOn();
    await service.say(epoch().replace(/\$GPGSA.*\r\n/, withChecksum('GPGSA,A,2,04,05,09,,,,,,,,,,4.1,3.2,2.5')));
    expect(service.gps.fix().quality).toBe('2d');
    await service.say(withChecksum('GPGGA,120001.00,3948.00000,N,08939.00000,W,2,09,0.8,180.0,M,-33.0,M,,'));
    expect(service.gps.fix().quality).toBe('differential');
  });

  test('a fixed unit reports its surveyed place under that name, with or without a receiver', async () => {
    const surveyed = { latitude: 40, longitude: -88 };
    await using service = serviceOn(new FedLine(), { surveyed });
    expect(service.gps.fix()).toEqual({ quality: 'surveyed', position: surveyed });
    await service.say(epoch());
    expect(service.gps.fix()).toMatchObject({
      quality: 'surveyed',
      position: surveyed,
      receiverTime: { epochMs: noon },
    });
  });

  test('silence is reported when it begins and when it ends, and not between', async () => {
    await using service = serviceOn();
    await service.say(epoch());
    await service.clock.advanceTo(30_000);
    expect(service.names()).toEqual(['gps.silent']);
    await service.say('noise without meaning\r\n$GPRMC,broken*00\r\n');
    expect(service.names()).toEqual(['gps.silent']);
    await service.say(epoch());
    expect(service.names()).toEqual(['gps.silent', 'gps.back']);
    expect(service.gps.counts.damaged).toBe(1);
  });

  test('a port that is missing is tried again with growing pauses and reported once', async () => {
    await using service = serviceOn(new FedLine({ failures: 4 }));
    await service.clock.advanceTo(0);
    expect(service.line.openings).toBe(1);
    // Pauses of 0.5, 1, 2 and 4 seconds.
    for (const [timeMs, openings] of [
      [499, 1],
      [500, 2],
      [1499, 2],
      [1500, 3],
      [3500, 4],
      [7499, 4],
      [7500, 5],
    ] as const) {
      await service.clock.advanceTo(timeMs);
      expect(service.line.openings).toBe(openings);
    }
    await service.say(epoch());
    expect(service.names()).toEqual(['gps.missing', 'gps.back']);
    expect(service.gps.fix().quality).toBe('3d');
  });

  test('a line that vanishes leaves a fix that grows stale, and is opened again', async () => {
    await using service = serviceOn();
    await service.say(epoch());
    service.line.drop();
    await service.clock.advanceTo(4000);
    expect(service.gps.fix().quality).toBe('stale');
    expect(service.line.openings).toBe(2);
    await service.say(epoch());
    expect(service.gps.fix().quality).toBe('3d');
    expect(service.names()).toEqual(['gps.missing', 'gps.back']);
  });
});

describe('the unit’s time', () => {
  test('is the clock’s own without GPS', async () => {
    await using service = serviceOn();
    const time = new UnitTime({ clock: service.clock, received: () => service.gps.received() });
    expect(time.wall()).toEqual(service.clock.wall());
  });

  test('is the receiver’s, carried on by the monotonic clock, while the fix is fresh, and the clock’s own after', async () => {
    await using service = serviceOn();
    const time = new UnitTime({ clock: service.clock, received: () => service.gps.received() });
    await service.clock.advanceTo(1000);
    await service.say(epoch());
    await service.clock.advanceTo(2500);
    expect(time.wall()).toEqual({ epochMs: noon + 1500, quality: { source: 'gps', uncertaintyMs: 100 } });
    await service.clock.advanceTo(4001);
    expect(time.wall()).toEqual(service.clock.wall());
  });

  test('a moment before the fix is reckoned back', async () => {
    await using service = serviceOn();
    const time = new UnitTime({ clock: service.clock, received: () => service.gps.received() });
    const stamp = { wall: service.clock.wall(), monotonic: service.clock.monotonic() };
    await service.clock.advanceTo(1000);
    await service.say(epoch());
    expect(time.at(stamp).epochMs).toBe(noon - 1000);
  });

  test('a surveyed place gives no time', async () => {
    await using service = serviceOn(new FedLine(), { surveyed: { latitude: 40, longitude: -88 } });
    const time = new UnitTime({ clock: service.clock, received: () => service.gps.fix() });
    await service.say(epoch());
    expect(time.wall().quality).toEqual({ source: 'simulated' });
  });
});
