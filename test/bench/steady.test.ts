/** Frames leave nothing behind, on one thread and on two; what `bench --only steady` says of ten thousand, of a few. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { measureSteadiness } from '../../firmware/bench/steady.ts';

const picture = fileURLToPath(new URL('../../docs/street.jpg', import.meta.url));

test.each([1, 2])(
  'what is held after 120 frames is what was held after 60, with %i under way',
  async (threads) => {
    // A frame's tensors alone would be 20 MiB more.
    const { ratio, heldMiB } = await measureSteadiness({ picture, frames: [60, 120], threads });
    expect(heldMiB[0]).toBeGreaterThan(5);
    expect(ratio).toBeLessThan(1.1);
  },
  60_000,
);
