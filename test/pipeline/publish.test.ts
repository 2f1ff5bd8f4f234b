/** Publishing to a real Mosquitto over TLS, received by mosquitto_sub, decoded by protoc. No log holds a plate. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bigintOf, int64, v1 } from '../../firmware/devices/alpr-codec.ts';
import { alprEncoder } from '../../firmware/devices/message-encoder.ts';
import { type CertificateFiles, openMqttBroker } from '../../firmware/devices/mqtt-broker.ts';
import { openSqliteStore } from '../../firmware/devices/sqlite-store.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { Fault } from '../../firmware/domain/fault.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { publish } from '../../firmware/pipeline/publish.ts';
import type { Broker } from '../../firmware/ports/broker.ts';
import type { Clock } from '../../firmware/ports/clock.ts';
import type { Store } from '../../firmware/ports/store.ts';
import { type Mosquitto, startMosquitto } from '../broker/mosquitto.ts';
import { type RecordingLog, recordingLog } from '../broker/recording-log.ts';
import { RECEIVE_MAXIMUM, type Received, subscribe } from '../broker/subscriber.ts';
import { testUnitKey } from '../devices/test-unit-key.ts';
import { detectionOf, hitDetectionOf, testUnit } from '../proto/detections.ts';
import { expectedAlert, expectedDetection, expectedOrigin, expectFields } from '../proto/expected.ts';
import { type Fields, protocDecode } from '../proto/protoc.ts';

let mosquitto: Mosquitto;
beforeAll(async () => {
  mosquitto = await startMosquitto();
});
afterAll(async () => {
  await mosquitto[Symbol.asyncDispose]();
});

test('what is stored arrives in order, each once, at QoS 1', async () => {
  await using subscriber = await subscribe(mosquitto, 'alpr/v1/test/unit-7/+', 'in-order');
  await using unit = await startUnit();
  for (let number = 1; number <= 40; number += 1) unit.store.append(detectionOf(number));

  const messages = await subscriber.until((all) => detections(all).length === 40);
  expect(detections(messages).map(sequenceOf)).toEqual(numbers(1, 40));
  expect(detections(messages).every((each) => each.qos === 1 && !each.retained)).toBe(true);
  await unit.drained();
  expect(unit.tally.snapshot()).toMatchObject({ in: 40, out: 40, held: 0, drops: {} });
});

test('a detection and its alert arrive, each under its own count, and protoc reads every field of both', async () => {
  await using subscriber = await subscribe(mosquitto, 'alpr/v1/test/unit-7/+', 'alerts');
  await using unit = await startUnit();
  unit.store.append(detectionOf(1));
  unit.store.append(hitDetectionOf(2));

  const of = (all: readonly Received[], kind: string) => all.filter((each) => each.topic.endsWith(`/${kind}`));
  const messages = await subscriber.until((all) => of(all, 'alert').length === 1 && of(all, 'detection').length === 2);
  const hit = hitDetectionOf(2);
  expectFields(protocDecode('Detection', of(messages, 'detection')[1]!.payload), expectedDetection(hit, 2n));
  const alert = { ...hit.alert!, detectionSequence: 2n };
  expectFields(protocDecode('Alert', of(messages, 'alert')[0]!.payload), expectedAlert(alert, 1n));
});

test('a broker that goes and comes back has lost nothing and keeps the order', async () => {
  await using subscriber = await subscribe(mosquitto, 'alpr/v1/test/unit-7/detection', 'outage');
  await using unit = await startUnit();
  for (let number = 1; number <= 100; number += 1) unit.store.append(detectionOf(number));
  await subscriber.until((all) => all.length >= 10);
  await mosquitto.stop();
  for (let number = 101; number <= 150; number += 1) unit.store.append(detectionOf(number));
  await subscriber.pause();
  await mosquitto.start();
  await subscriber.resume();

  const messages = await subscriber.until((all) => all.some((each) => sequenceOf(each) === 150));
  const sequences = messages.map(sequenceOf);
  expect(firstArrivals(sequences)).toEqual(numbers(1, 150));
  // Repeats come from what was in flight when the broker went: its own and the consumer's window.
  expect(sequences.length - 150, `arrived: ${sequences.join(' ')}`).toBeLessThanOrEqual(16 + RECEIVE_MAXIMUM);
  await unit.drained();
  expect(unit.store.backlog()).toEqual({ messages: 0 });
});

test('a unit restarted with a backlog sends it, with the boot that stored it inside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  try {
    {
      using store = openSqliteStore({ folder, encode: alprEncoder, clock: systemClock(), unitKeys: [testUnitKey] });
      for (let number = 1; number <= 20; number += 1) store.append(detectionOf(number));
      store.acknowledge('detection', 5n);
    }
    await using subscriber = await subscribe(mosquitto, 'alpr/v1/test/unit-7/detection', 'restart');
    await using unit = await startUnit({ folder, bootId: 'the-second-boot' });
    unit.store.append(detectionOf(21));
    const messages = await subscriber.until((all) => all.some((each) => sequenceOf(each) === 21));
    expect(messages.map(sequenceOf)).toEqual(numbers(6, 21));
    const [first] = messages.map((each) => protocDecode('Detection', each.payload));
    expectFields(first?.origin as Fields, expectedOrigin(testUnit, 6n));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a unit whose certificate the broker refuses says so and keeps what it reads', async () => {
  const log = recordingLog();
  await using unit = await startUnit({ tls: mosquitto.certificates.stranger, log });
  const refused = await log.until('broker.refused');
  for (let number = 1; number <= 3; number += 1) unit.store.append(hitDetectionOf(number));

  expect(refused.fields.remedy).toContain('certificate');
  expect(unit.broker.state).toBe('refused');
  expect(unit.broker.fault?.code).toBe('broker.refused');
  expect(unit.store.backlog().messages).toBe(6);
});

test('an alert does not wait behind a backlog: it is sent while at most what is under way stands before it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  const store = openSqliteStore({ folder, encode: alprEncoder, clock: systemClock(), unitKeys: [testUnitKey] });
  for (let number = 1; number <= 100; number += 1) store.append(detectionOf(number));
  const stop = new AbortController();
  const sent: string[] = [];
  const taken = Promise.withResolvers<void>();
  // A line that takes one message after the other, in the order in which they were given to it.
  let line: Promise<void> = Promise.resolve();
  const broker: Broker = {
    state: 'connected',
    fault: undefined,
    connected: () => Promise.resolve(),
    publish({ topic }) {
      line = line.then(() => {
        sent.push(topic.split('/').at(-1)!);
        if (sent.length === 10) store.append(hitDetectionOf(101));
        if (sent.length === 102) taken.resolve();
      });
      return line;
    },
    async *received() {},
    async [Symbol.asyncDispose]() {},
  };
  const tools = {
    store,
    broker,
    unit: testUnit,
    clock: instantClock,
    tally: new Tally('publish'),
    log: recordingLog(),
  };
  const publishing = (['alert', 'detection'] as const).map((kind) =>
    publish({ ...tools, kind, signal: stop.signal, window: 8 }),
  );
  await taken.promise;
  stop.abort();
  await Promise.all(publishing);
  expect(sent.filter((kind) => kind === 'alert')).toHaveLength(1);
  expect(sent.indexOf('alert')).toBeGreaterThanOrEqual(10);
  expect(sent.indexOf('alert')).toBeLessThanOrEqual(10 + 8);
  store[Symbol.dispose]();
  rmSync(folder, { recursive: true });
});

test('wherever connections are cut, before or after a delivery, every message arrives, first in order', async () => {
  const cuts = fc.array(fc.record({ after: fc.nat({ max: 20 }), lost: fc.nat({ max: 4 }) }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      cuts,
      fc.integer({ min: 1, max: 8 }),
      fc.integer({ min: 1, max: 25 }),
      async (script, window, count) => {
        const folder = mkdtempSync(join(tmpdir(), 'store-'));
        const store = openSqliteStore({ folder, encode: alprEncoder, clock: systemClock(), unitKeys: [testUnitKey] });
        for (let number = 1; number <= count; number += 1) store.append(detectionOf(number));
        const stop = new AbortController();
        const { broker, arrived } = brokerWithCuts(script);
        const tally = new Tally('publish');
        const moved = () => {
          if (store.backlog().messages === 0) stop.abort();
        };
        const { signal } = stop;
        await publish({
          store,
          kind: 'detection',
          broker,
          unit: testUnit,
          clock: instantClock,
          tally,
          log: recordingLog(),
          signal,
          window,
          moved,
        });

        expect(firstArrivals(arrived)).toEqual(numbers(1, count));
        expect(tally.snapshot()).toMatchObject({ in: count, out: count, held: 0 });
        store[Symbol.dispose]();
        rmSync(folder, { recursive: true });
      },
    ),
    { numRuns: 30 },
  );
});

interface Cut {
  /** Deliveries before the cut. */
  readonly after: number;
  /** How many of the last of them lose their acknowledgement. */
  readonly lost: number;
}

/** As a connection does: it delivers in order until it is cut, and the last acknowledgements may be lost with it. */
function brokerWithCuts(script: readonly Cut[]): { readonly broker: Broker; readonly arrived: readonly number[] } {
  const arrived: number[] = [];
  const cuts = [...script];
  let delivered = 0;
  let broken = false;
  const broker: Broker = {
    state: 'connected',
    fault: undefined,
    async connected() {
      if (broken) cuts.shift();
      broken = false;
      delivered = 0;
    },
    async publish({ payload }) {
      const { after, lost } = cuts[0] ?? { after: Number.POSITIVE_INFINITY, lost: 0 };
      if (delivered < after) {
        delivered += 1;
        arrived.push(Number(bigintOf(v1.Detection.decode(payload).origin?.sequence ?? int64(0n))));
        if (delivered <= after - lost) return;
      }
      broken = true;
      throw new Fault('broker.unreachable', 'cut by the test.');
    },
    async *received() {},
    async [Symbol.asyncDispose]() {},
  };
  return { broker, arrived };
}

/** Time that passes only by sleeping, and at once. */
const instantClock: Clock = { ...systemClock(), sleep: async (_, signal) => signal?.throwIfAborted() };

interface RunningUnit {
  readonly store: Store;
  readonly broker: Broker;
  readonly tally: Tally;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface UnitOptions {
  readonly folder?: string;
  readonly bootId?: string;
  readonly tls?: CertificateFiles;
  readonly log?: RecordingLog;
}

/** Store, broker and publishing joined as the unit joins them. */
async function startUnit(options: UnitOptions = {}): Promise<RunningUnit> {
  const own = options.folder === undefined ? mkdtempSync(join(tmpdir(), 'store-')) : undefined;
  const log = options.log ?? recordingLog();
  const clock = systemClock();
  const unit = { ...testUnit, bootId: options.bootId ?? testUnit.bootId };
  const stop = new AbortController();
  const acknowledged = new EventTarget();
  const opened = openSqliteStore({
    folder: options.folder ?? own ?? '',
    encode: alprEncoder,
    clock,
    unitKeys: [testUnitKey],
  });
  const store: Store = {
    ...opened,
    acknowledge(kind, sequence) {
      opened.acknowledge(kind, sequence);
      acknowledged.dispatchEvent(new Event('acknowledged'));
    },
  };
  const broker = openMqttBroker({
    url: mosquitto.url,
    unit,
    softwareVersion: '0.1.0',
    tls: options.tls ?? mosquitto.certificates.unit,
    clock,
    log,
  });
  const tally = new Tally('publish');
  const publishing = Promise.all(
    (['alert', 'detection'] as const).map((kind) =>
      publish({ store, kind, broker, unit, clock, tally, log, signal: stop.signal }),
    ),
  );
  return {
    store,
    broker,
    tally,
    async drained() {
      while (store.backlog().messages > 0) {
        await new Promise((resolve) => acknowledged.addEventListener('acknowledged', resolve, { once: true }));
      }
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      await publishing;
      await broker[Symbol.asyncDispose]();
      opened[Symbol.dispose]();
      if (own) rmSync(own, { recursive: true });
      expect(inspect([log.events, broker.fault], { depth: 9 })).not.toMatch(/Z[QO]X48[1I]7|PRIVATE/);
    },
  };
}

function detections(messages: readonly Received[]): readonly Received[] {
  return messages.filter((each) => each.topic.endsWith('/detection'));
}

const known = new WeakMap<Received, number>();

function sequenceOf(message: Received): number {
  const { origin } = known.has(message) ? {} : protocDecode('Detection', message.payload);
  const sequence = known.get(message) ?? Number((origin as Fields).sequence);
  known.set(message, sequence);
  return sequence;
}

function firstArrivals(sequences: readonly number[]): readonly number[] {
  return [...new Set(sequences)];
}

function numbers(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
