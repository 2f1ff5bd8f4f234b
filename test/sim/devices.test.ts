import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Edge } from '../../firmware/ports/gpio.ts';
import { SimClock } from '../../sim/clock.ts';
import { SimGpio } from '../../sim/devices/gpio.ts';
import { FaultSwitch, UnsupportedFault } from '../../sim/faults.ts';

const lines = { inputs: ['ignition', 'tamper'], outputs: ['lamp'] };

describe('simulated GPIO', () => {
  test('edges come in order, alternate, and carry the time they were driven at', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 50 })), { maxLength: 30 }),
        async (drives) => {
          const clock = new SimClock({ startEpochMs: 0 });
          const gpio = new SimGpio(clock, lines);
          const stop = new AbortController();
          const edges = gpio.edges('ignition', stop.signal);
          const expected: { rising: boolean; monotonic: number }[] = [];
          let level = false;
          let now = 0;
          for (const [active, wait] of drives) {
            now += wait;
            await clock.advanceTo(now);
            gpio.drive('ignition', active);
            if (active !== level) expected.push({ rising: active, monotonic: now });
            level = active;
          }
          const seen: Edge[] = [];
          if (expected.length > 0) {
            for await (const edge of edges) {
              seen.push(edge);
              if (seen.length === expected.length) break;
            }
          }
          stop.abort();
          expect(seen.map(({ rising, monotonic }) => ({ rising, monotonic }))).toEqual(expected);
          expect(seen.map((edge) => edge.sequence)).toEqual(expected.map((_, i) => i + 1));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('one line’s edges do not show on another', () => {
    const clock = new SimClock({ startEpochMs: 0 });
    const gpio = new SimGpio(clock, lines);
    const iterator = gpio.edges('tamper', AbortSignal.abort())[Symbol.asyncIterator]();
    gpio.drive('ignition', true);
    return expect(iterator.next()).resolves.toMatchObject({ done: true });
  });

  test('the back door sees what an output did and when', async () => {
    const clock = new SimClock({ startEpochMs: 0 });
    const gpio = new SimGpio(clock, lines);
    const lamp = gpio.output('lamp');
    lamp.set(true);
    await clock.advanceTo(20);
    lamp.close();
    expect(gpio.changes).toEqual([
      { line: 'lamp', active: true, monotonic: 0 },
      { line: 'lamp', active: false, monotonic: 20 },
    ]);
  });
});

describe('fault switch', () => {
  test('a fault that the device can not simulate is refused, and what held before goes on', () => {
    const dark = 'a lamp is lit or dark';
    const refused = {
      stuck: dark,
      garbage: dark,
      wrong: dark,
      slow: 'it has no rate',
      delayed: dark,
      intermittent: dark,
    };
    const faults = new FaultSwitch('lamp', ['off'], refused);
    faults.set('off');
    expect(() => faults.set('slow')).toThrow(
      new UnsupportedFault('the simulated lamp can not be "slow": it has no rate'),
    );
    expect(faults.present).toBe('off');
    faults.set(undefined);
    expect(faults.present).toBeUndefined();
  });
});
