import { defineConfig } from '@playwright/test';

/**
 * Tests of real windows: `window` runs the built application of out/, `packaged` the unpacked one of dist/; `demo`
 * keeps pictures of what `npm run demo` made, `bench` measures. One at a time, since they share the display; what
 * fails is not tried again.
 */
export default defineConfig({
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'window', testDir: 'tests/e2e', outputDir: 'test-results/window' },
    { name: 'packaged', testDir: 'tests/packaged', outputDir: 'test-results/packaged', timeout: 120_000 },
    { name: 'demo', testDir: 'tests/support/demo', outputDir: 'test-results/demo', timeout: 300_000 },
    { name: 'bench', testDir: 'tests/bench', outputDir: 'test-results/bench', timeout: 1_800_000 },
  ],
});
