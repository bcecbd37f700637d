/**
 * `npm run demo`: plays the whole cycle on a generated programme through the real core, into demo-output/, then
 * opens the application on it as the coordination; where there is no display, keeps pictures of its pages.
 */
import { readFileSync, rmSync } from 'node:fs';
import { hasDisplay, withDisplay } from '../setup/display.js';
import { electronProgram } from '../setup/electron.js';
import { inProject, projectNode, root } from '../setup/places.js';
import { hand, handNpm, projectEnvironment } from '../setup/processes.js';
import { sandboxSwitches } from '../setup/sandbox.js';

const output = 'demo-output';

/** No arguments: quarter, clock and chance of the demo are fixed, so that every run makes the same. */
export async function run() {
  rmSync(inProject(output), { recursive: true, force: true });
  const played = await hand(projectNode(), [inProject('out', 'main', 'tool.js'), 'demo', '--out', output]);
  if (played !== 0) return played;
  const { workspaces } = JSON.parse(readFileSync(inProject(output, 'summary.json'), 'utf8'));
  const shown = hasDisplay() ? await open(workspaces) : await keepPictures();
  process.stdout.write(howToGoOn(workspaces));
  return shown;
}

function open(workspaces) {
  const coordination = workspaces.find((workspace) => workspace.role === 'coordination');
  process.stdout.write(
    `\nOpening the application as ${coordination.code}; passphrase: ${coordination.passphrase}\n`,
  );
  const args = [...sandboxSwitches(), root, '--profile', inProject(coordination.profile)];
  return hand(electronProgram(), args, { env: projectEnvironment() });
}

function keepPictures() {
  process.stdout.write(
    '\nThere is no display here: the pages are opened on a virtual one and kept as pictures.\n',
  );
  return withDisplay((display) =>
    handNpm(['run', '--silent', 'demo:screens'], { env: projectEnvironment(display) }),
  );
}

function howToGoOn(workspaces) {
  const line = ({ code, role, passphrase, profile }) =>
    `  ${code.padEnd(8)} ${role.padEnd(13)} passphrase: ${passphrase}\n           npm start -- --profile ${profile}\n`;
  return [
    `\nThe demo lies in ${output}/ (what it holds: ${output}/summary.json`,
    hasDisplay() ? ').\n' : `; pictures: ${output}/screens/).\n`,
    'Its workspaces, each with its own profile:\n',
    ...workspaces.map(line),
  ].join('');
}
