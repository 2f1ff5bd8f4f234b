import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // Read by TensorFlow where tfjs-node brings it, as in firmware/main.ts.
    env: { TF_CPP_MIN_LOG_LEVEL: '1', TF_NUM_INTRAOP_THREADS: '1' },
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
