/** Ages over simulated units: boots, time off, clocks that lie, and trust that comes late, never or wrong. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Boot,
  calendarByNow,
  calendarOf,
  dueUntil,
  leastAge,
  noEarlierThan,
  vouchedFor,
} from '../../firmware/domain/lifetime.ts';

/** A boot as it truly was. The calendar of the world begins at 0 with the first boot. */
const history = fc.array(
  fc.record({ offMs: fc.nat({ max: 50_000 }), ranMs: fc.integer({ min: 1, max: 50_000 }), vouched: fc.boolean() }),
  { minLength: 1, maxLength: 8 },
);

interface World {
  readonly boots: readonly Boot[];
  readonly nowMs: number;
  /** True calendar of a life. */
  trueAt(lifeMs: number): number;
}

function worldOf(steps: readonly { offMs: number; ranMs: number; vouched: boolean }[]): World {
  const boots: Boot[] = [];
  const offsets: number[] = [];
  let lifeMs = 0;
  let offMs = 0;
  for (const each of steps) {
    offMs += each.offMs;
    offsets.push(offMs);
    boots.push({ fromMs: lifeMs, toMs: lifeMs + each.ranMs, ...(each.vouched && { offsetMs: offMs }) });
    // What comes next is another life, so that no moment is in two boots.
    lifeMs += each.ranMs + 1;
  }
  const nowMs = lifeMs - 1;
  const trueAt = (life: number) => life + (offsets[boots.findLastIndex(({ fromMs }) => fromMs <= life)] ?? 0);
  return { boots, nowMs, trueAt };
}

const worldAndStored = fc.tuple(history, fc.double({ min: 0, max: 1, noNaN: true })).map(([steps, share]) => {
  const world = worldOf(steps);
  const at = Math.floor(world.nowMs * share);
  const inside = world.boots.some(({ fromMs, toMs }) => fromMs <= at && at <= toMs);
  return { ...world, steps, storedMs: inside ? at : at - 1 };
});

test('R1 nothing is older than it can be: the least age is never above the true one', () => {
  fc.assert(
    fc.property(worldAndStored, ({ boots, nowMs, storedMs, trueAt }) => {
      expect(leastAge(boots, nowMs, storedMs)).toBeLessThanOrEqual(trueAt(nowMs) - trueAt(storedMs));
    }),
  );
});

test('R1 where its boot and the present one learned the time, ever, the age is exact', () => {
  fc.assert(
    fc.property(worldAndStored, ({ boots, nowMs, storedMs, trueAt }) => {
      const own = boots.findLastIndex(({ fromMs }) => fromMs <= storedMs);
      fc.pre(boots[own]?.offsetMs !== undefined && boots.at(-1)?.offsetMs !== undefined);
      expect(leastAge(boots, nowMs, storedMs)).toBe(trueAt(nowMs) - trueAt(storedMs));
    }),
  );
});

test('R1 where no clock could be trusted, time that the unit ran counts all the same', () => {
  fc.assert(
    fc.property(worldAndStored, ({ boots, nowMs, storedMs }) => {
      expect(leastAge(boots, nowMs, storedMs)).toBeGreaterThanOrEqual(nowMs - storedMs);
    }),
  );
});

test('R1 what is due is what has the age: no more and no less', () => {
  fc.assert(
    fc.property(worldAndStored, fc.nat({ max: 200_000 }), ({ boots, nowMs, storedMs }, ageMs) => {
      const until = dueUntil(boots, nowMs, ageMs) ?? Number.NEGATIVE_INFINITY;
      expect(storedMs <= until).toBe(leastAge(boots, nowMs, storedMs) >= ageMs);
    }),
    { numRuns: 1000 },
  );
});

test('R1 clocks that contradict each other, however far, never make the older the younger', () => {
  const boots = fc
    .array(fc.record({ ranMs: fc.nat({ max: 9000 }), offsetMs: fc.option(fc.integer({ min: -1e12, max: 1e12 })) }), {
      minLength: 1,
      maxLength: 8,
    })
    .map((steps) => {
      let lifeMs = 0;
      return steps.map(({ ranMs, offsetMs }) => {
        const boot = { fromMs: lifeMs, toMs: lifeMs + ranMs, ...(offsetMs !== null && { offsetMs }) };
        lifeMs += ranMs;
        return boot;
      });
    });
  fc.assert(
    fc.property(boots, fc.nat({ max: 72_000 }), fc.nat({ max: 72_000 }), (all, one, other) => {
      const nowMs = all.at(-1)!.toMs;
      const [older, younger] = [Math.min(one, other, nowMs), Math.min(Math.max(one, other), nowMs)];
      expect(leastAge(all, nowMs, older)).toBeGreaterThanOrEqual(leastAge(all, nowMs, younger) + younger - older);
    }),
  );
});

test('a calendar is given to what was stored before anyone knew the time, once the boot has learned it', () => {
  const before: Boot = { fromMs: 0, toMs: 100 };
  expect(calendarOf([before], 40)).toBeUndefined();
  expect(calendarOf([{ ...before, offsetMs: 1_700_000_000_000 }], 40)).toBe(1_700_000_000_040);
});

test('H2 H5 a clock that fell back over a loss of power does not make the unit’s time earlier than it surely is', () => {
  fc.assert(
    fc.property(worldAndStored, fc.integer({ min: -1e6, max: 1e6 }), ({ boots, nowMs, trueAt }, epochMs) => {
      const surelyMs = calendarByNow(boots, nowMs);
      const quality = { source: 'free-running' } as const;
      const now = noEarlierThan(surelyMs, { epochMs, quality });
      expect(now.epochMs).toBe(Math.max(epochMs, surelyMs ?? epochMs));
      if (epochMs <= trueAt(nowMs)) expect(now.epochMs).toBeLessThanOrEqual(trueAt(nowMs));
      const vouched = { epochMs, quality: { source: 'ntp' } } as const;
      expect(noEarlierThan(surelyMs, vouched)).toBe(vouched);
    }),
  );
});

test('a time is vouched for by what keeps it, within ten seconds', () => {
  const at = (source: 'gps' | 'ntp' | 'free-running', uncertaintyMs?: number) =>
    vouchedFor({ epochMs: 0, quality: { source, ...(uncertaintyMs !== undefined && { uncertaintyMs }) } });
  expect(at('gps')).toBe(true);
  expect(at('ntp', 9999)).toBe(true);
  expect(at('ntp', 16_000)).toBe(false);
  expect(at('free-running')).toBe(false);
  expect(at('free-running', 1)).toBe(false);
});
