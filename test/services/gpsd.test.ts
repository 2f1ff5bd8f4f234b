/** Every log of gpsd's regression suite, over a real pseudo-terminal, against what gpsd makes of it (gpsd.ts). */
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { replayed } from './gpsd.ts';
import { logsOf } from './receiver-logs.ts';

const gpsdLogs = logsOf('gpsd');
/** Of these nobody wrote down what places they give; what their single sentences say is in nmea-vectors. */
const otherLogs = [...logsOf('pynmea2'), ...logsOf('pynmeagps')];

const reckoned =
  'no sentence of that moment has a speed: gpsd reckons one from the places, we keep the last that was said';
const flat = 'GSA says two dimensions, or four satellites are not used: gpsd takes an altitude for a third';
const noFix =
  'GGA says that there is no fix, or nothing: gpsd takes the altitude or the place that stands in it nevertheless';
const rolled = 'gpsd takes the date for one before a rollover and adds 1024 weeks; the log was made when it says';
const early = 'GSA came first: gpsd says a mode before any place';

/** Where we differ, how often, and why that is right. All else is within the tolerances of gpsd.ts. */
const differing: Readonly<Record<string, readonly [differences: Record<string, number>, why: string]>> = {
  'GPSmap-76S.log': [{ 'mode 3 is none': 2 }, 'the receiver simulates (GGA 8), which is no fix'],
  'garmin-geko201.log': [{ 'mode 3 is none': 2 }, 'the receiver simulates (GGA 8), which is no fix'],
  'bn-9015.log': [{ speed: 15 }, reckoned],
  'hemi.log': [{ speed: 5 }, reckoned],
  'humminbird-M37.log': [{ speed: 15 }, reckoned],
  'ublox-lea-5h.log': [{ speed: 1 }, reckoned],
  'bt451.log': [
    { time: 20, lat: 25, lon: 25, alt: 25 },
    'two logs in one: the second begins 52 minutes earlier and 1.9 km away, which is doubted until its end two seconds later',
  ],
  'com-1289.log': [{ 'mode 3 is none': 1 }, early],
  'pharos-360.log': [{ 'mode 3 is none': 1 }, early],
  'foretrex-201.log': [{ 'mode 2 is none': 1 }, "gpsd takes Garmin's own altitude (PGRMZ) for a fix without a place"],
  'furuno_gl_ga.log': [
    { 'mode 1 is differential': 2 },
    'GGA counts no satellites where GNS counts eleven: gpsd waits for GSA',
  ],
  'garmin25lp.log': [
    { 'mode 1 is 2d': 1, 'no alt': 2, 'mode 3 is 2d': 27 },
    `RMC is valid while GGA counts no satellites: its altitude is passed over; ${flat}`,
  ],
  'garmin48.log': [{ alt: 4 }, "gpsd takes Garmin's own altitude (PGRMZ, whole feet) over GGA's"],
  'mtk-3301.log': [{ 'mode 2 is none': 1, 'mode 3 is 2d': 11 }, `${noFix}; ${flat}`],
  'myguide-3100.log': [{ 'mode 2 is none': 2, speed: 8 }, `${noFix}; ${reckoned}`],
  'neo-m8n.log': [{ time: 22 }, rolled],
  'quectel.log': [
    { 'mode 3 is 2d': 112, 'mode 1 is 2d': 1 },
    `${flat}; the first fix after a loss is reported by gpsd later`,
  ],
  'rst39.log': [{ time: 47, speed: 41 }, `${rolled}; ${reckoned}`],
  'saab-r4.log': [{ 'mode 1 is differential': 1 }, 'GGA has no count of satellites: gpsd waits for more'],
  'sl869.log': [{ 'mode 3 is 2d': 13 }, flat],
  'telit-pls83-w.log': [{ 'mode 3 is 2d': 100 }, flat],
  'tomtom-mkII.log': [{ 'mode 3 is 2d': 5 }, flat],
  'tr737A+.log': [{ 'mode 3 is none': 1, speed: 21 }, `${noFix}; ${reckoned}`],
  'ublox-lea-4h.log': [{ 'mode 3 is 2d': 4 }, flat],
};

describe.skipIf(gpsdLogs.length === 0)('gpsd’s logs', () => {
  test.each(gpsdLogs)('%s', async (name) => {
    const { differences, counts, bytes, whole } = await replayed(name);
    expect(differences).toEqual(differing[basename(name)]?.[0] ?? {});
    expect(counts.bytes).toBe(bytes);
    expect(counts.sentences).toBe(whole);
    expect(whole).toBeGreaterThan(25);
  });

  test('give thousands of reports to be held against', async () => {
    let reports = 0;
    for (const name of gpsdLogs) reports += (await replayed(name)).reports;
    expect(reports).toBeGreaterThan(2600);
  });
});

test.skipIf(otherLogs.length === 0).each(otherLogs)(
  '%s: every whole sentence is had, to its last byte, whatever is between',
  async (name) => {
    const { counts, bytes, whole } = await replayed(name);
    expect(counts.bytes).toBe(bytes);
    expect(counts.sentences).toBe(whole);
  },
);
