import { defineConfig } from 'vitest/config';

/** Some thousand questions through the API; the figures are printed. */
export default defineConfig({
  test: {
    include: ['test/attack/**/*.test.ts'],
    env: { TZ: 'UTC', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: 1_200_000,
    hookTimeout: 120_000,
    pool: 'forks',
  },
});
