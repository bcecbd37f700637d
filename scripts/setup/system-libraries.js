/**
 * Step 3: the system's libraries that Electron is linked to on Linux.
 */
import { installPackages } from './debian.js';
import { electronProgram } from './electron.js';
import { capture } from './processes.js';
import { StepError } from './step.js';

const packages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libsecret-1-0',
];

/** Makes sure that Electron finds every library it is linked to. */
export function ensureSystemLibraries() {
  if (process.platform !== 'linux' || missingLibraries().length === 0) return;
  installPackages("Electron's system libraries", packages);
  const missing = missingLibraries();
  if (missing.length > 0) {
    throw new StepError(
      `Electron still lacks: ${missing.join(', ')}`,
      'Install the packages of this system that contain them, then start again.',
    );
  }
}

function missingLibraries() {
  const links = capture('ldd', [electronProgram()]).stdout;
  return [...links.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1]);
}
