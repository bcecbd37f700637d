/**
 * `npm run check:arrows`: the dependency rules of .dependency-cruiser.cjs, and the proof that they were held
 * against every source file: a parser that understands nothing finds no violation either.
 */
import { readdirSync } from 'node:fs';
import { inProject, projectNode } from './setup/places.js';
import { capture } from './setup/processes.js';

const folders = ['main', 'renderer', 'db', 'scripts', 'tests'];

const cruiser = inProject('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
const result = capture(projectNode(), [cruiser, '--output-type', 'json', ...folders]);
const report = parseReport(result);
const complaints = [...violations(report), ...unread(report)];
process.stdout.write(
  `${complaints.map((line) => `${line}\n`).join('')}${report.modules.length} modules, ${complaints.length} complaints\n`,
);
process.exitCode = complaints.length === 0 ? 0 : 1;

function parseReport({ stdout, output }) {
  try {
    return JSON.parse(stdout);
  } catch {
    throw new Error(`dependency-cruiser gave no report:\n${output}`);
  }
}

function violations({ summary }) {
  return summary.violations.map(({ rule, from, to, cycle }) => {
    const way = cycle ? [from, ...cycle.map((step) => step.name)] : [from, to];
    return `${rule.name}: ${way.join(' → ')}`;
  });
}

function unread({ modules }) {
  const read = new Set(modules.map((module) => module.source));
  return folders
    .flatMap(sourcesUnder)
    .filter((file) => !read.has(file))
    .map((file) => `not read by dependency-cruiser: ${file}`);
}

function sourcesUnder(folder) {
  return readdirSync(inProject(folder), { recursive: true })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.(ts|tsx|js|cjs|mjs)$/.test(file));
}
