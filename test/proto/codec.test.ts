/** Our bytes, read back by an independent decoder that has only the schema. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertMessage, alertOf } from '../../firmware/devices/alert-codec.ts';
import {
  detectionMessage,
  detectionParts,
  healthMessage,
  stateMessage,
  v1,
} from '../../firmware/devices/alpr-codec.ts';
import type { Health } from '../../firmware/domain/health.ts';
import type { WallInstant } from '../../firmware/domain/instant.ts';
import { alertOn, alerts, detectionOf, hitDetectionOf, matchedDetections, testUnit } from './detections.ts';
import {
  expectedAlert,
  expectedDetection,
  expectedInstant,
  expectedOrigin,
  expectedPlace,
  expectFields,
} from './expected.ts';
import { protocDecode } from './protoc.ts';

const sequences = fc.bigInt({ min: 0n, max: (1n << 63n) - 1n });

test('protoc reads back every field of a detection', () => {
  for (const matched of [detectionOf(1), hitDetectionOf(2)]) {
    const decoded = protocDecode('Detection', detectionMessage(matched, 9_007_199_254_740_993n));
    expectFields(decoded, expectedDetection(matched, 9_007_199_254_740_993n));
  }
});

test('protoc reads back every field of any detection', () => {
  fc.assert(
    fc.property(matchedDetections, sequences, (matched, sequence) => {
      expectFields(
        protocDecode('Detection', detectionMessage(matched, sequence)),
        expectedDetection(matched, sequence),
      );
    }),
    { numRuns: 150 },
  );
});

test('our own decoder keeps any detection to the byte', () => {
  fc.assert(
    fc.property(matchedDetections, sequences, (matched, sequence) => {
      // The context picture's field comes last, and is kept apart.
      const { body, context } = detectionParts(matched, sequence);
      for (const piece of [body, context])
        expect(Buffer.from(v1.Detection.encode(v1.Detection.decode(piece)).finish())).toEqual(Buffer.from(piece));
      expect(Buffer.concat([body, context])).toEqual(Buffer.from(detectionMessage(matched, sequence)));
    }),
  );
});

test('a message cut short is refused, not misread', () => {
  const message = detectionMessage(detectionOf(1), 1n);
  expect(() => v1.Detection.decode(message.subarray(0, message.length - 1))).toThrow(RangeError);
});

test('protoc reads back every field of an alert, and the alert says that it is not verified', () => {
  const alert = { ...alertOn(hitDetectionOf(3)), detectionSequence: 42n, earlierSequences: [7n, 41n] };
  expectFields(protocDecode('Alert', alertMessage(alert, 43n)), expectedAlert(alert, 43n));
});

test('U4 V1 the alert tells why the plate is listed, and the listed state and vehicle beside what was read', () => {
  const message = v1.Alert.decode(alertMessage(alertOn(hitDetectionOf(3)), 1n));
  const [first, second] = message.hits;
  expect(message).toMatchObject({ plate: 'ZQX4817', region: { code: 'us-il' } });
  expect(message.plateImage?.data?.length).toBe(611);
  expect(first).toMatchObject({ listedPlate: 'ZQX4817', listedRegion: 'us-il', listedVehicle: { make: 'Mazda' } });
  expect(first?.note).toContain('Taken from a car park');
  expect(second).toMatchObject({ kind: v1.HitKind.HIT_KIND_FUZZY, differsAt: 5, listStale: true });
});

test('protoc reads back every field of any alert, and our own decoder gives the alert back', () => {
  fc.assert(
    fc.property(alerts, sequences, (alert, sequence) => {
      const message = alertMessage(alert, sequence);
      expectFields(protocDecode('Alert', message), expectedAlert(alert, sequence));
      expect(alertOf(message)).toEqual(alert);
    }),
    { numRuns: 100 },
  );
});

test('protoc reads back every field of health', () => {
  const health: Health = {
    unit: testUnit,
    sequence: 17n,
    at: instant,
    uptimeMs: 3_600_000,
    softwareVersion: '0.1.0',
    stages: [
      { stage: 'capture', in: 900, out: 880, held: 3, drops: { 'pool.full': 12, 'rate.limited': 5 }, cpuMs: 12.5 },
      { stage: 'store', in: 5_000_000_000, out: 5_000_000_000, held: 0, drops: {}, cpuMs: 0 },
    ],
    memory: { residentBytes: 300_000_001, heapUsedBytes: 60_000_002, externalBytes: 5_000_000_003 },
    backlog: { messages: 12, oldestEpochMs: 1_760_000_000_000.25 },
    fix: { quality: 'stale', position: { latitude: -1.5, longitude: 2.5 }, ageMs: 90_000 },
    cameras: [
      { camera: 'front', condition: 'delivering', rateHz: 29.97 },
      { camera: 'rear', condition: 'failed' },
    ],
    faults: [{ code: 'gps.silent', since: instant }],
    framePool: { slots: 8, free: 5 },
    mainThreadLag: { p99Ms: 2.5, maxMs: 40 },
    warmth: { celsius: 61.5, throttled: true },
    misreads: [
      { read: 'Q', truly: 'O', count: 3 },
      { read: '8', truly: '?', count: 1 },
    ],
    sequencer: {
      cycles: 100,
      skipped: 1,
      withheld: 2,
      longestStrobeUs: 201.5,
      realtime: true,
      locked: true,
      lateness: [0, 90, 10],
    },
  };
  expectFields(protocDecode('Health', healthMessage(health)), {
    origin: expectedOrigin(testUnit, 17n),
    at: expectedInstant(instant),
    uptime_ms: 3_600_000,
    software_version: '0.1.0',
    stages: [
      {
        stage: 'capture',
        items_in: 900,
        items_out: 880,
        items_held: 3,
        drops: [
          { reason: 'pool.full', items: 12 },
          { reason: 'rate.limited', items: 5 },
        ],
        cpu_ms: 12.5,
      },
      { stage: 'store', items_in: 5_000_000_000, items_out: 5_000_000_000 },
    ],
    memory: { resident_bytes: 300_000_001, heap_used_bytes: 60_000_002, external_bytes: 5_000_000_003 },
    backlog: { messages: 12, oldest_epoch_us: 1_760_000_000_000_250n },
    place: expectedPlace(health.fix),
    cameras: [
      { camera: 'front', condition: { $enum: 'CAMERA_CONDITION_DELIVERING' }, rate_hz: 29.97 },
      { camera: 'rear', condition: { $enum: 'CAMERA_CONDITION_FAILED' } },
    ],
    faults: [
      {
        code: 'gps.silent',
        meaning: 'The GPS has sent nothing for longer than its limit.',
        remedy: 'Check cable, power and antenna; records say that they have no fix meanwhile.',
        since: expectedInstant(instant),
      },
    ],
    frame_pool: { slots: 8, free_slots: 5 },
    main_thread: { lag_p99_ms: 2.5, lag_max_ms: 40 },
    warmth: { celsius: 61.5, throttled: true },
    misreads: [
      { read: 'Q', truly: 'O', count: 3 },
      { read: '8', truly: '?', count: 1 },
    ],
    sequencer: {
      cycles: 100,
      skipped: 1,
      withheld: 2,
      longest_strobe_us: 201.5,
      realtime: true,
      memory_locked: true,
      edges_by_lateness: [0, 90, 10],
    },
  });
});

test('protoc reads back every field of a state', () => {
  const auditKey = '-----BEGIN PUBLIC KEY-----';
  const state = {
    unit: testUnit,
    sequence: 2n,
    presence: 'lost',
    at: instant,
    softwareVersion: '0.1.0',
    auditKey,
  } as const;
  expectFields(protocDecode('State', stateMessage(state)), {
    origin: expectedOrigin(testUnit, 2n),
    presence: { $enum: 'PRESENCE_LOST' },
    at: expectedInstant(instant),
    software_version: '0.1.0',
    audit_key: auditKey,
  });
});

const instant: WallInstant = { epochMs: 1_760_000_000_001, quality: { source: 'ntp', uncertaintyMs: 3 } };
