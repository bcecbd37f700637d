/**
 * What `npm test` does after the set-up and the build, in one list. Each line is an npm script of package.json,
 * so that a developer runs the same thing alone with `npm run NAME`.
 */
import { run as buildUnpackedApplication } from '../commands/dist-dir.js';
import { whyNoWine } from '../setup/wine.js';
import { playwrightCounts, vitestCounts } from './counts.js';

/** Checks of the sources; they run side by side. */
export const checks = [
  { title: 'Types', script: 'check:types' },
  { title: 'Style', script: 'check:style' },
  { title: 'Dead code', script: 'check:unused' },
  { title: 'Dependency arrows', script: 'check:arrows' },
];

/**
 * Suites of tests; they run one after the other. `counts` says how the suite reports its numbers, `before` what
 * it needs first, `whyNot` on which machines it cannot run.
 */
export const suites = [
  { title: 'Core, in Node', script: 'test:core', counts: vitestCounts },
  { title: 'Core, inside Electron', script: 'test:core:electron', counts: vitestCounts },
  { title: 'Application, end to end', script: 'test:e2e', counts: playwrightCounts },
  {
    title: 'Packaged application',
    script: 'test:packaged',
    counts: playwrightCounts,
    before: () => buildUnpackedApplication([]),
  },
  { title: "Tool under Windows' Node", script: 'test:windows', counts: vitestCounts, whyNot: whyNoWine },
];
