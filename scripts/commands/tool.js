/**
 * `npm run --silent tool -- COMMAND …`: the command-line tool, in the project's Node. Nothing but the tool itself
 * writes to stdout.
 */
import { inProject, projectNode, typedIn } from '../setup/places.js';
import { hand } from '../setup/processes.js';

/** @param {string[]} args for the tool */
export function run(args) {
  return hand(projectNode(), [inProject('out', 'main', 'tool.js'), ...args], { cwd: typedIn() });
}
