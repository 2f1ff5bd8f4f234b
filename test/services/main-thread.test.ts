import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { MainThreadWatch } from '../../firmware/services/main-thread.ts';

test('a thread that is blocked shows as late by as long, once', async () => {
  using watch = new MainThreadWatch();
  expect(watch.lag()).toBeUndefined();
  await delay(50);
  const until = performance.now() + 120;
  while (performance.now() < until);
  await delay(50);
  expect(watch.lag()!.maxMs).toBeGreaterThan(90);
  await delay(50);
  expect(watch.lag()!.maxMs).toBeLessThan(90);
});
