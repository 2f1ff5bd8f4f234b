import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../firmware/domain/fault.ts';
import { parseScenario, readScenario, scenarioNames } from '../../sim/scenario.ts';

const text = readFileSync(new URL('../../sim/scenarios/quiet-day.toml', import.meta.url), 'utf8');
const faultFrom = (read: () => unknown): Fault => {
  try {
    read();
  } catch (error) {
    if (error instanceof Fault) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('scenarios', () => {
  test('the four that every release has are there and sound', () => {
    expect(scenarioNames()).toEqual(expect.arrayContaining(['night-ir', 'patrol', 'quiet-day', 'rush-hour']));
    for (const name of scenarioNames()) expect(readScenario(name).name).toBe(name);
  });

  test('an unknown one is refused with the names there are', () => {
    const fault = faultFrom(() => readScenario('../quiet-day'));
    expect(fault.code).toBe('config.invalid-value');
    expect(fault.detail).toContain('rush-hour');
  });

  test('an unknown key is named with its place', () => {
    const fault = faultFrom(() => parseScenario(text.replace('tilt_deg', 'tilt_degrees'), 'x.toml'));
    expect(fault.code).toBe('config.unknown-key');
    expect(fault.detail).toBe('x.toml: camera.tilt_degrees');
  });

  test('a value out of range is named with what is allowed', () => {
    const fault = faultFrom(() => parseScenario(text.replace('rate_hz = 12', 'rate_hz = 1200'), 'x.toml'));
    expect(fault.code).toBe('config.invalid-value');
    expect(fault.detail).toMatch(/camera\.rate_hz.*120/);
  });

  test('what is no TOML is unreadable', () => {
    expect(faultFrom(() => parseScenario('name = [', 'x.toml')).code).toBe('config.unreadable');
  });
});
