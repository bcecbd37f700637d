import { build } from 'vite';

/** Bundles the measures of the core, since Electron's Node loads no TypeScript; gives the path of the bundle. */
export async function buildCoreMeasures(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { __APPLICATION_VERSION__: JSON.stringify('0.1.0') },
    build: {
      ssr: 'tests/bench/core/run.ts',
      target: 'node20',
      outDir: 'node_modules/.cache/tests/bench',
      rollupOptions: { output: { entryFileNames: 'core.mjs', chunkFileNames: '[name].mjs' } },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
  return 'node_modules/.cache/tests/bench/core.mjs';
}
