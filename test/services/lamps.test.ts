import { expect, test } from 'vitest';
import type { AlertCall } from '../../firmware/domain/alert.ts';
import type { AlertPriority } from '../../firmware/domain/alert-class.ts';
import { lightLamps } from '../../firmware/services/lamps.ts';
import { SimClock } from '../../sim/clock.ts';
import { SimGpio } from '../../sim/devices/gpio.ts';

test('the status lamp is lit while all is well and blinks in trouble; the alert lamp blinks after an alert; both are dark at the end', async () => {
  const clock = new SimClock({ startEpochMs: 0 });
  const gpio = new SimGpio(clock, { inputs: [], outputs: ['status-lamp', 'alert-lamp'] });
  const stop = new AbortController();
  let troubled = false;
  let calls: readonly AlertCall[] = [];
  const lighting = lightLamps({
    gpio,
    clock,
    signal: stop.signal,
    lines: { status: true, alert: true, buzzer: false },
    troubled: () => troubled,
    calls: () => calls,
    onFault: () => undefined,
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
  calls = [{ priority: 'medium', audible: true, since: clock.monotonic() }];
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
  const lines = { status: true, alert: true, buzzer: false };
  const said: [string, string | undefined][] = [];
  const lighting = lightLamps({
    gpio,
    clock,
    signal: stop.signal,
    lines,
    troubled: () => true,
    calls: () => [],
    onFault: (source, fault) => said.push([source, fault?.code]),
  });
  await clock.advanceTo(500);
  gpio.fault = 'off';
  for (let at = 1000; at <= 9000; at += 250) await clock.advanceTo(at);
  expect(gpio.driven('status-lamp')).toBe(false);
  expect(said.slice(-2).map(([source, code]) => `${source}: ${code}`)).toEqual([
    'line status-lamp: gpio.missing',
    'line alert-lamp: gpio.missing',
  ]);
  gpio.fault = undefined;
  const before = gpio.changes.length;
  for (let at = 9250; at <= 19_000; at += 250) await clock.advanceTo(at);
  expect(gpio.changes.length - before).toBeGreaterThanOrEqual(8);
  expect(said.at(-1)![1]).toBeUndefined();
  stop.abort();
  await lighting;
});

/** What the buzzer says in the twelve seconds after the calls, a letter for each quarter of a second. */
async function heard(...calls: readonly (readonly [priority: AlertPriority, audible: boolean])[]): Promise<string> {
  const clock = new SimClock({ startEpochMs: 0 });
  const gpio = new SimGpio(clock, { inputs: [], outputs: ['alert-buzzer'] });
  const stop = new AbortController();
  const since = clock.monotonic();
  const lighting = lightLamps({
    gpio,
    clock,
    signal: stop.signal,
    lines: { status: false, alert: false, buzzer: true },
    troubled: () => false,
    onFault: () => undefined,
    calls: () => calls.map(([priority, audible]) => ({ priority, audible, since })),
  });
  let sound = '';
  for (let quarter = 0; quarter < 48; quarter++) {
    await clock.advanceTo(250 * quarter + 125);
    sound += gpio.driven('alert-buzzer') ? '#' : '.';
  }
  stop.abort();
  await lighting;
  expect(gpio.driven('alert-buzzer')).toBe(false);
  return sound;
}

test('U4 the buzzer tells the priority of an alert by its pattern, and of several the most urgent', async () => {
  const high = await heard(['high', true]);
  const medium = await heard(['medium', true]);
  const low = await heard(['low', true]);
  expect(high).toBe('#.'.repeat(24));
  expect(medium).toBe(`${'##....'.repeat(6)}##..${'.'.repeat(8)}`);
  expect(low).toBe(`#...........#.......${'.'.repeat(28)}`);
  expect(await heard(['low', true], ['high', true], ['medium', true])).toBe(high);
});

test('U5 a muted alert makes no sound, and silences none that is not', async () => {
  expect(await heard(['low', false])).toBe('.'.repeat(48));
  expect(await heard(['medium', false], ['low', true])).toBe(await heard(['low', true]));
  expect(await heard()).toBe('.'.repeat(48));
});
