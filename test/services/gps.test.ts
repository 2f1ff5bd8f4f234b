import { describe, expect, test } from 'vitest';
import { noFix } from '../../firmware/domain/fix.ts';
import type { ClockSource } from '../../firmware/domain/instant.ts';
import { Gps, type GpsOptions } from '../../firmware/services/gps/gps.ts';
import { ubx } from '../../firmware/services/gps/ublox.ts';
import { UnitTime } from '../../firmware/services/time.ts';
import { SimClock } from '../../sim/clock.ts';
import { type Epoch, withChecksum, writeEpoch } from '../../sim/devices/nmea-writer.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { FedLine, gpsDefaults } from './lines.ts';

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
    ...gpsDefaults,
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

  test('U2 a fixed unit reports its surveyed place under that name, with or without a receiver', async () => {
    const surveyed = { latitude: 39.8, longitude: -89.6499 };
    await using service = serviceOn(new FedLine(), { survey: { place: surveyed, limitM: 50 } });
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
    expect(service.names()).toEqual(['gps.slow', 'gps.silent']);
    await service.say('noise without meaning\r\n$GPRMC,broken*00\r\n');
    expect(service.names().slice(1)).toEqual(['gps.silent', 'gps.garbled']);
    await service.say(epoch({ epochMs: noon + 500 }));
    expect(service.names().slice(1)).toEqual(['gps.silent', 'gps.garbled', 'gps.slow']);
    expect(service.gps.counts.damaged).toBe(1);
    await service.clock.advanceTo(31_000);
    await service.say(epoch({ epochMs: noon + 1000 }));
    expect(service.names().slice(3)).toEqual(['gps.slow', 'gps.back']);
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
    await service.clock.advanceTo(3400);
    expect(service.gps.fix().quality).toBe('stale');
    expect(service.line.openings).toBe(2);
    expect(service.names()).toEqual(['gps.missing']);
    for (const second of [4, 5]) {
      await service.clock.advanceTo(second * 1000);
      await service.say(epoch({ epochMs: noon + second * 1000 }));
    }
    expect(service.gps.fix().quality).toBe('3d');
    expect(service.names()).toEqual(['gps.missing', 'gps.slow', 'gps.back']);
  });

  test('a receiver that says the same moment again and again is stuck, and its fix grows stale', async () => {
    await using service = serviceOn();
    for (let second = 0; second <= 4; second++) {
      await service.clock.advanceTo(second * 1000);
      await service.say(epoch());
    }
    expect(service.gps.fix().quality).toBe('stale');
    expect(service.names()).toEqual(['gps.stuck']);
  });

  test('a receiver that is late every time is slow, not silent by turns, and two in time end that', async () => {
    await using service = serviceOn();
    for (const second of [0, 3, 8, 13, 18, 23, 24]) {
      await service.clock.advanceTo(second * 1000);
      await service.say(epoch({ epochMs: noon + second * 1000 }));
    }
    expect(service.names()).toEqual(['gps.slow', 'gps.back']);
  });

  test('a place that can not be reached is doubted, and believed once it has been confirmed for three seconds', async () => {
    await using service = serviceOn();
    const far = { ...place, latitude: place.latitude + 0.04 };
    for (let second = 0; second <= 3; second++) {
      await service.clock.advanceTo(second * 1000);
      await service.say(epoch({ epochMs: noon + second * 1000, position: second === 0 ? place : far }));
      expect(service.gps.fix().position).toEqual(place);
    }
    expect(service.gps.faults.place).toBe('gps.jumped');
    await service.clock.advanceTo(4000);
    await service.say(epoch({ epochMs: noon + 4000, position: far }));
    expect(service.gps.fix().position!.latitude).toBeCloseTo(far.latitude, 5);
    expect(service.gps.faults.place).toBeUndefined();
    expect(service.names()).toContain('gps.jumped');
  });

  test('one wild place is passed over', async () => {
    await using service = serviceOn();
    for (let second = 0; second <= 6; second++) {
      await service.clock.advanceTo(second * 1000);
      const position = second === 3 ? { latitude: 0, longitude: 0, altitudeM: 0 } : place;
      await service.say(epoch({ epochMs: noon + second * 1000, position }));
      expect(service.gps.fix().position).toEqual(place);
    }
    expect(service.names()).toEqual(['gps.jumped', 'gps.back']);
  });

  test('a date 1024 weeks back is mended and said', async () => {
    const madeMs = Date.UTC(2026, 0, 1);
    await using service = serviceOn(new FedLine(), { madeMs });
    await service.say(epoch({ epochMs: noon - 1024 * 7 * 86_400_000 }));
    expect(service.gps.fix().receiverTime!.epochMs).toBe(noon);
    expect(service.gps.faults.date).toBe('gps.rollover');
  });

  test('in a leap second the time stands still and says that it may be a second wrong', async () => {
    await using service = serviceOn();
    const at = (time: string, date: string) =>
      service.say(withChecksum(`GPRMC,${time},A,3948.000,N,08939.000,W,0.0,0.0,${date},,,A`));
    const times = [];
    for (const [time, date] of [
      ['235959.00', '311216'],
      ['235960.00', '311216'],
      ['000000.00', '010117'],
    ] as const) {
      await at(time, date);
      times.push(service.gps.fix().receiverTime!);
    }
    const newYear = Date.UTC(2017, 0, 1);
    expect(times.map(({ epochMs }) => epochMs - newYear)).toEqual([-1000, -1, 0]);
    expect(times.map(({ quality }) => quality.uncertaintyMs)).toEqual([100, 1100, 100]);
  });

  test('at midnight a sentence without a date belongs to the new day before the date has come', async () => {
    await using service = serviceOn();
    await service.say(withChecksum('GPRMC,235959.00,A,3948.000,N,08939.000,W,0.0,0.0,120526,,,A'));
    await service.say(withChecksum('GPGGA,000000.00,3948.00000,N,08939.00000,W,1,09,0.8,180.0,M,-33.0,M,,'));
    expect(service.gps.fix().receiverTime!.epochMs).toBe(Date.UTC(2026, 4, 13));
  });

  test('U2 a unit that was carried off says so, reports where it is, and says when it is back', async () => {
    const survey = { place, limitM: 50 };
    await using service = serviceOn(new FedLine(), { survey });
    const stolen = { ...place, longitude: place.longitude + 0.001 }; // 85 m
    let second = 0;
    const stays = async (position: typeof place, seconds: number) => {
      for (const end = second + seconds; second < end; second++) {
        await service.clock.advanceTo(second * 1000);
        await service.say(epoch({ epochMs: noon + second * 1000, position }));
      }
    };
    await stays(place, 12);
    await stays(stolen, 9);
    expect(service.gps.fix().quality).toBe('surveyed');
    await stays(stolen, 3);
    expect(service.gps.faults.unit).toBe('unit.moved');
    expect(service.gps.fix()).toMatchObject({ quality: '3d', position: { longitude: expect.closeTo(-89.649, 5) } });
    await stays(place, 12);
    expect(service.gps.fix().quality).toBe('surveyed');
    expect(service.names()).toEqual(['unit.moved', 'gps.back']);
  });

  test('poor fixes move nobody', async () => {
    await using service = serviceOn(new FedLine(), { survey: { place, limitM: 50 } });
    for (let second = 0; second < 30; second++) {
      const position = { ...place, longitude: place.longitude + 0.001 };
      await service.clock.advanceTo(second * 1000);
      await service.say(epoch({ epochMs: noon + second * 1000, position, hdop: second < 15 ? 4 : 9 }));
    }
    expect(service.gps.faults.unit).toBeUndefined();
  });
});

describe('a receiver whose rate is not known', () => {
  const baudRates = [9600, 115_200, 38_400, 4800, 57_600, 19_200];

  test.each(baudRates)('is found at %i', async (baudRate) => {
    const line = new FedLine({ baudRate });
    await using service = serviceOn(line, { baudRates });
    let second = 0;
    for (; service.gps.counts.sentences === 0 && second < 40; second++) {
      line.feed(epoch({ epochMs: noon + second * 1000 }));
      await service.clock.advanceTo(second * 1000);
      await service.clock.advanceTo(second * 1000 + 1);
    }
    expect(service.gps.baudRate).toBe(baudRate);
    expect(second).toBeLessThan(12);
    expect(service.gps.fix().quality).toBe('3d');
  });

  test('that speaks UBX only is asked for NMEA, at its own rate, and answers', async () => {
    const clockMessage = Uint8Array.from(
      ubx(
        0x01,
        0x22,
        Array.from({ length: 20 }, (_, i) => i),
      ),
    );
    let asked = '';
    const line = new FedLine({
      baudRate: 38_400,
      answer: (written, self) => {
        asked += Buffer.from(written).toString('latin1');
        self.feed(epoch());
      },
    });
    await using service = serviceOn(line, { baudRates });
    for (let second = 0; service.gps.counts.sentences === 0 && second < 40; second++) {
      if (asked === '') line.feed(clockMessage);
      await service.clock.advanceTo(second * 1000);
      await service.clock.advanceTo(second * 1000 + 1);
    }
    expect(asked).toContain('$PUBX,41,1,0007,0003,38400,0*20\r\n');
    expect(service.gps.fix().quality).toBe('3d');
    expect(service.gps.baudRate).toBe(38_400);
  });

  test('that is silent is asked at each rate in turn, and wakes', async () => {
    let words = 0;
    const line = new FedLine({
      baudRate: 4800,
      answer: (_, self) => {
        words += 1;
        self.feed(epoch());
      },
    });
    await using service = serviceOn(line, { baudRates });
    await service.clock.advanceTo(15_000);
    expect({ words, rate: service.gps.baudRate }).toEqual({ words: 1, rate: 4800 });
    expect(service.names()).toContain('gps.silent');
    expect(service.gps.counts.sentences).toBe(3);
  });

  test('keeps the rate that made sense through a pause', async () => {
    const line = new FedLine({ baudRate: 9600 });
    await using service = serviceOn(line, { baudRates });
    await service.say(epoch());
    await service.clock.advanceTo(9000);
    expect(line.openings).toBe(1);
  });
});

describe('the unit’s time', () => {
  test('is the clock’s own without GPS', async () => {
    await using service = serviceOn();
    const time = new UnitTime({ clock: service.clock, received: () => service.gps.received() });
    expect(time.wall()).toEqual(service.clock.wall());
  });

  test('is the receiver’s, carried on by the monotonic clock, while the fix is fresh', async () => {
    await using service = serviceOn();
    const time = new UnitTime({ clock: service.clock, received: () => service.gps.received() });
    await service.clock.advanceTo(1000);
    await service.say(epoch());
    await service.clock.advanceTo(2500);
    expect(time.wall()).toEqual({ epochMs: noon + 1500, quality: { source: 'gps', uncertaintyMs: 100 } });
  });

  test('runs on from the receiver’s once that is not fresh, free, with a bound that grows with its age', async () => {
    await using service = serviceOn();
    const time = new UnitTime({ clock: service.clock, received: () => service.gps.received() });
    await service.say(epoch());
    expect(time.wall().quality.source).toBe('gps');
    await service.clock.advanceTo(3001);
    expect(time.wall()).toEqual({
      epochMs: noon + 3001,
      quality: { source: 'free-running', uncertaintyMs: expect.closeTo(100.3001, 3) },
    });
    await service.clock.advanceTo(3_600_000);
    expect(time.wall().quality.uncertaintyMs).toBeCloseTo(460, 0);
  });

  test('is the system’s own where that can be less wrong', async () => {
    await using service = serviceOn();
    const monotonic = service.clock.monotonic();
    const time = new UnitTime({ clock: service.clock, received: () => service.gps.received() });
    const said = (source: ClockSource, uncertaintyMs?: number) => {
      const quality = { source, ...(uncertaintyMs === undefined ? {} : { uncertaintyMs }) };
      return time.at({ wall: { epochMs: 1, quality }, monotonic }).quality.source;
    };
    expect(said('ntp', 400)).toBe('ntp');
    await service.say(epoch());
    expect([said('ntp', 20), said('ntp', 400), said('pps', 0.01), said('free-running')]).toEqual([
      'ntp',
      'gps',
      'pps',
      'gps',
    ]);
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
    await using service = serviceOn(new FedLine(), { survey: { place: { latitude: 40, longitude: -88 }, limitM: 50 } });
    const time = new UnitTime({ clock: service.clock, received: () => service.gps.fix() });
    await service.say(epoch());
    expect(time.wall().quality).toEqual({ source: 'simulated' });
  });
});
