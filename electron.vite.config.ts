import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/**
 * Three builds: the main side (window process, core worker, verifying and reading workers, command-line tool), the preload
 * (CommonJS, because a sandboxed preload cannot be a module) and the pages. Only native modules stay outside.
 */
export default defineConfig({
  main: {
    define: { __APPLICATION_VERSION__: JSON.stringify(version) },
    build: {
      target: 'node20',
      externalizeDeps: true,
      lib: {
        entry: {
          index: 'main/app/index.ts',
          worker: 'main/core/worker.ts',
          verifier: 'main/core/packages/verifier.ts',
          'sheet-reader': 'main/core/spreadsheets/reading/reader.ts',
          tool: 'main/tool/run.ts',
        },
        formats: ['es'],
      },
    },
  },
  preload: {
    build: {
      lib: { entry: { preload: 'main/app/preload.ts' }, formats: ['cjs'] },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: 'chrome130',
      assetsInlineLimit: 0,
      rollupOptions: { input: 'renderer/index.html' },
    },
  },
});
