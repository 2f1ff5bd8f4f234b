/** The health service on a clock and a broker that the test moves. */
import { expect, test } from 'vitest';
import { healthMessage } from '../../firmware/devices/alpr-codec.ts';
import { Fault } from '../../firmware/domain/fault.ts';
import { noFix } from '../../firmware/domain/fix.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import type { Broker, Message } from '../../firmware/ports/broker.ts';
import type { Clock } from '../../firmware/ports/clock.ts';
import { reportHealth } from '../../firmware/services/health.ts';
import { SimClock } from '../../sim/clock.ts';
import { testUnit } from '../proto/detections.ts';
import { type Fields, protocDecode } from '../proto/protoc.ts';

test('health is sent at its rate, numbered, with the uptime, and what could not be sent is counted', async () => {
  const stop = new AbortController();
  const sent: Message[] = [];
  const tally = new Tally('health');
  const clock = clockThatJumps();
  let attempts = 0;
  const broker: Broker = {
    state: 'connected',
    fault: undefined,
    connected: async () => {},
    async publish(message) {
      attempts += 1;
      if (attempts === 2) throw new Fault('broker.unreachable', 'the second is lost.');
      sent.push(message);
      if (attempts === 4) stop.abort();
    },
    async *received() {},
    async [Symbol.asyncDispose]() {},
  };
  await reportHealth({
    unit: testUnit,
    softwareVersion: '0.1.0',
    broker,
    clock,
    tally,
    signal: stop.signal,
    intervalMs: 10_000,
    encode: healthMessage,
    sources: {
      now: clock.wall,
      stages: () => [tally.snapshot()],
      memory: () => ({ residentBytes: 1, heapUsedBytes: 2, externalBytes: 3 }),
      backlog: () => ({ messages: 7 }),
      fix: () => noFix,
      cameras: () => [],
      faults: () => [],
      faultsChanged: () => new Promise(() => {}),
    },
  });

  const decoded = sent.map((message) => protocDecode('Health', message.payload));
  expect(sent.every((message) => message.topic === 'alpr/v1/test/unit-7/health' && !message.retain)).toBe(true);
  expect(decoded.map((each) => (each.origin as Fields).sequence)).toEqual(['1', '3', '4']);
  expect(decoded.map((each) => each.uptime_ms)).toEqual([undefined, '20000', '30000']);
  expect(decoded.map((each) => (each.place as Fields).quality)).toEqual(Array(3).fill('FIX_QUALITY_NONE'));
  expect(tally.snapshot()).toMatchObject({ in: 4, out: 3, held: 0, drops: { 'broker.unreachable': 1 } });
});

test('what could not be sent for want of a connection is followed by the next as soon as there is one', async () => {
  const stop = new AbortController();
  const clock = new SimClock({ startEpochMs: 0 });
  const sentAt: number[] = [];
  const back = Promise.withResolvers<void>();
  let state: Broker['state'] = 'connected';
  const broker = {
    get state() {
      return state;
    },
    connected: () => (state === 'connected' ? Promise.resolve() : back.promise),
    async publish() {
      if (state !== 'connected') throw new Fault('broker.unreachable', 'cut.');
      sentAt.push(clock.monotonic());
    },
  } as unknown as Broker;
  const running = reportHealth({
    ...{ unit: testUnit, softwareVersion: '0', broker, clock, tally: new Tally('health'), signal: stop.signal },
    intervalMs: 10_000,
    encode: () => new Uint8Array(),
    sources: {
      now: () => clock.wall(),
      stages: () => [],
      memory: () => ({ residentBytes: 1, heapUsedBytes: 2, externalBytes: 3 }),
      backlog: () => ({ messages: 0 }),
      fix: () => noFix,
      cameras: () => [],
      faults: () => [],
      faultsChanged: () => new Promise(() => {}),
    },
  });
  await clock.advanceTo(5000);
  state = 'connecting';
  await clock.advanceTo(13_000);
  state = 'connected';
  back.resolve();
  await clock.advanceTo(14_000);
  expect(sentAt).toEqual([0, 13_000]);
  stop.abort();
  await running;
});

test('without a broker it waits, and ends quietly when called off', async () => {
  const stop = new AbortController();
  const broker = {
    connected: (signal: AbortSignal) =>
      new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  } as Broker;
  const tally = new Tally('health');
  const sources = {} as Parameters<typeof reportHealth>[0]['sources'];
  const common = { unit: testUnit, softwareVersion: '0.1.0', intervalMs: 1, encode: healthMessage };
  const running = reportHealth({ ...common, broker, clock: clockThatJumps(), tally, signal: stop.signal, sources });
  stop.abort();
  await running;
  expect(tally.snapshot().in).toBe(0);
});

/** Time that passes only by sleeping. */
function clockThatJumps(): Clock {
  let now = 1000;
  return {
    wall: () => ({ epochMs: 1_760_000_000_000 + now, quality: { source: 'simulated' } }),
    monotonic: () => monotonicMs(now),
    async sleep(durationMs, signal) {
      signal?.throwIfAborted();
      now += durationMs;
    },
  };
}
