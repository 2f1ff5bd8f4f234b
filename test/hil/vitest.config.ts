/** The suites that run inside the guest (guest.ts): one process, one file after the other, on the kernel's own devices. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/hil/*.{guest,machine}.ts'],
    fileParallelism: false,
    // Not threads: epoll, under onoff, ends the process when it is used outside the main thread.
    pool: 'forks',
    maxWorkers: 1,
    isolate: false,
    reporters: ['verbose'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
