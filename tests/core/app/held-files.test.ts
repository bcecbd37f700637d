import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeWholeFile } from '../../../main/app/whole-file';
import { writeForUser } from '../../../main/core/files';
import { holdFile } from '../../support/held-file';
import { whyNoSmallDisk } from '../../support/small-disk';

const why = whyNoSmallDisk();
if (why) process.stderr.write(`NOT RUN: files that another program holds: ${why}\n`);

describe.skipIf(why !== null)('a file that another program holds for two seconds', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'concertation-held-')));
    file = join(folder, 'CI_2026-Q3.colis');
    writeFileSync(file, 'former');
    holdFile(file, 2);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is written by the core once it is let go', () => {
    writeForUser(file, Buffer.from('new'));
    expect(readFileSync(file, 'utf8')).toBe('new');
  });

  it('is written by the windows once it is let go', async () => {
    await writeWholeFile(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
  });
});
