import { defineConfig } from 'vitest/config';

/** Unit and integration tests run against real files and the real encrypted database, one process a file. */
export default defineConfig({
  define: { __APPLICATION_VERSION__: JSON.stringify('0.1.0') },
  test: {
    include: ['tests/core/**/*.test.ts', 'tests/hostile/**/*.test.ts'],
    globalSetup: 'tests/support/build-programs.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
