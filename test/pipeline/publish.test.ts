/** Publishing to a real Mosquitto over TLS, received by mosquitto_sub, decoded by protoc. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { alprEncoder } from '../../firmware/devices/alpr-codec.ts';
import { type CertificateFiles, type MqttBroker, openMqttBroker } from '../../firmware/devices/mqtt-broker.ts';
import { openSqliteStore } from '../../firmware/devices/sqlite-store.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { publish } from '../../firmware/pipeline/publish.ts';
import type { Store } from '../../firmware/ports/store.ts';
import { type Mosquitto, startMosquitto } from '../broker/mosquitto.ts';
import { type RecordingLog, recordingLog } from '../broker/recording-log.ts';
import { type Received, subscribe } from '../broker/subscriber.ts';
import { detectionOf, hitDetectionOf, testUnit } from '../proto/detections.ts';
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

test('a detection that hit is followed by its alert', async () => {
  await using subscriber = await subscribe(mosquitto, 'alpr/v1/test/unit-7/+', 'alerts');
  await using unit = await startUnit();
  unit.store.append(hitDetectionOf(1));

  const messages = await subscriber.until((all) => all.some((each) => each.topic.endsWith('/alert')));
  const kinds = messages.map((each) => each.topic.split('/').at(-1)).filter((kind) => kind !== 'state');
  expect(kinds).toEqual(['detection', 'alert']);
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
  expect(sequences.length - 150).toBeLessThanOrEqual(16 + 20);
  await unit.drained();
  expect(unit.store.backlog()).toEqual({ messages: 0 });
});

test('a unit restarted with a backlog sends it, with the boot that stored it inside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  try {
    {
      using store = openSqliteStore({ folder, encode: alprEncoder, clock: systemClock() });
      for (let number = 1; number <= 20; number += 1) store.append(detectionOf(number));
      store.acknowledge(5n);
    }
    await using subscriber = await subscribe(mosquitto, 'alpr/v1/test/unit-7/detection', 'restart');
    await using unit = await startUnit({ folder });
    unit.store.append(detectionOf(21));
    const messages = await subscriber.until((all) => all.some((each) => sequenceOf(each) === 21));
    expect(messages.map(sequenceOf)).toEqual(numbers(6, 21));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a unit whose certificate the broker refuses says so, keeps what it reads, and logs no plate', async () => {
  const log = recordingLog();
  await using unit = await startUnit({ tls: mosquitto.certificates.stranger, log });
  const refused = await log.until('broker.refused');
  for (let number = 1; number <= 3; number += 1) unit.store.append(hitDetectionOf(number));

  expect(refused.fields.remedy).toContain('certificate');
  expect(unit.broker.state).toBe('refused');
  expect(unit.broker.fault?.code).toBe('broker.refused');
  expect(unit.store.backlog().messages).toBe(6);
  expect(inspect(log.events, { depth: 9 }) + inspect(unit.broker.fault, { depth: 9 })).not.toMatch(
    /Z[QO]X48[1I]7|PRIVATE/,
  );
});

interface RunningUnit {
  readonly store: Store;
  readonly broker: MqttBroker;
  readonly tally: Tally;
  /** Resolves when nothing waits any more. */
  drained(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

interface UnitOptions {
  readonly folder?: string;
  readonly tls?: CertificateFiles;
  readonly log?: RecordingLog;
}

/** Store, broker and publishing joined as the unit joins them. */
async function startUnit(options: UnitOptions = {}): Promise<RunningUnit> {
  const own = options.folder === undefined ? mkdtempSync(join(tmpdir(), 'store-')) : undefined;
  const log = options.log ?? recordingLog();
  const clock = systemClock();
  const stop = new AbortController();
  const acknowledged = new EventTarget();
  const opened = openSqliteStore({ folder: options.folder ?? own ?? '', encode: alprEncoder, clock });
  const store: Store = {
    ...opened,
    acknowledge(sequence) {
      opened.acknowledge(sequence);
      acknowledged.dispatchEvent(new Event('acknowledged'));
    },
  };
  const broker = openMqttBroker({
    url: mosquitto.url,
    unit: testUnit,
    softwareVersion: '0.1.0',
    tls: options.tls ?? mosquitto.certificates.unit,
    clock,
    log,
  });
  const tally = new Tally('publish');
  const publishing = publish({ store, broker, unit: testUnit, clock, tally, log, signal: stop.signal });
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
