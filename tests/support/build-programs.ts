import { build } from 'vite';

/**
 * Bundles what runs outside Vitest, once for all tests: the workers that verify and read files, because a worker
 * thread cannot load TypeScript in every Node we run in, and the program that is killed.
 */
export default async function buildPrograms(): Promise<void> {
  await bundle('main/core/packages/verifier.ts', 'verifier.mjs');
  await bundle('main/core/spreadsheets/reading/reader.ts', 'sheet-reader.mjs');
  await bundle('tests/support/kills/victim.ts', 'victim.mjs');
}

async function bundle(entry: string, fileName: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    define: { __APPLICATION_VERSION__: JSON.stringify('0.1.0') },
    build: {
      ssr: entry,
      target: 'node20',
      outDir: 'node_modules/.cache/tests',
      emptyOutDir: false,
      rollupOptions: {
        // The encrypted SQLite is a native addon: it stays where it is.
        external: ['better-sqlite3'],
        output: { entryFileNames: fileName, codeSplitting: false },
      },
    },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
  });
}
