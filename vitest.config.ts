import { defineConfig } from 'vitest/config';
import { CountyFirst } from './test/county/county-first.ts';

/** Suites of their own, each with a named command, as they need a server, built bundles or time. */
const others = ['trino', 'moto', 'bundles', 'attack', 'infra'].map((suite) => `test/${suite}/**`);

/** What a newcomer and every commit runs. */
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...others, 'test/**/*.long.test.ts'],
    globalSetup: ['test/county/folder-of-a-run.ts'],
    env: { TZ: 'UTC', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: 300_000,
    hookTimeout: 300_000,
    pool: 'forks',
    maxWorkers: '100%',
    sequence: { sequencer: CountyFirst },
    // what a file imports is loaded once a worker, not once a file
    isolate: false,
  },
});
