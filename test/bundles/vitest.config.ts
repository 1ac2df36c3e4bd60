import { defineConfig } from 'vitest/config';

/** Bundles of all Lambdas, each invoked in a process of its own. */
export default defineConfig({
  test: {
    include: ['test/bundles/**/*.test.ts'],
    env: { TZ: 'UTC' },
    testTimeout: 180_000,
    hookTimeout: 600_000,
    pool: 'forks',
    fileParallelism: false,
  },
});
