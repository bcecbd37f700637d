/**
 * The switches that a development run of Electron needs on this machine. The application itself never asks to
 * run without Chromium's sandbox; where the system offers none to an unpackaged Electron, that is said.
 */
import { existsSync, readFileSync } from 'node:fs';
import { say } from './step.js';

/** @returns {string[]} switches to put before the application's folder */
export function sandboxSwitches() {
  if (process.platform !== 'linux') return [];
  if (process.getuid() === 0) return ['--no-sandbox'];
  if (userNamespacesAreOpen()) return [];
  say('this system keeps user namespaces closed: Electron runs without its sandbox (development only)');
  return ['--no-sandbox'];
}

function userNamespacesAreOpen() {
  const value = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined);
  return (
    value('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    value('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1'
  );
}
