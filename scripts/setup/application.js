/**
 * Step 8: the built application in out/, built again when what it is made of has changed.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inProject, projectNode, root } from './places.js';
import { capture, lastLines } from './processes.js';
import { StepError, say } from './step.js';

const sources = ['main', 'renderer', 'db', 'resources'];
const sourceFiles = ['electron.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const stamp = inProject('node_modules', '.cache', 'concertation', 'built-from');
const entry = inProject('out', 'main', 'index.js');

/** Builds main side, preload and pages with electron-vite, unless out/ was built from the very same files. */
export function ensureBuilt() {
  const digest = digestOfSources();
  if (existsSync(entry) && existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  say('building the application (electron-vite)');
  rmSync(stamp, { force: true });
  const builder = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = capture(projectNode(), [builder, 'build']);
  if (result.code !== 0) {
    throw new StepError(
      `The application does not build:\n${lastLines(result.output, 40)}`,
      'Correct the error above.',
    );
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, digest);
}

function digestOfSources() {
  const digest = createHash('sha256');
  const files = [...sourceFiles.map((name) => inProject(name)), ...sources.flatMap(filesUnder)];
  for (const file of files) {
    const content = readFileSync(file);
    digest.update(`${path.relative(root, file)}\0${content.length}\0`).update(content);
  }
  return digest.digest('hex');
}

function filesUnder(folder) {
  return readdirSync(inProject(folder), { recursive: true })
    .map((name) => inProject(folder, name))
    .filter((place) => statSync(place).isFile())
    .sort();
}
