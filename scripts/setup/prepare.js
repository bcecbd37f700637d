/**
 * The set-up as a whole: each command names what it needs, and gets it in an order in which each step finds what
 * it builds on.
 */
import { ensureBuilt } from './application.js';
import { ensureDependencies } from './dependencies.js';
import { ensureDisplayServer } from './display.js';
import { ensureElectron } from './electron.js';
import { ensureNativeAddon } from './native-addon.js';
import { ensureSystemLibraries } from './system-libraries.js';
import { ensureTestTools } from './test-tools.js';

const steps = {
  dependencies: () => ensureDependencies(),
  electron: async () => {
    const runtime = await ensureElectron();
    ensureSystemLibraries();
    await ensureNativeAddon(runtime);
  },
  display: () => ensureDisplayServer(),
  testTools: () => ensureTestTools(),
  build: () => ensureBuilt(),
};

/**
 * Does the steps of the set-up that are named, and those only; a step that is done already costs nothing.
 *
 * @param {(keyof typeof steps)[]} needs
 */
export async function prepare(needs) {
  for (const [name, step] of Object.entries(steps)) {
    if (needs.includes(name)) await step();
  }
}
