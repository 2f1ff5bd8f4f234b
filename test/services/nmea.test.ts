import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checksumOf, parseSentence, SentenceCutter } from '../../firmware/services/gps/nmea.ts';
import { withChecksum, writeEpoch } from '../../sim/devices/nmea-writer.ts';

const sentence = (body: string) => withChecksum(body).trimEnd();
const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('parsing a sentence', () => {
  test('RMC of any talker', () => {
    for (const talker of ['GP', 'GN', 'GL', 'GA', 'GB', 'BD', 'QZ', 'IN']) {
      expect(
        parseSentence(sentence(`${talker}RMC,014417.25,A,3725.58362,N,12205.61915,W,5.832,65.13,070226,,,D`)),
      ).toEqual({
        kind: 'rmc',
        dayMs: ((1 * 60 + 44) * 60 + 17.25) * 1000,
        valid: true,
        latitude: expect.closeTo(37.42639367, 8),
        longitude: expect.closeTo(-122.0936525, 8),
        speedMps: expect.closeTo(3.0002, 4),
        courseDeg: 65.13,
        dateMs: Date.UTC(2026, 1, 7),
        mode: 'differential',
      });
    }
  });

  test('an old RMC without a mode, and one without a fix', () => {
    expect(parseSentence(sentence('GPRMC,235234,A,3925.9702,N,11945.9354,W,45.1,153.1,250905,15.2,E'))).toMatchObject({
      valid: true,
      mode: 'autonomous',
    });
    expect(parseSentence(sentence('GPRMC,,V,,,,,,,,,,N'))).toEqual({ kind: 'rmc', valid: false, mode: 'none' });
  });

  test.each([
    ['0', 'none'],
    ['1', 'autonomous'],
    ['2', 'differential'],
    ['5', 'differential'],
    ['6', 'estimated'],
    ['8', 'estimated'],
    ['x', 'none'],
  ])('GGA of quality %s is %s', (quality, mode) => {
    expect(
      parseSentence(sentence(`GNGGA,120000.00,0000.00000,S,17959.99999,E,${quality},12,0.76,-4.4,M,-30.0,M,,`)),
    ).toMatchObject({ kind: 'gga', mode, altitudeM: -4.4 });
  });

  test('GNS takes the best of its constellations', () => {
    expect(
      parseSentence(sentence('GNGNS,014035.00,4332.69262,S,17235.48549,E,NADN,13,0.9,25.63,11.24,,')),
    ).toMatchObject({ kind: 'gns', mode: 'differential', satellites: 13 });
  });

  test('GSA and VTG', () => {
    expect(parseSentence(sentence('GPGSA,A,3,04,07,08,09,11,24,26,27,28,29,,,1.5,0.8,1.3'))).toEqual({
      kind: 'gsa',
      dimensions: '3d',
      hdop: 0.8,
    });
    expect(parseSentence(sentence('GNVTG,65.13,T,52.07,M,10.000,N,18.520,K,D'))).toEqual({
      kind: 'vtg',
      courseDeg: 65.13,
      speedMps: expect.closeTo(5.1444, 4),
    });
  });

  test('GLL, with and without a mode, and ZDA with its four-digit year', () => {
    const placed = { kind: 'gll', latitude: expect.closeTo(50.2132, 4), longitude: expect.closeTo(-8.1147, 4) };
    const noon = { dayMs: 43_200_000 };
    expect(parseSentence(sentence('GPGLL,5012.7908,N,00806.8796,W,120000,A,D'))).toEqual({
      ...placed,
      ...noon,
      mode: 'differential',
    });
    expect(parseSentence(sentence('BDGLL,5012.7908,N,00806.8796,W,120000,A'))).toMatchObject({ mode: 'autonomous' });
    expect(parseSentence(sentence('GQGLL,,,,,120000,V,N'))).toEqual({ kind: 'gll', ...noon, mode: 'none' });
    expect(parseSentence(sentence('GNZDA,120000.00,29,02,2028,00,00'))).toEqual({
      kind: 'zda',
      ...noon,
      dateMs: Date.UTC(2028, 1, 29),
    });
    expect(parseSentence(sentence('GPZDA,120000.00,29,02,2027,00,00'))).toEqual({ kind: 'zda', ...noon });
    expect(parseSentence(sentence('GPZDA,,,,,00,00'))).toEqual({ kind: 'zda' });
  });

  test('second 60 is one only at the end of a UTC day', () => {
    const timed = (time: string) => parseSentence(sentence(`GPZDA,${time},31,12,2016,00,00`));
    expect(timed('235960.25')).toMatchObject({ dayMs: 86_399_999, leapSecond: true });
    for (const wrong of ['115960.00', '235961.00', '240000.00', '236000.00'])
      expect(timed(wrong)).toEqual({ kind: 'zda', dateMs: Date.UTC(2016, 11, 31) });
  });

  test('what is sound but not read here is other, not damaged', () => {
    expect(parseSentence(sentence('GPGSV,1,1,01,05,30,120,40'))).toEqual({ kind: 'other' });
    for (const own of [
      'PUBX,00,081350.00',
      'PAIR051',
      'PGRMC,A,100.0,,,,,,A,3,1,1,4,30',
      'PGRMC,120000,A,3925.97,N,11945.93,W,9,9,250905,,',
    ])
      expect(parseSentence(sentence(own))).toEqual({ kind: 'other' });
  });

  test('a sentence without its checksum, or with another, is refused', () => {
    const sound = sentence('GPGSA,A,3,04,,,,,,,,,,,,1.5,0.8,1.3');
    expect(parseSentence(sound)).toBeDefined();
    expect(parseSentence(sound.slice(0, -3))).toBeUndefined();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: sound.length - 4 }), fc.integer({ min: 0, max: 7 }), (at, bit) => {
        const flipped =
          sound.slice(0, at) + String.fromCharCode(sound.charCodeAt(at) ^ (1 << bit)) + sound.slice(at + 1);
        expect(parseSentence(flipped)).toBeUndefined();
      }),
    );
  });

  test('an impossible angle, date or time is left out', () => {
    expect(parseSentence(sentence('GPRMC,250000,A,9925.9702,N,11961.0000,W,1,1,310226,,,A'))).toEqual({
      kind: 'rmc',
      valid: true,
      speedMps: expect.closeTo(0.5144, 3),
      courseDeg: 1,
      mode: 'autonomous',
    });
  });

  test('it never throws, whatever the bytes', () => {
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ maxLength: 200 }).map(bytes),
      fc.string({ maxLength: 80 }).map((body) => bytes(withChecksum(`GPRMC,${body}`))),
    );
    fc.assert(
      fc.property(fc.array(noise, { maxLength: 8 }), (chunks) => {
        const cutter = new SentenceCutter();
        for (const chunk of chunks) for (const text of cutter.push(chunk)) parseSentence(text);
      }),
      { numRuns: 500 },
    );
  });
});

describe('cutting a stream', () => {
  const stream = writeEpoch({
    epochMs: Date.UTC(2026, 4, 12, 15, 4),
    position: { latitude: 39.8, longitude: -89.6 },
    speedMps: 4,
    courseDeg: 12,
    satellites: 9,
    hdop: 0.9,
  });

  test('the cut of the chunks makes no difference', () => {
    const whole = new SentenceCutter().push(bytes(stream));
    expect(whole).toHaveLength(3);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: stream.length }), { maxLength: 12 }), (places) => {
        const cutter = new SentenceCutter();
        const found: string[] = [];
        const ends = [0, ...places.sort((a, b) => a - b), stream.length];
        for (let i = 1; i < ends.length; i++) found.push(...cutter.push(bytes(stream.slice(ends[i - 1], ends[i]))));
        expect(found).toEqual(whole);
      }),
    );
  });

  test('noise before, between and after costs no sound sentence', () => {
    const printable = fc.uint8Array({ maxLength: 200 }).map((noise) => noise.filter((byte) => byte !== 0x24));
    fc.assert(
      fc.property(printable, printable, (before, after) => {
        const cutter = new SentenceCutter();
        const found = [before, bytes(stream), after].flatMap((chunk) => cutter.push(chunk));
        expect(found.filter((text) => parseSentence(text)).length).toBe(3);
      }),
    );
  });

  test('half a sentence is dropped when the next begins', () => {
    expect(new SentenceCutter().push(bytes(`$GPRMC,12345${stream}`))).toEqual(new SentenceCutter().push(bytes(stream)));
  });
});

describe('what the simulated receiver writes', () => {
  test('is read back: position, speed, course, date and time', () => {
    fc.assert(
      fc.property(
        fc.record({
          epochMs: fc
            .integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2079, 11, 31) })
            .map((ms) => Math.floor(ms / 10) * 10),
          latitude: fc.double({ min: -90, max: 90, noNaN: true }),
          longitude: fc.double({ min: -180, max: 180, noNaN: true }),
          speedMps: fc.double({ min: 0, max: 60, noNaN: true }),
          courseDeg: fc.double({ min: 0, max: 359.99, noNaN: true }),
          satellites: fc.integer({ min: 4, max: 12 }),
        }),
        ({ epochMs, latitude, longitude, speedMps, courseDeg, satellites }) => {
          const text = writeEpoch({
            epochMs,
            position: { latitude, longitude },
            speedMps,
            courseDeg,
            satellites,
            hdop: 1,
          });
          const [rmc, gga, gsa] = new SentenceCutter().push(bytes(text)).map(parseSentence);
          expect(rmc).toMatchObject({ kind: 'rmc', valid: true });
          expect(gsa).toMatchObject({ kind: 'gsa', dimensions: '3d' });
          if (rmc?.kind !== 'rmc' || gga?.kind !== 'gga') throw new Error('not read');
          expect(rmc.dateMs! + rmc.dayMs!).toBe(epochMs);
          for (const read of [rmc, gga]) {
            expect(read.latitude).toBeCloseTo(latitude, 6);
            expect(read.longitude).toBeCloseTo(longitude, 6);
          }
          expect(rmc.speedMps).toBeCloseTo(speedMps, 2);
          expect(rmc.courseDeg).toBeCloseTo(courseDeg, 2);
          expect(gga.satellites).toBe(satellites);
        },
      ),
    );
  });

  test('says it has no fix in a way that is understood', () => {
    const text = writeEpoch({ epochMs: Date.UTC(2026, 0, 1), speedMps: 0, courseDeg: 0, satellites: 0, hdop: 99 });
    const read = new SentenceCutter().push(bytes(text)).map(parseSentence);
    expect(read).toMatchObject([
      { kind: 'rmc', valid: false },
      { kind: 'gga', mode: 'none' },
      { kind: 'gsa', dimensions: 'none' },
    ]);
  });

  test('checksums are those of the standard’s example', () => {
    expect(checksumOf('GPGLL,5057.970,N,00146.110,E,142451,A')).toBe(0x27);
  });
});
