import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { safeFileName as proposedName } from '../../../main/app/file-names';
import { safeFileName } from '../../../main/core/packages/format/safe-file-name';
import { readIncomingFile } from '../../../main/core/packages/intake';
import { readFileHead, readSheetFile } from '../../../main/core/spreadsheets/files';
import { forTerminal } from '../../../main/tool';

/** What lies under the name of a file, and what a name or a sentence may hold. */

const pipes = process.platform !== 'win32';
const run = (program: string, ...words: string[]) => execFileSync(program, words);

describe('what is no file', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'concertation-odd-'));
    mkdirSync(join(folder, 'folder.colis'));
    if (pipes) run('mkfifo', join(folder, 'pipe.colis'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(['folder.colis', ...(pipes ? ['pipe.colis', '/dev/zero'] : [])])(
    'is refused at once: %s',
    (name) => {
      const path = name.startsWith('/') ? name : join(folder, name);
      for (const read of [readIncomingFile, readSheetFile, readFileHead])
        expect(() => read(path)).toThrow(expect.objectContaining({ code: 'F04' }));
    },
  );
});

describe('the name under which a file is saved', () => {
  it.each(['COM¹', 'lpt³', 'CLOCK$', 'conin$', 'NUL', 'com1 '])('is not that of a device: %s', (device) => {
    expect(safeFileName(`${device}.pdf`, 'application/pdf')).toMatch(/^_/);
    expect(proposedName(`${device}.pdf`)).toMatch(/^_/);
  });

  it('is not cut within a character', () => {
    const family = '👩‍👩‍👧';
    for (const name of [proposedName(family.repeat(200)), safeFileName(family.repeat(200), 'text/plain')])
      expect(name.isWellFormed()).toBe(true);
    expect(proposedName(`${'a'.repeat(119)}👍🏽bcd.pdf`)).toBe(`${'a'.repeat(119)}👍🏽`);
    expect(safeFileName(`${'a'.repeat(79)}é...xyz.pdf`, 'application/pdf')).toBe(`${'a'.repeat(79)}é.pdf`);
  });
});

it('no sign of a hostile file steers the terminal of who reads about it', () => {
  expect(forTerminal('a\u001B[2Jb\u009Bc\rd\u202Ee\n\tf')).toBe('a\\u001b[2Jb\\u009bc\\u000dd\\u202ee\n\tf');
});
