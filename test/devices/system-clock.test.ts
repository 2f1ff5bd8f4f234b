import { describe, expect, test } from 'vitest';
import { kernelQuality, systemClock } from '../../firmware/devices/system-clock.ts';
import { kernelClock } from '../../native/index.ts';

const kept = {
  synchronised: true,
  pulse: false,
  leapSecond: false,
  offsetMs: -0.5,
  maximumErrorMs: 12,
  estimatedErrorMs: 2,
};

describe('the system’s clock', () => {
  test('is worth what the kernel says', () => {
    expect(kernelQuality(kept)).toEqual({ source: 'ntp', uncertaintyMs: 12.5 });
    expect(kernelQuality({ ...kept, pulse: true, maximumErrorMs: 0.002, offsetMs: 0 })).toEqual({
      source: 'pps',
      uncertaintyMs: 0.002,
    });
    expect(kernelQuality({ ...kept, synchronised: false, pulse: true })).toEqual({ source: 'free-running' });
  });

  test('a daemon that gives no estimate is given a bound of ours, and a leap second costs a second', () => {
    expect(kernelQuality({ ...kept, estimatedErrorMs: 0 }).uncertaintyMs).toBe(112.5);
    expect(kernelQuality({ ...kept, leapSecond: true }).uncertaintyMs).toBe(1012.5);
  });

  test('asks this kernel, whatever it says', () => {
    const clock = kernelClock();
    expect(clock.maximumErrorMs).toBeGreaterThanOrEqual(0);
    expect(clock.maximumErrorMs).toBeLessThanOrEqual(16_000);
    const { quality } = systemClock().wall();
    expect(quality.source === 'free-running').toBe(!clock.synchronised);
    expect(quality.uncertaintyMs === undefined).toBe(!clock.synchronised);
  });
});
