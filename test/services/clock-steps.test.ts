/** O1: where the unit's time does not run on from what it was, the log says so, once, also when its disk failed at first. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Fault } from '../../firmware/domain/fault.ts';
import { monotonicMs } from '../../firmware/domain/instant.ts';
import type { AuditEntry } from '../../firmware/ports/audit.ts';
import { ClockSteps } from '../../firmware/services/clock-steps.ts';

const look = fc.record({
  elapsedMs: fc.integer({ min: 0, max: 5000 }),
  stepMs: fc.oneof(fc.constant(0), fc.integer({ min: -999, max: 999 }), fc.integer({ min: -1e12, max: 1e12 })),
  full: fc.boolean(),
});

test('O1 the steps on record bring the time that was to the time that is, but for what drifts', () => {
  fc.assert(
    fc.property(fc.array(look), (looks) => {
      let [nowMs, epochMs, full] = [0, 1.7e12, false];
      const records: AuditEntry[] = [];
      const steps = new ClockSteps({
        now: () => ({ epochMs, quality: { source: 'ntp' } }),
        monotonic: () => monotonicMs(nowMs),
        audit: {
          record: (entry) => {
            if (full) throw new Fault('store.full', 'no room.');
            records.push(entry);
          },
        },
      });
      let drifted = 0;
      for (const each of [...looks, { elapsedMs: 1000, stepMs: 0, full: false }]) {
        nowMs += each.elapsedMs;
        epochMs += each.elapsedMs + each.stepMs;
        ({ full } = each);
        if (Math.abs(each.stepMs) < 1000) drifted += Math.abs(each.stepMs);
        try {
          steps.look();
        } catch (error) {
          expect(error).toMatchObject({ code: 'store.full' });
        }
      }
      const told = records.reduce((sum, { detail }) => sum + Number(detail!.stepMs), 0);
      expect(Math.abs(epochMs - nowMs - 1.7e12 - told)).toBeLessThanOrEqual(drifted);
      for (const { action, detail } of records)
        expect([action, Math.abs(Number(detail!.stepMs)) >= 1000]).toEqual(['unit.clock-stepped', true]);
    }),
  );
});
