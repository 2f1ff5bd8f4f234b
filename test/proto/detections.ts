/** Detections for tests: one with every field, any number like it, and arbitrary ones for laws. */
import fc from 'fast-check';
import { type Alert, alertStates, dispositions, outcomes } from '../../firmware/domain/alert.ts';
import { alertClasses, alertPriorities } from '../../firmware/domain/alert-class.ts';
import type { Box, Quad } from '../../firmware/domain/candidate.ts';
import type { Detection, Picture, UnitIdentity } from '../../firmware/domain/detection.ts';
import { unitKinds } from '../../firmware/domain/detection.ts';
import type { Fix } from '../../firmware/domain/fix.ts';
import { fixQualities } from '../../firmware/domain/fix.ts';
import type { Exposure } from '../../firmware/domain/frame.ts';
import type { Hit } from '../../firmware/domain/hit.ts';
import type { HotListEntry } from '../../firmware/domain/hot-list.ts';
import { clockSources, type WallInstant } from '../../firmware/domain/instant.ts';
import type { MatchedDetection } from '../../firmware/domain/matched.ts';
import { Plate } from '../../firmware/domain/plate.ts';
import { alphabet, type CharacterReading } from '../../firmware/domain/reading.ts';
import { roles } from '../../firmware/domain/role.ts';

export const testUnit: UnitIdentity = {
  agency: 'test',
  unit: 'unit-7',
  kind: 'mobile',
  bootId: '5c0e3c1e-8d5f-4a43-9d0e-2f1a7c9b1a01',
};

const wall: WallInstant = { epochMs: 1_760_000_000_123.5, quality: { source: 'gps', uncertaintyMs: 0.25 } };

/** Uneven values on purpose: a field that lands in another's place is seen. */
export function detectionOf(number: number, plateText = 'ZQX4817'): MatchedDetection {
  const detection: Detection = {
    id: `0199c0de-0000-7000-8000-${String(number).padStart(12, '0')}`,
    unit: testUnit,
    camera: 'front',
    plate: new Plate(plateText),
    confidence: 0.96875,
    characters: [...plateText].map((text, index) => characterOf(text, index)),
    candidates: [
      { plate: new Plate(plateText), confidence: 0.96875, rank: 0.5, series: ['us-il Illinois', 'us-in Indiana'] },
      { plate: new Plate('ZOX4817'), confidence: 0.015625, rank: 0.0078125, series: [] },
    ],
    settledBy: ['us-il Illinois'],
    region: { code: 'us-il', confidence: 0.875, others: [{ code: 'us-in', confidence: 0.0625 }] },
    wall,
    firstSeen: { epochMs: wall.epochMs - 200, quality: { source: 'ntp', uncertaintyMs: 12.5 } },
    lastSeen: { epochMs: wall.epochMs + 300, quality: { source: 'free-running' } },
    fix: {
      quality: '3d',
      position: { latitude: 39.781721, longitude: -89.650148, altitudeM: 181.5 },
      hdop: 0.9,
      satellites: 11,
      speedMps: 13.25,
      courseDeg: 271.5,
      ageMs: 340.5,
      receiverTime: { epochMs: wall.epochMs - 340, quality: { source: 'gps' } },
    },
    frameSequence: 123_456,
    frameWidth: 1456,
    frameHeight: 1088,
    exposure: { shutterUs: 200.5, gain: 1.5, strobeUs: 0, illuminatorOn: false },
    box: [601.5, 702.25, 133, 61.5],
    quad: [
      [602, 703],
      [733.5, 702.25],
      [734.5, 762],
      [601.5, 763.75],
    ],
    looks: [1, 2].map((look) => ({
      frameSequence: 123_450 + look,
      wall: { epochMs: wall.epochMs - 10 * look, quality: { source: 'gps', uncertaintyMs: 0.25 } },
      plate: new Plate(plateText),
      confidence: 0.5 + look / 8,
      box: [600 + look, 700 + look, 131, 60],
    })),
    plateImage: pictureOf(96, 32, 611),
    contextImage: pictureOf(1456, 1088, 30_011),
    source: 'photographs/crossing 3.jpg',
  };
  return { detection, hits: [] };
}

export function hitDetectionOf(number: number): MatchedDetection {
  const entry: HotListEntry = {
    list: 'ncic',
    entryId: 'V-0042',
    text: 'ZQX4817',
    region: 'us-il',
    alertClass: 'stolen-vehicle',
    note: 'Taken from a car park "north"; two occupants',
    vehicle: { make: 'Mazda', style: '4D', colour: 'SIL', year: 2011 },
  };
  const bolo: HotListEntry = { list: 'local', entryId: '7', text: 'ZQX48I7', alertClass: 'local-bolo', note: 'Café' };
  const matched: MatchedDetection = {
    detection: detectionOf(number).detection,
    hits: [
      { entry, kind: 'exact', vehicle: 'contradicts', listAgeMs: 3_600_000, listStale: false },
      { entry: bolo, kind: 'fuzzy', differsAt: 5, past: true, listAgeMs: 90_000_000_000, listStale: true },
    ],
  };
  return { ...matched, alert: alertOn(matched) };
}

/** The alert that is raised for it, but for what a test says. */
export function alertOn({ detection, hits }: MatchedDetection, more: Partial<Alert> = {}): Alert {
  const { id, unit, camera, plate, confidence, region, fix, plateImage } = detection;
  const at = (ms: number): WallInstant => ({
    epochMs: wall.epochMs + ms,
    quality: { source: 'ntp', uncertaintyMs: 4 },
  });
  return {
    id,
    unit,
    state: 'raised',
    detection: {
      ...{ id, camera, plate, confidence, region, wall: detection.wall, fix, plateImage },
      unknownPositions: detection.characters.flatMap(({ unknown }, place) => (unknown ? [place] : [])),
    },
    hits,
    priority: 'high',
    audience: { everyone: true, subscribers: ['car-12'], zones: ['downtown'] },
    raisedAt: at(40),
    expiresAt: at(3_600_040),
    resends: 0,
    confirmed: {},
    ...more,
  };
}

function characterOf(text: string, index: number): CharacterReading {
  const distribution = new Float32Array(alphabet.length);
  distribution[(alphabet.indexOf(text) + 5) % alphabet.length] = 0.03125;
  distribution[(alphabet.indexOf(text) + 9) % alphabet.length] = 0.0625;
  distribution[alphabet.indexOf(text)] = 0.75 + index / 64;
  return { character: text, confidence: 0.75 + index / 64, distribution, ...(index === 3 ? { unknown: true } : {}) };
}

function pictureOf(width: number, height: number, length: number): Picture {
  return {
    mediaType: 'image/jpeg',
    width,
    height,
    bytes: Uint8Array.from({ length }, (_, index) => (index * 37) & 255),
  };
}

/** Arbitrary values as the wire holds them exactly; the codec's rounding has its own test. */
const share = fc.float({ min: 0, max: 1, noNaN: true });
const pixel = fc.float({ min: Math.fround(-20_000), max: Math.fround(20_000), noNaN: true });
const measure = fc.double({ noNaN: true, noDefaultInfinity: true });
const name = fc.string({ maxLength: 20, unit: 'grapheme' });
const count = fc.nat({ max: 2 ** 31 - 1 });
const instants: fc.Arbitrary<WallInstant> = fc
  .record({
    us: fc.integer({ min: -1e15, max: 4e15 }), // to the year 2096: a double of milliseconds holds each microsecond until 2109
    source: fc.constantFrom(...clockSources),
    bound: given(measure),
  })
  .map(({ us, source, bound }) => ({ epochMs: us / 1000, quality: { source, ...named('uncertaintyMs', bound) } }));
export const plateTexts = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 15 });
const regions = fc.record({
  code: name,
  confidence: share,
  others: fc.array(fc.record({ code: name, confidence: share }), { maxLength: 4 }),
});
const plates = plateTexts.map((text) => new Plate(text));
const boxes: fc.Arbitrary<Box> = fc.tuple(pixel, pixel, pixel, pixel);
const points = fc.tuple(pixel, pixel);
const quads: fc.Arbitrary<Quad> = fc.tuple(points, points, points, points);
const pictures: fc.Arbitrary<Picture> = fc.record({
  mediaType: fc.constant('image/jpeg' as const),
  width: count,
  height: count,
  bytes: fc.uint8Array({ maxLength: 64 }),
});
const fixes: fc.Arbitrary<Fix> = fc.record(
  {
    quality: fc.constantFrom(...fixQualities),
    position: fc.record(
      { latitude: measure, longitude: measure, altitudeM: measure },
      { requiredKeys: ['latitude', 'longitude'] },
    ),
    hdop: measure,
    satellites: count,
    speedMps: measure,
    courseDeg: measure,
    receiverTime: instants,
    ageMs: measure,
  },
  { requiredKeys: ['quality'] },
);
const exposures: fc.Arbitrary<Exposure> = fc.record(
  { shutterUs: measure, gain: measure, strobeUs: measure, illuminatorOn: fc.boolean() },
  { requiredKeys: [] },
);
const characters: fc.Arbitrary<CharacterReading> = fc
  .record({
    index: fc.nat({ max: alphabet.length - 1 }),
    confidence: share,
    others: fc.uniqueArray(fc.nat({ max: alphabet.length - 1 }), { maxLength: 4 }),
    weight: fc.float({ min: Math.fround(0.0011), max: Math.fround(0.2), noNaN: true }),
    settled: fc.boolean(),
    unknown: fc.boolean(),
  })
  .map(({ index, confidence, others, weight, settled, unknown }) => {
    const distribution = new Float32Array(alphabet.length);
    for (const [rank, other] of others.entries()) distribution[other] = weight * (1 + rank);
    distribution[index] = confidence;
    return {
      character: alphabet[index] ?? '',
      confidence,
      distribution,
      ...(settled ? { settled: true as const } : {}),
      ...(unknown ? { unknown: true as const } : {}),
    };
  });
const units: fc.Arbitrary<UnitIdentity> = fc.record({
  agency: name,
  unit: name,
  kind: fc.constantFrom(...unitKinds),
  bootId: name,
});
const hits: fc.Arbitrary<Hit> = fc.record(
  {
    entry: fc.record(
      {
        list: name,
        entryId: name,
        text: plateTexts,
        region: name,
        alertClass: fc.constantFrom(...alertClasses),
        note: name,
      },
      { requiredKeys: ['list', 'entryId', 'text', 'alertClass', 'note'] },
    ),
    kind: fc.constantFrom('exact' as const, 'fuzzy' as const, 'partial' as const),
    listAgeMs: fc.maxSafeInteger(),
    listStale: fc.boolean(),
    vehicle: fc.constantFrom('agrees' as const, 'contradicts' as const),
    past: fc.constant(true as const),
  },
  { requiredKeys: ['entry', 'kind', 'listAgeMs', 'listStale'] },
);
const detections: fc.Arbitrary<Detection> = fc
  .record({
    id: name,
    unit: units,
    camera: name,
    plate: plates,
    confidence: share,
    characters: fc.array(characters, { maxLength: 8 }),
    candidates: fc.array(
      fc.record({ plate: plates, confidence: share, rank: share, series: fc.array(name, { maxLength: 3 }) }),
      { maxLength: 4 },
    ),
    settledBy: fc.array(name, { maxLength: 3 }),
    region: regions,
    wall: instants,
    firstSeen: instants,
    lastSeen: instants,
    fix: fixes,
    frameSequence: fc.maxSafeNat(),
    frameWidth: count,
    frameHeight: count,
    exposure: exposures,
    box: boxes,
    quad: quads,
    looks: fc.array(
      fc.record({ frameSequence: fc.maxSafeNat(), wall: instants, plate: plates, confidence: share, box: boxes }),
      { maxLength: 3 },
    ),
    plateImage: pictures,
    contextImage: pictures,
    source: given(name),
  })
  .map(({ source, ...rest }) => ({ ...rest, ...named('source', source) }));

export const matchedDetections: fc.Arbitrary<MatchedDetection> = fc.record({
  detection: detections,
  hits: fc.array(hits, { maxLength: 3 }),
});

const people = fc.record({ name, role: fc.constantFrom(...roles) });
const acts = fc.record({ by: people, at: instants });
const places = fc.uniqueArray(fc.nat({ max: 14 }), { minLength: 1, maxLength: 3 });
const text = fc.string({ minLength: 1, maxLength: 9 });

/** Any alert as the wire holds it: what it can not say (a local entry's origin) is not there. */
export const alerts: fc.Arbitrary<Alert> = fc
  .record(
    {
      id: name,
      unit: fc.record({ agency: name, unit: name, kind: fc.constantFrom(...unitKinds), bootId: name }),
      state: fc.constantFrom(...alertStates),
      detection: fc.record({
        id: name,
        camera: name,
        plate: plates,
        confidence: share,
        region: regions,
        wall: instants,
        fix: fixes,
        plateImage: pictures,
        unknownPositions: fc.array(fc.nat({ max: 14 }), { maxLength: 3 }),
      }),
      detectionSequence: fc.bigInt({ min: 1n, max: (1n << 63n) - 1n }),
      hits: fc.array(hits, { minLength: 1, maxLength: 3 }),
      priority: fc.constantFrom(...alertPriorities),
      audience: fc.record({
        everyone: fc.boolean(),
        subscribers: fc.array(name, { maxLength: 2 }),
        zones: fc.array(name, { maxLength: 2 }),
      }),
      raisedAt: instants,
      expiresAt: instants,
      resends: count,
      earlierSequences: fc.array(fc.bigInt({ min: 1n, max: (1n << 63n) - 1n }), { minLength: 1, maxLength: 3 }),
      seen: acts,
      confirmed: fc.record({ characters: acts, state: acts, vehicle: acts }, { requiredKeys: [] }),
      dispatch: fc.record({ by: people, at: instants, confirmedBy: name, confirmedAt: instants }),
      ended: fc.record(
        {
          by: people,
          at: instants,
          disposition: fc.constantFrom(...dispositions),
          outcome: fc.constantFrom(...outcomes),
          misreadPositions: places,
          misreadAs: text,
        },
        { requiredKeys: ['by', 'at', 'disposition'] },
      ),
    },
    {
      requiredKeys: [
        ...(['id', 'unit', 'state', 'detection', 'hits', 'priority', 'audience'] as const),
        ...(['raisedAt', 'expiresAt', 'resends', 'confirmed'] as const),
      ],
    },
  )
  .map((alert) => alert as Alert);

function given<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> {
  return fc.option(values, { nil: undefined });
}

function named<Name extends string, Value>(key: Name, value: Value | undefined): { readonly [K in Name]?: Value } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [K in Name]?: Value });
}
