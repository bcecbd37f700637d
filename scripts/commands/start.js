/**
 * `npm start`: the application itself. Arguments after `--` go to it: `npm start -- --profile FOLDER`.
 */
import { withDisplay } from '../setup/display.js';
import { electronProgram } from '../setup/electron.js';
import { root, typedIn } from '../setup/places.js';
import { hand, projectEnvironment } from '../setup/processes.js';
import { sandboxSwitches } from '../setup/sandbox.js';

/** @param {string[]} args for the application */
export function run(args) {
  return withDisplay((display) =>
    hand(electronProgram(), [...sandboxSwitches(), root, ...args], {
      cwd: typedIn(),
      env: projectEnvironment(display),
    }),
  );
}
