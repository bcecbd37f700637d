/**
 * Step 1: the dependencies, exactly as the lock file names them.
 *
 * Whether they are there is read from npm's own record of what it installed (`node_modules/.package-lock.json`,
 * written only when an installation has ended): an interrupted installation or a changed lock file is seen, and
 * a developer's own `npm install` is not undone.
 */
import { existsSync, readFileSync } from 'node:fs';
import { inProject, root } from './places.js';
import { captureNpm, lastLines } from './processes.js';
import { StepError, say } from './step.js';

/** Installs what package-lock.json names, when it is not installed already. */
export function ensureDependencies() {
  if (areInstalled()) return;
  if (process.platform === 'win32' && process.execPath.startsWith(inProject('node_modules'))) {
    // Windows does not let npm replace the very Node that runs this script.
    throw new StepError(
      'The dependencies have changed since they were installed.',
      'Type: npm ci   then start again.',
    );
  }
  say('installing the dependencies from package-lock.json (npm ci; some minutes the first time)');
  const result = captureNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: root });
  if (result.code === 0 && areInstalled()) return;
  throw new StepError(
    `npm ci failed:\n${lastLines(result.output)}`,
    'Check that the npm registry can be reached (npm ping) and that the disk has 2 GB free, then start again.',
  );
}

function areInstalled() {
  const record = inProject('node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const isAsWanted = ([place, entry]) => {
    const found = installed[place];
    // Packages for other platforms are optional and rightly absent.
    if (!found) return place === '' || entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  };
  return Object.entries(wanted).every(isAsWanted) && Object.keys(installed).every((place) => place in wanted);
}
