/**
 * Packages of the system on Debian and its relatives: installed when this runs as root there, otherwise named in
 * a command to type.
 */
import { existsSync } from 'node:fs';
import { capture, hasProgram, lastLines } from './processes.js';
import { StepError, say } from './step.js';

/** Whether this process may install packages with apt-get. */
export function mayInstallPackages() {
  return process.platform === 'linux' && process.getuid() === 0 && hasProgram('apt-get');
}

/**
 * Installs Debian packages, or stops with the command that does.
 *
 * @param {string} purpose what they are for, in words: "Electron's libraries"
 * @param {string[]} packages
 */
export function installPackages(purpose, packages) {
  if (!mayInstallPackages()) {
    throw new StepError(`Missing on this system: ${purpose}.`, wayOut(packages));
  }
  say(`installing ${purpose} (apt-get install ${packages.join(' ')})`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = capture('apt-get', ['update'], { env });
  const names = packages.map(nameOnThisRelease);
  const install = capture('apt-get', ['install', '--yes', '--no-install-recommends', ...names], { env });
  if (install.code === 0) return;
  const output = update.code === 0 ? install.output : update.output;
  throw new StepError(`apt-get failed:\n${lastLines(output)}`, 'Check the package sources of this system.');
}

function wayOut(packages) {
  const command = `apt-get install --no-install-recommends ${packages.join(' ')}`;
  return existsSync('/etc/debian_version')
    ? `Type: sudo apt-get update && sudo ${command}`
    : `Install what Debian calls: ${packages.join(' ')}`;
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries for their 64-bit time: libgtk-3-0 became libgtk-3-0t64. */
function nameOnThisRelease(name) {
  const renamed = `${name}t64`;
  return capture('apt-cache', ['show', '--no-all-versions', renamed]).code === 0 ? renamed : name;
}
