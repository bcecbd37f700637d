/**
 * Where things lie: the project, what it installed, and the folder of this user that keeps what is long to
 * fetch or compile, so that a second clone or another `npm ci` finds it again.
 */
import { existsSync, readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the repository. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** A path inside the repository. */
export function inProject(...parts) {
  return path.join(root, ...parts);
}

/** A path inside this project's folder in the user's cache (XDG on Linux, the system's own place elsewhere). */
export function inCache(...parts) {
  return path.join(userCache(), 'concertation', ...parts);
}

function userCache() {
  if (process.env.XDG_CACHE_HOME) return process.env.XDG_CACHE_HOME;
  if (process.platform === 'win32')
    return process.env.LOCALAPPDATA ?? path.join(os.homedir(), 'AppData', 'Local');
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches');
  return path.join(os.homedir(), '.cache');
}

/** The version of an installed package. */
export function installedVersion(packageName) {
  return JSON.parse(readFileSync(inProject('node_modules', packageName, 'package.json'), 'utf8')).version;
}

/**
 * The Node that the project brings (24): Vitest, Vite and electron-builder refuse the Node 20 which this set-up
 * is content with. Falls back to the Node that runs now when the project's own is not installed yet.
 */
export function projectNode() {
  const program = inProject(
    'node_modules',
    'node',
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  return existsSync(program) ? program : process.execPath;
}

/** The folder where the person typed the command: npm moves to the project's, relative paths mean theirs. */
export function typedIn() {
  return process.cwd() === root ? (process.env.INIT_CWD ?? root) : process.cwd();
}
