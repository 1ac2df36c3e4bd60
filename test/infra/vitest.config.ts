import { defineConfig } from 'vitest/config';

/** The stacks are synthesised once, from the real bundles. */
export default defineConfig({
  test: {
    include: ['test/infra/**/*.test.ts'],
    env: { TZ: 'UTC', AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: 'forks',
  },
});
