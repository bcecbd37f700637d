/**
 * The core's tests once more, in the Node that is inside Electron: an API that only the developers' Node has, or
 * a native addon that only that Node loads, fails here. Vitest itself stays in the developers' Node; only the
 * processes that it forks for the test files are Electron's, which behaves as Node when the variable is set. The
 * hostile tests of whole services and those that kill processes run in Node alone: they take most of the time, in
 * starting processes and deriving keys, and meet no API that the others do not.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { mergeConfig } from 'vitest/config';
import inNode from '../../../vitest.config.ts';

process.execPath = createRequire(import.meta.url)('electron');
process.env.ELECTRON_RUN_AS_NODE = '1';

export default mergeConfig(inNode, {
  test: {
    exclude: ['tests/hostile/kills/**', 'tests/hostile/service/**'],
    setupFiles: [fileURLToPath(new URL('is-electron.ts', import.meta.url))],
  },
});
