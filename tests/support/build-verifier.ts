import { build } from 'vite';

/** Workers that are bundled once for all tests: a worker thread cannot load TypeScript in every Node we run in. */
const workers = {
  verifier: 'main/core/packages/verifier.ts',
  'sheet-reader': 'main/core/spreadsheets/reading/reader.ts',
};

/** Bundles the workers under node_modules/.cache/tests. */
export default async function buildWorkers(): Promise<void> {
  for (const [name, source] of Object.entries(workers)) {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: source,
        target: 'node20',
        outDir: 'node_modules/.cache/tests',
        emptyOutDir: false,
        rollupOptions: { output: { entryFileNames: `${name}.mjs` } },
      },
      ssr: { noExternal: true },
    });
  }
}
