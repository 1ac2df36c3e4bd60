import { defineConfig } from 'vitest/config';

/** Told when to kill a run by how long it took before: nothing else may run beside. */
const timed = ['test/e2e/killed/**/*.test.ts', 'test/e2e/gate/killed-*.test.ts'];
/** Suites of their own, each with a named command, as they need a server, built bundles or time. */
const others = ['test/trino/**', 'test/moto/**', 'test/bundles/**', 'test/attack/**'];

export default defineConfig({
  test: {
    env: { TZ: 'UTC', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          name: 'side by side',
          include: ['test/**/*.test.ts'],
          exclude: [...others, ...timed],
          maxWorkers: '100%',
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: { name: 'alone', include: timed, maxWorkers: 1, sequence: { groupOrder: 1 } },
      },
    ],
  },
});
