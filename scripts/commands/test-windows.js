/**
 * `npm run test:windows`: the command-line tool played by Windows' own Node under Wine (tests/support/windows/).
 * Where Wine cannot be had, says so and ends with 0 tests: that is not a failure of the product, nor a pass.
 */
import { inProject, projectNode } from '../setup/places.js';
import { hand, projectEnvironment } from '../setup/processes.js';
import { ensureWine, whyNoWine } from '../setup/wine.js';

/** @param {string[]} args for Vitest */
export async function run(args) {
  const reason = whyNoWine();
  if (reason !== undefined) {
    process.stderr.write(`\nNOT RUN: the Windows tests: ${reason}\n`);
    return 0;
  }
  const { node, environment } = await ensureWine();
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const config = inProject('tests', 'support', 'windows', 'vitest.config.js');
  const env = projectEnvironment({ ...environment, CONCERTATION_WINDOWS_NODE: node });
  return hand(projectNode(), [vitest, 'run', '--config', config, ...args], { env });
}
