/** O1: where the unit's time does not run on from what it was, the log says so, also when its disk failed at first, and once a minute at most. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Fault } from '../../firmware/domain/fault.ts';
import { type ClockQuality, monotonicMs } from '../../firmware/domain/instant.ts';
import type { AuditEntry } from '../../firmware/ports/audit.ts';
import { ClockSteps } from '../../firmware/services/clock-steps.ts';

const MINUTE_MS = 60_000;
const ntp: ClockQuality = { source: 'ntp', uncertaintyMs: 20 };
const gps: ClockQuality = { source: 'gps', uncertaintyMs: 100 };

/** What is looked at, and what the log holds of it. */
function watched() {
  let [nowMs, epochMs, full, quality] = [0, 1.7e12, false, ntp];
  const records: (AuditEntry & { readonly atMs: number })[] = [];
  const steps = new ClockSteps({
    now: () => ({ epochMs, quality }),
    monotonic: () => monotonicMs(nowMs),
    audit: {
      record: (entry) => {
        if (full) throw new Fault('store.full', 'no room.');
        records.push({ ...entry, atMs: nowMs });
      },
    },
  });
  return {
    records,
    /** How far the time is from where it would be without steps. */
    aheadMs: () => epochMs - nowMs - 1.7e12,
    look(elapsedMs: number, { stepMs = 0, disk = 'writable', by = quality } = {}) {
      nowMs += elapsedMs;
      epochMs += elapsedMs + stepMs;
      [full, quality] = [disk === 'full', by];
      try {
        steps.look();
      } catch (error) {
        expect(error).toMatchObject({ code: 'store.full' });
      }
    },
  };
}

const told = (records: readonly AuditEntry[], field: string) =>
  records.reduce((sum, { detail }) => sum + Number(detail![field]), 0);

describe('O1 the steps on record', () => {
  const look = fc.record({
    elapsedMs: fc.integer({ min: 0, max: 20_000 }),
    stepMs: fc.oneof(fc.constant(0), fc.integer({ min: -1540, max: 1540 }), fc.integer({ min: -1e12, max: 1e12 })),
    disk: fc.constantFrom('writable', 'full'),
  });

  test('O1 bring the time that was to the time that is, but for what drifts, and are one record a minute at most', () => {
    fc.assert(
      fc.property(fc.array(look), (looks) => {
        const unit = watched();
        let [drifted, stepped] = [0, 0];
        for (const { elapsedMs, ...each } of looks) {
          unit.look(elapsedMs, each);
          const drifts = Math.abs(each.stepMs) <= 1540 + elapsedMs * 1e-4;
          if (drifts) drifted += Math.abs(each.stepMs);
          else stepped += 1;
        }
        unit.look(MINUTE_MS);
        expect(Math.abs(unit.aheadMs() - told(unit.records, 'stepMs'))).toBeLessThanOrEqual(drifted);
        expect(told(unit.records, 'steps')).toBe(stepped);
        for (const [index, { action, atMs }] of unit.records.entries()) {
          expect(action).toBe('unit.clock-stepped');
          if (index > 0) expect(atMs - unit.records[index - 1]!.atMs).toBeGreaterThanOrEqual(MINUTE_MS);
        }
      }),
    );
  });

  test('O1 are none where a receiver that is late in its second takes turns with a server', () => {
    const unit = watched();
    for (let turn = 0; turn < 10; turn += 1) {
      unit.look(1000, { stepMs: -1100, by: gps });
      unit.look(1000, { stepMs: 1100, by: ntp });
    }
    expect(unit.records).toEqual([]);
  });

  test('O1 tell the first at once, and of those that follow each second how many and how far in all', () => {
    const unit = watched();
    for (let second = 0; second < 60; second += 1) unit.look(1000, { stepMs: 5000, by: gps });
    expect(unit.records).toMatchObject([{ by: 'unit', detail: { stepMs: 5000, steps: 1, source: 'gps' } }]);
    unit.look(1000);
    expect(unit.records.slice(1)).toMatchObject([{ detail: { stepMs: 59 * 5000, steps: 59 } }]);
  });
});
