import { defineConfig } from 'vitest/config';

/** Needs a Trino server: `npm run test:trino`, and no part of `npm test`. */
export default defineConfig({
  test: {
    include: ['test/trino/**/*.test.ts'],
    env: { TZ: 'UTC' },
    pool: 'forks',
    // a server at a time
    fileParallelism: false,
    hookTimeout: 120_000,
  },
});
