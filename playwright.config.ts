import { defineConfig } from '@playwright/test';

/**
 * Tests of real windows: `window` runs the built application of out/, `packaged` the unpacked one of dist/; `demo`
 * keeps pictures of what `npm run demo` made, `bench` measures. What fails is not tried again. Windows are driven two
 * at a time, each with a profile and a home of its own; what they share is the display, where a page takes its keys
 * from the test and not from the window that has the focus. What is measured has the machine to itself.
 */
export default defineConfig({
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  projects: [
    { name: 'window', testDir: 'tests/e2e', outputDir: 'test-results/window' },
    { name: 'packaged', testDir: 'tests/packaged', outputDir: 'test-results/packaged', timeout: 120_000 },
    { name: 'demo', testDir: 'tests/support/demo', outputDir: 'test-results/demo', timeout: 300_000 },
    {
      name: 'bench',
      testDir: 'tests/bench',
      outputDir: 'test-results/bench',
      timeout: 1_800_000,
      workers: 1,
    },
  ],
});
