import { expect, test } from 'vitest';
import { lightLamps } from '../../firmware/services/lamps.ts';
import { SimClock } from '../../sim/clock.ts';
import { SimGpio } from '../../sim/devices/gpio.ts';

test('the status lamp is lit while all is well and blinks in trouble; the alert lamp blinks after a hit; both are dark at the end', async () => {
  const clock = new SimClock({ startEpochMs: 0 });
  const gpio = new SimGpio(clock, { inputs: [], outputs: ['status-lamp', 'alert-lamp'] });
  const stop = new AbortController();
  let troubled = false;
  let hitAt: number | undefined;
  const lighting = lightLamps({
    gpio,
    clock,
    signal: stop.signal,
    lines: { status: true, alert: true },
    troubled: () => troubled,
    hitAt: () => hitAt,
  });
  const changes = async (line: string, seconds: number) => {
    const before = gpio.changes.length;
    for (let quarter = 0; quarter < 4 * seconds; quarter++) await clock.advanceTo(clock.monotonic() + 250);
    return gpio.changes.slice(before).filter((change) => change.line === line).length;
  };
  await clock.advanceTo(10);
  expect(gpio.driven('status-lamp')).toBe(true);
  expect(await changes('status-lamp', 10)).toBe(0);
  troubled = true;
  expect(await changes('status-lamp', 10)).toBeGreaterThanOrEqual(9);
  troubled = false;
  await changes('status-lamp', 1);
  hitAt = clock.monotonic();
  expect(await changes('alert-lamp', 9)).toBeGreaterThanOrEqual(30);
  await changes('alert-lamp', 2);
  expect([await changes('alert-lamp', 5), gpio.driven('alert-lamp'), gpio.driven('status-lamp')]).toEqual([
    0,
    false,
    true,
  ]);
  stop.abort();
  await lighting;
  expect(gpio.driven('status-lamp')).toBe(false);
});

test('lamps whose chip vanishes are lit again when it returns', async () => {
  const clock = new SimClock({ startEpochMs: 0 });
  const gpio = new SimGpio(clock, { inputs: [], outputs: ['status-lamp', 'alert-lamp'] });
  const stop = new AbortController();
  const lines = { status: true, alert: true };
  const lighting = lightLamps({
    gpio,
    clock,
    signal: stop.signal,
    lines,
    troubled: () => true,
    hitAt: () => undefined,
  });
  await clock.advanceTo(500);
  gpio.fault = 'off';
  for (let at = 1000; at <= 9000; at += 250) await clock.advanceTo(at);
  expect(gpio.driven('status-lamp')).toBe(false);
  gpio.fault = undefined;
  const before = gpio.changes.length;
  for (let at = 9250; at <= 19_000; at += 250) await clock.advanceTo(at);
  expect(gpio.changes.length - before).toBeGreaterThanOrEqual(8);
  stop.abort();
  await lighting;
});
