/** The suites that run inside the guest (guest.ts): one process, one file after the other, on the kernel's own devices. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/hil/*.guest.ts'],
    fileParallelism: false,
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    reporters: ['verbose'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
