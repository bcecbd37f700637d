import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { test } from '@playwright/test';
import { electronProgram, root } from '../e2e/support/launch';
import { measureImportBlocks, measureListBlocks } from './blocks';
import { buildCoreMeasures } from './core/build';
import type { CoreResults } from './core/run';
import { type Measure, tableOf } from './measure';
import { measureScrolling } from './scrolling';
import { measureStarts } from './start';

/**
 * `npm run bench` (DESIGN.md §11): every figure beside a baseline of the same run, since the milliseconds of one
 * machine say nothing of another. A figure over its bound is said, not failed; a measure that cannot be made fails.
 */
test('the measures', async () => {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'concertation-bench-')));
  try {
    const core = await coreResults(folder);
    const large = path.join(folder, 'large', 'profile');
    const coordination = path.join(folder, 'coordination', 'profile');
    const measures: Measure[] = [];
    const failures: unknown[] = [];
    const take = (made: Promise<readonly Measure[]>) =>
      made.then(
        (lines) => measures.push(...lines),
        (error) => failures.push(error),
      );
    await take(measureStarts(folder, large, core));
    measures.push(...core.measures);
    await take(measureListBlocks(large, core.passphrase));
    const [long, short] = ['tenThousand', 'hundred'].map((name) => path.join(folder, name, 'profile'));
    await take(measureScrolling({ long: long ?? '', short: short ?? '' }, core.passphrase));
    await take(measureImportBlocks(coordination, core.passphrase, core.report));
    process.stdout.write(`\n${tableOf(measures)}\n\n`);
    if (failures.length > 0) throw new AggregateError(failures, `Not measured: ${failures.join('\n')}`);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** Runs the measures of the core in Electron's own Node, in a process apart. */
async function coreResults(folder: string): Promise<CoreResults> {
  const script = path.join(root, await buildCoreMeasures());
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  await promisify(execFile)(electronProgram(), [script, folder], { cwd: root, env });
  return JSON.parse(readFileSync(path.join(folder, 'results.json'), 'utf8')) as CoreResults;
}
