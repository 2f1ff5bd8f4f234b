/** A vehicle's power on a simulated board and clock. */
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../firmware/domain/fault.ts';
import { Tally } from '../../firmware/domain/tally.ts';
import { type EndReason, powerEnds } from '../../firmware/services/power.ts';
import { SimClock } from '../../sim/clock.ts';
import { SimGpio } from '../../sim/devices/gpio.ts';
import { recordingLog } from '../broker/recording-log.ts';

let stop: AbortController;
afterEach(() => stop.abort());

function vehicle(lines = { ignition: true, supplyLow: true, tamper: true }) {
  stop = new AbortController();
  const clock = new SimClock({ startEpochMs: 0 });
  const gpio = new SimGpio(clock, { inputs: ['ignition', 'supply-low', 'tamper'], outputs: [] });
  gpio.drive('ignition', true);
  const faults = new Map<string, Fault | undefined>();
  let reason: EndReason | undefined;
  const ended = powerEnds({
    gpio,
    clock,
    log: recordingLog(),
    tally: new Tally('edges'),
    signal: stop.signal,
    lines,
    debounceMs: 50,
    holdOffMs: 60_000,
    reopenMs: 1000,
    onFault: (source, fault) => faults.set(source, fault),
  }).then((why) => (reason = why));
  return { clock, gpio, faults, ended, reason: () => reason, code: (source: string) => faults.get(source)?.code };
}

describe('power', () => {
  test('ignition off ends the unit after the hold-off, and not sooner', async () => {
    const { clock, gpio, reason } = vehicle();
    await clock.advanceTo(1000);
    gpio.drive('ignition', false);
    await clock.advanceTo(1000 + 60_000);
    expect(reason()).toBeUndefined();
    await clock.advanceTo(1000 + 60_100);
    expect(reason()).toBe('ignition-off');
  });

  test('ignition that returns within the hold-off starts it anew, and a flicker is nothing', async () => {
    const { clock, gpio, reason } = vehicle();
    await clock.advanceTo(1000);
    gpio.drive('ignition', false);
    await clock.advanceTo(50_000);
    gpio.drive('ignition', true);
    await clock.advanceTo(100_000);
    gpio.drive('ignition', false);
    await clock.advanceTo(100_020);
    gpio.drive('ignition', true);
    await clock.advanceTo(300_000);
    expect(reason()).toBeUndefined();
  });

  test('a unit that starts with the ignition off ends too', async () => {
    const { clock, gpio, reason } = vehicle();
    gpio.drive('ignition', false);
    await clock.advanceTo(60_200);
    expect(reason()).toBe('ignition-off');
  });

  test('a supply that runs low ends it at once', async () => {
    const { clock, gpio, reason, code } = vehicle();
    await clock.advanceTo(1000);
    gpio.drive('supply-low', true);
    await clock.advanceTo(1100);
    expect([reason(), code('supply')]).toEqual(['supply-low', 'power.low']);
  });

  test('an open cover is a fault while it is open', async () => {
    const { clock, gpio, code } = vehicle();
    await clock.advanceTo(1000);
    gpio.drive('tamper', true);
    await clock.advanceTo(1100);
    expect(code('tamper')).toBe('unit.tampered');
    gpio.drive('tamper', false);
    await clock.advanceTo(1200);
    expect(code('tamper')).toBeUndefined();
  });

  test('without lines it waits for the signal', async () => {
    const { ended } = vehicle({ ignition: false, supplyLow: false, tamper: false });
    stop.abort();
    expect(await ended).toBeUndefined();
  });

  test('a chip that vanishes is a fault at once, and its lines are heard again when it returns', async () => {
    const { clock, gpio, code, reason } = vehicle();
    await clock.advanceTo(1000);
    gpio.fault = 'off';
    await clock.advanceTo(1500);
    expect(code('line ignition')).toBe('gpio.lost');
    await clock.advanceTo(30_000);
    expect(code('line ignition')).toBe('gpio.missing');
    gpio.fault = undefined;
    await clock.advanceTo(32_000);
    expect(code('line ignition')).toBeUndefined();
    gpio.drive('ignition', false);
    await clock.advanceTo(93_000);
    expect(reason()).toBe('ignition-off');
  });
});
