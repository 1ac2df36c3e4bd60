import { defineConfig } from 'vitest/config';
import { CountyFirst } from './test/county/county-first.ts';

/** Told when to kill a run by how long it took before: nothing else may run beside. */
const timed = ['test/e2e/**/killed-*.long.test.ts'];

/** Of `npm test` too, where fewer are drawn. */
const drawnMore = 'test/contract/sql/client-months.test.ts';

/** Many kills, many crash points, a model trained again and again: `*.long.test.ts`, beside what they are about. */
export default defineConfig({
  test: {
    globalSetup: ['test/county/folder-of-a-run.ts'],
    env: {
      TZ: 'UTC',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
      ENNAKKO_LAKES: '3',
    },
    testTimeout: 600_000,
    hookTimeout: 900_000,
    pool: 'forks',
    sequence: { sequencer: CountyFirst },
    projects: [
      {
        extends: true,
        test: {
          name: 'side by side',
          include: ['test/**/*.long.test.ts', drawnMore],
          exclude: timed,
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
