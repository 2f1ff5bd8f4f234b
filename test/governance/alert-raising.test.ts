/** Which hits become an alert, for whom, and how often. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AlertClass, alertClasses, priorityOf, rankOf } from '../../firmware/domain/alert-class.ts';
import type { Position } from '../../firmware/domain/fix.ts';
import type { Hit } from '../../firmware/domain/hit.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { Plate } from '../../firmware/domain/plate.ts';
import { alertFor, type RaisingRules, Told } from '../../firmware/governance/alert-raising.ts';
import { audienceOf, loadSubscriptions } from '../../firmware/governance/alert-subscriptions.ts';
import { loadZones, within } from '../../firmware/governance/alert-zones.ts';
import { detectionOf, testUnit } from '../proto/detections.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'alerts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const unmutable: readonly AlertClass[] = ['felony-vehicle', 'stolen-vehicle', 'amber', 'silver'];
const rules: RaisingRules = { classes: alertClasses, unmutable, zones: [], subscriptions: undefined, expireMs: 1000 };
const { detection } = detectionOf(1);
const now = detection.wall;

function hitOf(alertClass: AlertClass, more: Partial<Hit> = {}, entryId = alertClass as string): Hit {
  const entry = { list: 'test', entryId, text: 'ZQX4817', alertClass, note: 'why' };
  return { entry, kind: 'exact', listAgeMs: 0, listStale: false, ...more };
}

const raise = (hits: readonly Hit[], more: Partial<RaisingRules> = {}, plate?: string) =>
  alertFor(
    { detection: plate === undefined ? detection : { ...detection, plate: new Plate(plate) }, hits },
    { unit: testUnit, now, rules: { ...rules, ...more } },
  );

const classSets = fc.uniqueArray(fc.constantFrom(...alertClasses));
const hits = fc.array(
  fc
    .record({
      alertClass: fc.constantFrom(...alertClasses),
      kind: fc.constantFrom('exact', 'fuzzy', 'partial'),
      listStale: fc.boolean(),
      entryId: fc.constantFrom('1', '2', '3'),
    })
    .map(({ alertClass, entryId, ...more }) => hitOf(alertClass, more as Partial<Hit>, entryId)),
  { minLength: 1, maxLength: 6 },
);

test('U5 a vehicle is one alert with all its hits, the most urgent first, labels kept; its priority is the first one', () => {
  fc.assert(
    fc.property(hits, (given) => {
      const alert = raise(given)!;
      expect(new Set(alert.hits)).toEqual(new Set(given));
      expect(alert.hits).toHaveLength(given.length);
      const ranks = alert.hits.map(({ entry }) => rankOf(entry.alertClass));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      expect(alert.priority).toBe(priorityOf(alert.hits[0]!.entry.alertClass, unmutable));
      if (given.some(({ entry }) => unmutable.includes(entry.alertClass))) expect(alert.priority).toBe('high');
    }),
  );
  const mixed = [hitOf('amber', { kind: 'fuzzy', differsAt: 2 }), hitOf('amber', { listStale: true }), hitOf('amber')];
  expect(raise(mixed)?.hits).toEqual([mixed[2], mixed[1], mixed[0]]);
});

test('U5 all eleven classes are alerted on where the profile says so, and no other', () => {
  for (const each of alertClasses) {
    expect(raise([hitOf(each)])?.hits).toHaveLength(1);
    expect(raise([hitOf(each)], { classes: alertClasses.filter((other) => other !== each) })).toBeUndefined();
  }
  expect(raise([])).toBeUndefined();
});

test('U5 U6 whatever anyone subscribes to, what may not be muted goes to everyone', () => {
  const subscriptions = fc.array(
    fc.record({ name: fc.string({ minLength: 1 }), classes: classSets, zones: fc.constant<string[]>([]) }),
  );
  fc.assert(
    fc.property(hits, subscriptions, (given, subscribed) => {
      const alert = raise(given, { subscriptions: subscribed });
      const met = given.map(({ entry }) => entry.alertClass);
      const loud = met.some((each) => unmutable.includes(each));
      const asked = subscribed.some(({ classes }) => classes.some((each) => met.includes(each)));
      expect(alert !== undefined).toBe(loud || asked);
      if (alert) expect(alert.audience.everyone).toBe(loud);
    }),
  );
});

test('U6 an alert says for whom it is: those who asked for its class in one of its zones', async () => {
  writeFileSync(
    join(folder, 'zones.toml'),
    `[[zone]]
name = "downtown"
circle = { latitude = 39.78, longitude = -89.65, radius_m = 800 }
[[zone]]
name = "west"
polygon = [[39.7, -90.0], [39.9, -90.0], [39.9, -89.7], [39.7, -89.7]]
`,
  );
  writeFileSync(
    join(folder, 'subscriptions.toml'),
    `[[subscription]]
name = "car-12"
classes = ["stolen-plate"]
zones = ["downtown"]
[[subscription]]
name = "car-13"
classes = ["stolen-plate", "amber"]
zones = ["west"]
[[subscription]]
name = "desk"
classes = ["stolen-plate"]
zones = []
`,
  );
  const zones = await loadZones(join(folder, 'zones.toml'));
  const subscriptions = await loadSubscriptions(join(folder, 'subscriptions.toml'), zones);
  const at = (alertClass: AlertClass, position?: Position) =>
    audienceOf([alertClass], position, { zones, subscriptions, unmutable });
  const downtown = { latitude: 39.7817, longitude: -89.6501 };
  const west = { latitude: 39.8, longitude: -89.8 };
  const nowhere = { latitude: 41, longitude: -87 };
  expect(at('stolen-plate', downtown)).toEqual({
    everyone: false,
    subscribers: ['car-12', 'desk'],
    zones: ['downtown'],
  });
  expect(at('stolen-plate', west)).toEqual({ everyone: false, subscribers: ['car-13', 'desk'], zones: ['west'] });
  expect(at('stolen-plate', nowhere)).toEqual({ everyone: false, subscribers: ['desk'], zones: [] });
  expect(at('stolen-plate')?.subscribers).toEqual(['car-12', 'car-13', 'desk']);
  expect(at('amber', downtown)).toEqual({ everyone: true, subscribers: [], zones: ['downtown'] });
  expect(at('wanted-person', downtown)).toBeUndefined();
});

test('U6 a zone that is neither circle nor polygon, stands twice, or is subscribed to and missing is refused by its name', async () => {
  const path = join(folder, 'zones.toml');
  const circle = 'circle = { latitude = 0, longitude = 0, radius_m = 9 }';
  const refused = async (text: string) => {
    writeFileSync(path, text);
    return loadZones(path).then(
      () => '',
      (fault) => String(fault),
    );
  };
  expect(await refused('[[zone]]\nname = "a"\n')).toContain('zone a');
  expect(await refused(`[[zone]]\nname = "a"\n${circle}\n[[zone]]\nname = "a"\n${circle}\n`)).toContain('twice');
  expect(await refused('[[zone]]\nname = "a"\npolygon = [[0, 179], [1, -179], [0, -178]]\n')).toContain('180th');
  expect(await refused(`[[zone]]\nname = "a"\n${circle}\n`)).toBe('');
  const subscriptions = join(folder, 'subscriptions.toml');
  writeFileSync(subscriptions, '[[subscription]]\nname = "desk"\nclasses = ["amber"]\nzones = ["b"]\n');
  await expect(loadSubscriptions(subscriptions, await loadZones(path))).rejects.toThrow('no zone "b"');
});

test('U6 a place is in a polygon when it is on the same side of all three sides of a triangle', () => {
  const coordinate = fc.integer({ min: -80, max: 80 });
  const corner = fc.tuple(coordinate, coordinate);
  const place = fc.record({
    latitude: coordinate.map((each) => each + 0.37),
    longitude: coordinate.map((each) => each + 0.41),
  });
  fc.assert(
    fc.property(corner, corner, corner, place, (a, b, c, { latitude, longitude }) => {
      const side = ([x1, y1]: typeof a, [x2, y2]: typeof a) =>
        (x2 - x1) * (longitude - y1) - (y2 - y1) * (latitude - x1);
      const sides = [side(a, b), side(b, c), side(c, a)];
      fc.pre(sides.every((each) => Math.abs(each) > 1e-6)); // not on a side
      const inside = sides.every((each) => each > 0) || sides.every((each) => each < 0);
      expect(within([a, b, c], { latitude, longitude })).toBe(inside);
    }),
    { numRuns: 1000 },
  );
});

test('U5 one alert a vehicle, not one a passing: what was told is not told again until its time is over', () => {
  const told = new Told(1000);
  const exact = raise([hitOf('amber')])!;
  expect(told.covers(exact, monotonicMs(0))).toBe(false);
  told.add(exact, monotonicMs(0));
  expect(told.covers(exact, monotonicMs(999))).toBe(true);
  expect(told.covers(exact, monotonicMs(1000))).toBe(false);
  // The same entry, read worse: no news. A further entry: news.
  expect(told.covers(raise([hitOf('amber', { kind: 'fuzzy' })], {}, 'ZQX48I7')!, monotonicMs(1))).toBe(true);
  expect(told.covers(raise([hitOf('amber'), hitOf('local-bolo')])!, monotonicMs(1))).toBe(false);
});

test('U5 two plates that are listed under one number are two vehicles, each told', () => {
  const told = new Told(1000);
  told.add(raise([hitOf('felony-vehicle')])!, monotonicMs(0));
  const { entry, ...rest } = hitOf('felony-vehicle');
  const other = { ...rest, entry: { ...entry, text: 'ZQX4999' } };
  expect(told.covers(raise([other], {}, 'ZQX4999')!, monotonicMs(1))).toBe(false);
});

test('an exact meeting is news after a fuzzy one, and a watch for a partial plate tells each vehicle', () => {
  const told = new Told(1000);
  told.add(raise([hitOf('amber', { kind: 'fuzzy' })], {}, 'ZQX48I7')!, monotonicMs(0));
  expect(told.covers(raise([hitOf('amber')])!, monotonicMs(1))).toBe(false);
  told.add(raise([hitOf('local-bolo', { kind: 'partial' })])!, monotonicMs(0));
  expect(told.covers(raise([hitOf('local-bolo', { kind: 'partial' })])!, monotonicMs(1))).toBe(true);
  expect(told.covers(raise([hitOf('local-bolo', { kind: 'partial' })], {}, 'ZQX4999')!, monotonicMs(1))).toBe(false);
});
