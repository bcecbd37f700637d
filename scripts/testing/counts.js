/**
 * The numbers of a suite, read from the report that its test runner writes as JSON beside what it prints.
 */
import { readFileSync } from 'node:fs';

/**
 * @typedef {{passed: number, failed: number, skipped: number}} Counts
 * @typedef {{
 *   arguments: (report: string) => string[],
 *   environment: (report: string) => Record<string, string>,
 *   read: (report: string) => Counts,
 * }} CountsOf how to ask a test runner for a report in a file, and how to read it
 */

/** @type {CountsOf} */
export const vitestCounts = {
  arguments: (report) => ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
  environment: () => ({}),
  read: (report) => {
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = parse(report);
    return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests };
  },
};

/** A flaky test, one that failed before it passed, counts as failed. @type {CountsOf} */
export const playwrightCounts = {
  arguments: () => ['--reporter=list,json'],
  environment: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  read: (report) => {
    const { expected, unexpected, flaky, skipped } = parse(report).stats;
    return { passed: expected, failed: unexpected + flaky, skipped };
  },
};

function parse(report) {
  return JSON.parse(readFileSync(report, 'utf8'));
}
