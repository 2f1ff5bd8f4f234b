import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SimClock } from '../../sim/clock.ts';

const clockAt = (startEpochMs = 1_000_000) => new SimClock({ startEpochMs });

describe('simulated clock', () => {
  test('stands still until it is moved', async () => {
    const clock = clockAt();
    expect(clock.monotonic()).toBe(0);
    await clock.advanceTo(250);
    expect(clock.monotonic()).toBe(250);
    expect(clock.wall()).toEqual({ epochMs: 1_000_250, quality: { source: 'simulated' } });
  });

  test('sleepers wake in order, each at its own time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 1000 }), { maxLength: 20 }), async (durations) => {
        const clock = clockAt();
        const woken: { due: number; at: number; order: number }[] = [];
        const sleeping = durations.map(async (duration, order) => {
          await clock.sleep(duration);
          woken.push({ due: duration, at: clock.monotonic(), order });
        });
        await clock.advanceTo(1000);
        await Promise.all(sleeping);
        for (const each of woken) expect(each.at).toBe(each.due);
        const sorted = [...woken].sort((a, b) => a.due - b.due || a.order - b.order);
        expect(woken).toEqual(sorted);
      }),
      { numRuns: 40 },
    );
  });

  test('one who sleeps again while time moves is woken again on the way', async () => {
    const clock = clockAt();
    const woken: number[] = [];
    const loop = (async () => {
      for (let i = 0; i < 3; i++) {
        await clock.sleep(100);
        woken.push(clock.monotonic());
      }
    })();
    await clock.advanceTo(1000);
    await loop;
    expect(woken).toEqual([100, 200, 300]);
  });

  test('an aborted sleeper is let go with the reason and wakes no more', async () => {
    const clock = clockAt();
    const stop = new AbortController();
    const sleeping = clock.sleep(500, stop.signal);
    const reason = new Error('enough');
    stop.abort(reason);
    await expect(sleeping).rejects.toBe(reason);
    await expect(clock.sleep(1, stop.signal)).rejects.toBe(reason);
    expect(clock.sleepers).toBe(0);
  });

  test('with a flow it follows the real clock and never goes back', async () => {
    let real = 0;
    const clock = new SimClock({ startEpochMs: 0, flow: () => real });
    real = 40;
    expect(clock.monotonic()).toBe(40);
    real = 30;
    expect(clock.monotonic()).toBe(40);
    await clock.advanceTo(35);
    expect(clock.monotonic()).toBe(40);
  });
});
