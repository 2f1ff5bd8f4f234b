/** What the clock is said to be worth, while the kernel is told so by hand as a daemon tells it. */
import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { systemClock } from '../../firmware/devices/system-clock.ts';
import { kernelClock } from '../../native/index.ts';

/** From linux/timex.h. */
const ADJ_MAXERROR = 4;
const ADJ_ESTERROR = 8;
const ADJ_STATUS = 16;
const STA_PLL = 1;
const STA_UNSYNC = 64;

afterAll(() => told({ status: STA_UNSYNC, maximumUs: 16_000_000, estimatedUs: 16_000_000 }));

function told(clock: { readonly status: number; readonly maximumUs: number; readonly estimatedUs: number }): void {
  const modes = ADJ_STATUS | ADJ_MAXERROR | ADJ_ESTERROR;
  const script = `import ctypes, struct
timex = ctypes.create_string_buffer(struct.pack('I4xqqqqi', ${modes}, 0, 0, ${clock.maximumUs}, ${clock.estimatedUs}, ${clock.status}), 208)
assert ctypes.CDLL(None).adjtimex(timex) >= 0`;
  execFileSync('python3', ['-c', script], { stdio: 'inherit' });
}

test('a clock that nobody keeps is free-running, one that is kept has a bound, which grows until it is renewed', async () => {
  told({ status: STA_UNSYNC, maximumUs: 16_000_000, estimatedUs: 16_000_000 });
  expect(systemClock().wall().quality).toEqual({ source: 'free-running' });
  told({ status: STA_PLL, maximumUs: 20_000, estimatedUs: 3000 });
  const { source, uncertaintyMs } = systemClock().wall().quality;
  expect(source).toBe('ntp');
  expect(uncertaintyMs).toBeGreaterThanOrEqual(20);
  expect(uncertaintyMs).toBeLessThan(25);
  expect(kernelClock()).toMatchObject({ synchronised: true, pulse: false, estimatedErrorMs: 3 });
  await delay(2500);
  expect(systemClock().wall().quality.uncertaintyMs).toBeGreaterThan(uncertaintyMs! + 0.9);
});
