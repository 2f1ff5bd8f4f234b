/**
 * The simulated receiver's misbehaviour, over a real pseudo-terminal, and what the unit's health says of it: each within five
 * seconds, and gone again, without a restart, when the receiver works.
 */
import { describe, expect, test } from 'vitest';
import { serialPort } from '../../firmware/devices/serial-port.ts';
import type { FaultCode } from '../../firmware/domain/fault.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import type { Broker } from '../../firmware/ports/broker.ts';
import { CurrentFaults } from '../../firmware/services/current-faults.ts';
import { faultSources, Gps } from '../../firmware/services/gps/gps.ts';
import { reportHealth } from '../../firmware/services/health.ts';
import { UnitTime } from '../../firmware/services/time.ts';
import { SimClock } from '../../sim/clock.ts';
import { SimGps } from '../../sim/devices/gps.ts';
import { Dice } from '../../sim/dice.ts';
import type { SimulatedFault } from '../../sim/faults.ts';
import { readScenario } from '../../sim/scenario.ts';
import { recordingLog } from '../broker/recording-log.ts';
import { testUnit } from '../proto/detections.ts';
import { gpsDefaults } from '../services/lines.ts';

const startEpochMs = Date.UTC(2026, 4, 12, 12);
const broker = { connected: async () => {}, publish: async () => {} } as unknown as Broker;

/** A patrol's GPS service with its health, on a clock that the test moves. */
async function patrol() {
  const clock = new SimClock({ startEpochMs });
  const receiver = new SimGps(readScenario('patrol'), startEpochMs, new Dice('gps-faults'));
  const log = recordingLog();
  const line = { path: 'simulated', open: (baudRate: number) => serialPort({ path: receiver.path }).open(baudRate) };
  const faults = new CurrentFaults(() => clock.wall());
  const gps: Gps = new Gps({
    ...gpsDefaults,
    line,
    clock,
    log,
    onFaults: (present) => {
      for (const source of faultSources) faults.set(`gps.${source}`, present[source]);
    },
  });
  const time = new UnitTime({ clock, received: () => gps.received() });
  const stop = new AbortController();
  const said: { readonly atMs: number; readonly codes: readonly FaultCode[] }[] = [];
  const health = reportHealth({
    unit: testUnit,
    softwareVersion: '0',
    broker,
    clock,
    tally: new Tally('health'),
    signal: stop.signal,
    intervalMs: 10_000,
    encode: (message) => {
      said.push({ atMs: clock.monotonic(), codes: message.faults.map(({ code }) => code) });
      return new Uint8Array();
    },
    sources: {
      now: () => time.wall(),
      stages: () => [],
      memory: () => ({ residentBytes: 1, heapUsedBytes: 1, externalBytes: 1 }),
      backlog: () => ({ messages: 0 }),
      fix: () => gps.fix(),
      cameras: () => [],
      faults: () => faults.list(),
      faultsChanged: () => faults.changed(),
    },
  });
  const running = gps.run(stop.signal);
  await receiver.follow(gps);
  let second = 0;
  return {
    gps,
    time,
    clock,
    receiver,
    log,
    /** The latest message of health, and what all said since a time. */
    latest: () => said.at(-1)!.codes,
    saidSince: (ms: number) => said.filter(({ atMs }) => atMs > ms).flatMap(({ codes }) => codes),
    async drive(seconds: number) {
      for (const end = second + seconds; second < end; second++) {
        await clock.advanceTo(second * 1000);
        await receiver.say(second * 1000);
      }
      await clock.advanceTo(second * 1000 - 1);
    },
    async [Symbol.asyncDispose]() {
      stop.abort();
      receiver.close();
      await Promise.all([running, health]);
    },
  };
}

describe('a receiver that misbehaves', () => {
  test.each<[SimulatedFault, FaultCode]>([
    ['off', 'gps.silent'],
    ['garbage', 'gps.garbled'],
    ['stuck', 'gps.stuck'],
    ['slow', 'gps.slow'],
    ['wrong', 'gps.jumped'],
    ['intermittent', 'gps.slow'],
  ])('when it is %s, health says %s within five seconds, and it is over when it works', async (fault, code) => {
    await using unit = await patrol();
    await unit.drive(10);
    expect(unit.latest()).toEqual([]);
    const beganAt = unit.clock.monotonic();
    unit.receiver.fault = fault;
    await unit.drive(5);
    expect(unit.saidSince(beganAt)).toContain(code);
    const { source, uncertaintyMs } = unit.time.wall().quality;
    expect(['gps', 'free-running']).toContain(source);
    expect(uncertaintyMs).toBeLessThan(102);
    await unit.drive(20);
    unit.receiver.fault = undefined;
    await unit.drive(8);
    expect(unit.latest()).toEqual([]);
    expect(unit.gps.fix()).toMatchObject({ quality: '3d', ageMs: 999 });
  });

  test('when it is unplugged, health says gps.missing within five seconds, and it is over when it is plugged in again', async () => {
    await using unit = await patrol();
    await unit.drive(10);
    unit.receiver.unplug();
    await unit.log.until('gps.missing');
    await unit.drive(5);
    expect(unit.latest()).toEqual(['gps.missing']);
    expect(unit.gps.fix().quality).toBe('stale');
    let opened = false;
    const plugged = unit.receiver.plugIn().then(() => {
      opened = true;
    });
    // The kernel opens the line in its own time, and the street's runs ahead.
    while (!opened) await unit.drive(1);
    await plugged;
    await unit.drive(5);
    expect(unit.latest()).toEqual([]);
    expect(unit.gps.fix().quality).toBe('3d');
  });

  test('a place four kilometres off is refused, then believed, and so is the right one after it', async () => {
    await using unit = await patrol();
    await unit.drive(10);
    const { latitude } = unit.gps.fix().position!;
    unit.receiver.fault = 'wrong';
    await unit.drive(3);
    expect(unit.gps.fix().position!.latitude).toBeCloseTo(latitude, 2);
    await unit.drive(3);
    expect(unit.gps.fix().position!.latitude).toBeGreaterThan(latitude + 0.03);
    unit.receiver.fault = undefined;
    await unit.drive(6);
    expect(unit.gps.fix().position!.latitude).toBeCloseTo(latitude, 2);
  });
});
