/**
 * `npm test`: the build, every check and every suite. What fails does not keep the rest from running, so that one
 * run shows everything; only without a build there is nothing to test. Ends with a table and the sum of all.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuilt } from '../setup/application.js';
import { withDisplay } from '../setup/display.js';
import { captureNpmMeanwhile, handNpm, projectEnvironment } from '../setup/processes.js';
import { StepError } from '../setup/step.js';
import { areAllGood, notRun, outcomeOf, summary } from '../testing/outcomes.js';
import { checks, suites } from '../testing/steps.js';

const nothingCounted = { passed: 0, failed: 0, skipped: 0 };

/** Runs everything; no arguments. */
export async function run() {
  const outcomes = [build()];
  if (areAllGood(outcomes)) {
    outcomes.push(...(await Promise.all(checks.map(runCheck))));
    outcomes.push(...(await withDisplay(runSuites)));
  }
  process.stdout.write(summary(outcomes));
  return areAllGood(outcomes) ? 0 : 1;
}

function build() {
  try {
    ensureBuilt();
    return outcomeOf('Build', 0, nothingCounted);
  } catch (error) {
    if (!(error instanceof StepError)) throw error;
    process.stdout.write(`${error.message}\n`);
    return outcomeOf('Build', 1, nothingCounted);
  }
}

/** A check counts as one test. Several run at once, so each is shown when it has ended. */
async function runCheck({ title, script }) {
  const { code, output } = await captureNpmMeanwhile(['run', '--silent', script]);
  process.stdout.write(`\n── ${title} (npm run ${script}): ${code === 0 ? 'passed' : `FAILED\n${output}`}\n`);
  return outcomeOf(title, code, { ...nothingCounted, passed: code === 0 ? 1 : 0 });
}

async function runSuites(display) {
  const outcomes = [];
  for (const suite of suites) outcomes.push(await runSuite(suite, display));
  return outcomes;
}

async function runSuite({ title, script, counts, before, whyNot }, display) {
  process.stdout.write(`\n── ${title} (npm run ${script})\n`);
  const reason = whyNot?.();
  if (reason !== undefined) return notRun(title, reason);
  if (before !== undefined && (await before()) !== 0) return outcomeOf(title, 1, nothingCounted);

  const folder = mkdtempSync(path.join(os.tmpdir(), 'concertation-test-'));
  const report = path.join(folder, 'report.json');
  try {
    const env = projectEnvironment({ ...display, ...counts.environment(report) });
    const code = await handNpm(['run', '--silent', script, '--', ...counts.arguments(report)], { env });
    return outcomeOf(title, code, readCounts(counts, report));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A suite that stopped before its report is a failed step without numbers. */
function readCounts(counts, report) {
  return existsSync(report) ? counts.read(report) : { ...nothingCounted, failed: 1 };
}
