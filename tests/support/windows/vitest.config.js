/**
 * The command-line tool under Windows' own Node, which Wine runs (`npm run test:windows`). Vitest itself runs here;
 * only the tool is played there. The tests of the file build on one demo, so they keep their order.
 */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/support/windows/*.test.ts'],
    testTimeout: 300_000,
    hookTimeout: 900_000,
  },
});
