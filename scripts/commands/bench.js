/**
 * `npm run bench`: the measures of tests/bench/, ratios against baselines of the same run, in the real Electron.
 */
import { withDisplay } from '../setup/display.js';
import { handNpm, projectEnvironment } from '../setup/processes.js';

/** @param {string[]} args for Playwright, such as the name of one measure */
export function run(args) {
  return withDisplay((display) =>
    handNpm(['run', '--silent', 'bench:measure', '--', ...args], { env: projectEnvironment(display) }),
  );
}
