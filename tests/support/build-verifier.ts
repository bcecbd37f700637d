import { build } from 'vite';

/** Bundles the verifying worker once for all tests: a worker thread cannot load TypeScript in every Node we run in. */
export default async function buildVerifier(): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'main/core/packages/verifier.ts',
      target: 'node20',
      outDir: 'node_modules/.cache/tests',
      rollupOptions: { output: { entryFileNames: 'verifier.mjs' } },
    },
    ssr: { noExternal: true },
  });
}
