/**
 * How the set-up speaks: one line a step, always on stderr, so that a command's own output on stdout stays
 * clean (`npm run --silent tool -- … --json | jq` must work on the very first run).
 */

/** A step of the set-up that could not be done, with what the person at the keyboard can do about it. */
export class StepError extends Error {
  /**
   * @param {string} message what could not be done, in one sentence
   * @param {string} remedy the way out: a command to type or a thing to install
   */
  constructor(message, remedy) {
    super(message);
    this.name = 'StepError';
    this.remedy = remedy;
  }
}

/** Says what the set-up does now. */
export function say(line) {
  process.stderr.write(`set-up: ${line}\n`);
}
