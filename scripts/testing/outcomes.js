/**
 * One outcome a step, and the table of them that ends `npm test`.
 */

/**
 * @typedef {{title: string, passed: number, failed: number, skipped: number, notRun?: string}} Outcome
 */

/** A step that ended badly counts at least one failure, also when it reported no failing test. */
export function outcomeOf(title, exitCode, counts) {
  const { passed, failed, skipped } = counts;
  return { title, passed, skipped, failed: exitCode === 0 ? failed : Math.max(failed, 1) };
}

/** A step that this machine cannot run: neither passed nor failed, and said aloud. */
export function notRun(title, reason) {
  return { title, passed: 0, failed: 0, skipped: 0, notRun: reason };
}

/** Whether nothing failed. */
export function areAllGood(outcomes) {
  return outcomes.every((outcome) => outcome.failed === 0);
}

/**
 * The table, and on the last line the sum of all: `N passed, N failed`.
 *
 * @param {Outcome[]} outcomes
 */
export function summary(outcomes) {
  const width = Math.max(...outcomes.map((outcome) => outcome.title.length));
  const sum = (name) => outcomes.reduce((total, outcome) => total + outcome[name], 0);
  const skipped = sum('skipped');
  return [
    '',
    `${'Step'.padEnd(width)}  passed  failed`,
    ...outcomes.map((outcome) => line(outcome, width)),
    '',
    ...outcomes
      .filter((outcome) => outcome.notRun)
      .map((outcome) => `NOT RUN: ${outcome.title}: ${outcome.notRun}`),
    ...(skipped > 0 ? [`SKIPPED: ${skipped} tests were skipped`] : []),
    `${sum('passed')} passed, ${sum('failed')} failed`,
    '',
  ].join('\n');
}

function line({ title, passed, failed, notRun: reason }, width) {
  const numbers = reason
    ? 'not run'.padStart(14)
    : `${String(passed).padStart(6)}  ${String(failed).padStart(6)}`;
  return `${title.padEnd(width)}  ${numbers}${failed > 0 ? '  FAILED' : ''}`;
}
