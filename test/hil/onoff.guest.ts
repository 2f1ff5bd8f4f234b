/** The sysfs adapter, through onoff, on the kernel's own chips: what every adapter owes, and what sysfs can do beside it. */
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gpioChip } from '../../firmware/devices/gpiochip.ts';
import { onoffGpio } from '../../firmware/devices/onoff-gpio.ts';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import type { LinePlace } from '../../firmware/ports/gpio.ts';
import { gpioObligations } from '../conformance/gpio-obligations.ts';
import { type SimulatedChip, simulatedChip } from './gpio-sim.ts';

const LINES = ['tamper', 'lamp', 'hogged'];
const plain = { chip: 'old-box', activeLow: false, bias: 'as-is', debounceUs: 0 } as const;
let chip: SimulatedChip;

beforeAll(() => {
  // Another chip before it, so that the base is not the first.
  simulatedChip('in-front', ['nothing']);
  chip = simulatedChip('old-box', LINES, ['hogged']);
});
afterAll(() => chip.remove());

function board(changes: Partial<Record<string, Partial<LinePlace>>> = {}) {
  const lines = LINES.map((name, line): [string, LinePlace] => [name, { ...plain, line, ...changes[name] }]);
  return onoffGpio(Object.fromEntries(lines), systemClock());
}

gpioObligations('onoff', async () => ({
  gpio: board(),
  input: 'tamper',
  output: 'lamp',
  drive: async (active) => {
    chip.drive('tamper', active);
    // sysfs tells that a line changed, not how often: each edge must be heard before the next.
    await delay(100);
  },
  level: async () => chip.level('lamp'),
}));

describe('onoff on the kernel', () => {
  test('an active-low output starts inactive, which is high', () => {
    const lamp = board({ lamp: { activeLow: true } }).output('lamp');
    expect(chip.level('lamp')).toBe(true);
    lamp.set(true);
    expect(chip.level('lamp')).toBe(false);
    lamp.close();
  });

  test('what the kernel or the character device holds is busy, and what sysfs can not do is refused', () => {
    const code = (wanted: string) => expect.objectContaining({ code: wanted });
    expect(() => board().output('hogged')).toThrow(code('gpio.busy'));
    const other = gpioChip({ lamp: { ...plain, line: 'lamp' } }).output('lamp');
    expect(() => board().output('lamp')).toThrow(code('gpio.busy'));
    other.close();
    expect(() => board({ lamp: { bias: 'pull-up' } }).output('lamp')).toThrow(code('config.invalid-value'));
    expect(() => board({ lamp: { line: 'lamp' } }).output('lamp')).toThrow(code('config.invalid-value'));
    expect(() => board({ lamp: { line: 99 } }).output('lamp')).toThrow(code('gpio.missing'));
    expect(() => board({ lamp: { chip: 'no-such' } }).output('lamp')).toThrow(code('gpio.missing'));
  });

  test('a chip that vanishes is a fault for who writes, ends nothing else, and its lines are there again when it returns', async () => {
    const gpio = board();
    const lamp = gpio.output('lamp');
    const stop = new AbortController();
    gpio.edges('tamper', stop.signal);
    chip.unplug();
    expect(() => lamp.set(true)).toThrow(expect.objectContaining({ code: 'gpio.lost' }));
    await delay(300);
    stop.abort();
    lamp.close();
    expect(() => gpio.output('lamp')).toThrow(expect.objectContaining({ code: 'gpio.missing' }));
    chip.plugIn();
    gpio.output('lamp').close();
    const edges = gpio.edges('tamper', new AbortController().signal)[Symbol.asyncIterator]();
    const next = edges.next();
    chip.drive('tamper', true);
    expect((await next).value).toMatchObject({ rising: true, sequence: 1 });
    await edges.return?.();
  });
});
