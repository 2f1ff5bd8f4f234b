/** The outbox of checkpoints and results: what was put waits until it is acknowledged, over new starts, each kind by its own count. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { openNoticeBox } from '../../firmware/devices/notice-box.ts';

const root = mkdtempSync(join(tmpdir(), 'notices-'));
afterAll(() => rmSync(root, { recursive: true }));
const never = new AbortController().signal;
const kinds = ['audit', 'result'] as const;

test('whatever is put, acknowledged and opened anew: what waits is what was put after the last acknowledgement, in order', () => {
  const kind = fc.constantFrom(...kinds);
  const step = fc.oneof(
    fc.record({ do: fc.constant('put' as const), kind }),
    fc.record({ do: fc.constant('acknowledge' as const), kind, share: fc.double({ min: 0, max: 1, noNaN: true }) }),
    fc.record({ do: fc.constant('open' as const), kind }),
  );
  let runs = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const path = join(root, `${runs++}.sqlite`);
      let box = openNoticeBox(path);
      const put = { audit: 0n, result: 0n };
      const acknowledged = { audit: 0n, result: 0n };
      for (const each of steps) {
        if (each.do === 'put') {
          put[each.kind] += 1n;
          box.put(each.kind, (sequence) => Buffer.from(`${each.kind} ${sequence}`));
        } else if (each.do === 'open') {
          box[Symbol.dispose]();
          box = openNoticeBox(path);
        } else {
          const waiting = Number(put[each.kind] - acknowledged[each.kind]);
          if (waiting === 0) continue;
          acknowledged[each.kind] += BigInt(Math.max(1, Math.round(waiting * each.share)));
          box.acknowledge(each.kind, acknowledged[each.kind]);
        }
        for (const one of kinds) {
          const rows = box.outbox(one, 100).map(({ payload }) => Buffer.from(payload).toString());
          const waiting = Number(put[one] - acknowledged[one]);
          expect(rows).toEqual(
            Array.from({ length: waiting }, (_, at) => `${one} ${acknowledged[one] + BigInt(at) + 1n}`),
          );
        }
        expect(box.waitingNow()).toBe(Number(put.audit + put.result - acknowledged.audit - acknowledged.result));
      }
      box[Symbol.dispose]();
    }),
    { numRuns: 40 },
  );
});

test('who waits for a kind is woken by it alone', async () => {
  using box = openNoticeBox(':memory:');
  const stop = new AbortController();
  const audit = box.waiting('audit', never);
  const result = box.waiting('result', stop.signal);
  box.put('audit', () => Buffer.of(1));
  await audit;
  stop.abort(new Error('enough'));
  await expect(result).rejects.toThrow('enough');
  await expect(box.waiting('audit', stop.signal)).rejects.toThrow('enough');
});
