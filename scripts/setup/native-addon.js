/**
 * Step 4: the database's native part. The addon that comes from the registry runs in Node 22 and later and in
 * the official Electron; it crashes in the fallback runtime (Electron 33). For that one it is compiled here once
 * and put over the prebuilt file: the compiled one serves Electron 33, Node 20 and Node 24 alike, so nothing in
 * the product needs to choose.
 */
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import path from 'node:path';
import { cacheEntry } from './cache-entry.js';
import { installPackages } from './debian.js';
import { electronProgram } from './electron.js';
import { fallbackVersion } from './fallback-runtime.js';
import { inProject, installedVersion, projectNode } from './places.js';
import { capture, hasProgram, lastLines, projectEnvironment } from './processes.js';
import { StepError, say } from './step.js';

const addonPackage = inProject('node_modules', 'better-sqlite3');
const prebuilt = inProject('node_modules', 'better-sqlite3', 'prebuilds', 'linux-x64.node');
const asPublished = inProject('node_modules', '.cache', 'concertation', 'linux-x64.node.as-published');
/** The addon's own default asks for N-API 10, which Node 20 has not. */
const compilerFlags = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';

/**
 * Makes the installed addon fit the runtime.
 *
 * @param {'official' | 'fallback'} runtime
 */
export async function ensureNativeAddon(runtime) {
  if (runtime === 'official') {
    if (existsSync(asPublished)) renameSync(asPublished, prebuilt);
    return;
  }
  const name = `better-sqlite3-${installedVersion('better-sqlite3')}-electron-${fallbackVersion}-linux-x64`;
  const compiled = path.join(await cacheEntry(name, compile), 'better_sqlite3.node');
  if (readFileSync(prebuilt).equals(readFileSync(compiled))) return;
  mkdirSync(path.dirname(asPublished), { recursive: true });
  renameSync(prebuilt, asPublished);
  // Renamed into place: a program that has the old file loaded keeps it.
  copyFileSync(compiled, `${prebuilt}.new`);
  renameSync(`${prebuilt}.new`, prebuilt);
}

function compile(entry) {
  ensureCompiler();
  const nodeFolder = nodeWithHeaders();
  say('compiling the encrypted database for this Electron (once, about a minute)');
  // Below the project, so that node-gyp's rules find node-addon-api.
  const workshop = inProject('node_modules', '.cache', 'concertation', `native-${process.pid}`);
  try {
    cpSync(addonPackage, workshop, { recursive: true });
    const nodeGyp = inProject('node_modules', 'node-gyp', 'bin', 'node-gyp.js');
    const args = [nodeGyp, 'rebuild', '--release', '--force_build=1', `--nodedir=${nodeFolder}`, '-j', 'max'];
    const env = projectEnvironment({ CXXFLAGS: compilerFlags });
    const result = capture(projectNode(), args, { cwd: workshop, env });
    if (result.code !== 0) {
      throw new StepError(
        `The encrypted database could not be compiled:\n${lastLines(result.output, 25)}`,
        'Check the C++ compiler (g++ --version, 10 or later) and the free memory, then start again.',
      );
    }
    const built = path.join(workshop, 'build', 'Release', 'better_sqlite3.node');
    tryInElectron(built);
    copyFileSync(built, path.join(entry, 'better_sqlite3.node'));
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/** An addon that crashes the runtime must not reach the cache. */
function tryInElectron(addon) {
  const program = `require(${JSON.stringify(addon)})`;
  const env = projectEnvironment({ ELECTRON_RUN_AS_NODE: '1' });
  const result = capture(electronProgram(), ['-e', program], { env });
  if (result.code === 0) return;
  throw new StepError(
    `The compiled database does not load in Electron ${fallbackVersion}:\n${lastLines(result.output)}`,
    'Use Node 20 as the machine’s Node for the set-up (its headers are what was compiled against).',
  );
}

function ensureCompiler() {
  if (['g++', 'make', 'python3'].every(hasProgram)) return;
  installPackages('a C++ compiler, make and Python', ['g++', 'make', 'python3']);
}

/**
 * The folder above the `bin` of a Node that has its headers (`include/node`); the one which the project installs
 * from the registry has none.
 */
function nodeWithHeaders() {
  const named = process.env.npm_config_nodedir;
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .map((place) => path.join(place, 'node'))
    .filter(existsSync)
    .map((program) => path.dirname(path.dirname(realpathSync(program))));
  const found = [...(named ? [named] : []), ...onPath, '/usr', '/usr/local'].find((folder) =>
    existsSync(path.join(folder, 'include', 'node', 'node_api.h')),
  );
  if (found !== undefined) return found;
  throw new StepError(
    'The C++ headers of Node.js are not on this machine (include/node beside the folder of its program).',
    'Install Node.js 20 or later from its official archive or from NodeSource: both bring the headers.',
  );
}
