/**
 * `npm run dist:dir`: the application as users receive it, unpacked, for the machine's own platform, in dist/.
 * Nothing is fetched. With the fallback runtime the result is for tests only.
 */
import { presentRuntime } from '../setup/electron.js';
import { fallbackRuntime, fallbackVersion } from '../setup/fallback-runtime.js';
import { inProject, projectNode } from '../setup/places.js';
import { hand } from '../setup/processes.js';

/** @param {string[]} args for electron-builder, besides what this command gives it */
export async function run(args) {
  const builder = inProject('node_modules', 'electron-builder', 'cli.js');
  return hand(projectNode(), [
    builder,
    '--dir',
    '--publish',
    'never',
    ...(await runtimeArguments()),
    ...args,
  ]);
}

/** electron-builder must be told of a runtime that is not the version in package.json. */
async function runtimeArguments() {
  if (presentRuntime() === 'official') return [];
  return [`-c.electronDist=${await fallbackRuntime()}`, `-c.electronVersion=${fallbackVersion}`];
}
