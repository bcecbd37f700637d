import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { safeFileName, withExtension } from '../../../main/app/file-names';
import { createHandles, type KnownFile } from '../../../main/app/handles';
import { writeWholeFile } from '../../../main/app/whole-file';
import { fileHandleSchema } from '../../../main/core/contract/values';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'concertation-files-'));
});

afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true, force: true });
});

describe('a file written whole', () => {
  it('replaces what was there and leaves nothing beside it', async () => {
    const file = path.join(folder, 'fiche.pdf');
    writeFileSync(file, 'old');
    await writeWholeFile(file, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['fiche.pdf']);
  });

  it('says why it could not be written, and leaves what was there', async () => {
    const taken = path.join(folder, 'a-folder');
    mkdirSync(path.join(taken, 'inside'), { recursive: true });
    await expect(writeWholeFile(taken, 'x')).rejects.toMatchObject({
      code: 'file_not_written',
      params: { reason: expect.stringMatching(/^E[A-Z]+$/) },
    });
    await expect(writeWholeFile(path.join(folder, 'missing', 'x'), 'x')).rejects.toMatchObject({
      code: 'file_not_written',
      params: { reason: 'ENOENT' },
    });
    expect(readdirSync(folder)).toEqual(['a-folder']);
  });
});

describe('a handle', () => {
  it('names a file without showing its path, is told to the core, and has the form of the contract', () => {
    const told: KnownFile[] = [];
    const handles = createHandles((file) => told.push(file));
    const file = path.join(folder, 'CI.colis');
    const given = handles.give(file, 'read');
    expect(given).toEqual({ handle: expect.any(String), name: 'CI.colis' });
    expect(fileHandleSchema.safeParse(given.handle).success).toBe(true);
    expect(told).toEqual([{ ...given, path: file, use: 'read' }]);
    expect(handles.all()).toEqual(told);
  });

  it('is good for what the file was chosen for only', () => {
    const handles = createHandles(() => undefined);
    const { handle } = handles.give(path.join(folder, 'x'), 'read');
    expect(handles.pathOf(handle, ['read'])).toBe(path.join(folder, 'x'));
    expect(() => handles.pathOf(handle, ['write'])).toThrow('file_handle_unknown');
    expect(() => handles.pathOf('file-unknown', ['read'])).toThrow('file_handle_unknown');
  });
});

describe('a proposed file name', () => {
  it('keeps letters of every language and loses what a system refuses', () => {
    expect(safeFileName('Fiche – Amel pour l’insertion.pdf')).toBe('Fiche – Amel pour l’insertion.pdf');
    expect(safeFileName('أمل.pdf')).toBe('أمل.pdf');
    expect(safeFileName('T3/2026: bilan?.pdf')).toBe('T3-2026- bilan-.pdf');
    expect(safeFileName('CON.pdf')).toBe('_CON.pdf');
    expect(safeFileName(' .. ')).toBe('concertation');
  });

  it('never leads into another folder', () => {
    fc.assert(
      fc.property(fc.string(), (proposed) => {
        const name = safeFileName(proposed);
        expect(path.basename(path.join(folder, name))).toBe(name);
        expect(name).not.toMatch(/[<>:"/\\|?*]|^\.|^$/);
      }),
    );
  });

  it('gets its extension where the person typed none', () => {
    expect(withExtension('/x/fiche', 'pdf')).toBe('/x/fiche.pdf');
    expect(withExtension('/x/fiche.txt', 'pdf')).toBe('/x/fiche.txt');
    expect(withExtension('/x/allowed_signers', undefined)).toBe('/x/allowed_signers');
  });
});
