/** The short part of the long outage: an hour without a broker, then a bad network. */
import { expect, test } from 'vitest';
import { outage } from './outage.ts';

test('what waited through an outage comes in order, each once, over a network that holds, cuts, repeats and refuses', async () => {
  const seen = await outage({ hours: 1, perHour: 1200, bad: 1000, seed: 3 });
  expect(seen).toMatchObject({ received: 1200, wrong: 0 });
  expect(seen.repeats).toBeGreaterThan(0);
  for (const count of Object.values(seen.counts)) expect(count).toBeGreaterThan(0);
}, 120_000);
