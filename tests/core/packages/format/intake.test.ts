import { armor } from 'age-encryption';
import { beforeAll, describe, expect, it } from 'vitest';
import { encryptFor } from '../../../../main/core/packages/format/encryption';
import { checkFileSize, sniffEnvelope } from '../../../../main/core/packages/format/intake';
import { splitIntoParts } from '../../../../main/core/packages/format/parts';
import { aProgramme, built, type Programme, reportDraft } from '../../../support/packages/programme';
import { rawZip } from '../../../support/packages/raw-zip';
import { refusal, refusalCode } from '../../../support/packages/refusals';

let programme: Programme;
let archive: Uint8Array;
let file: Uint8Array;
beforeAll(async () => {
  programme = await aProgramme();
  archive = built(reportDraft('CI'), programme.ci).archive;
  file = await encryptFor(archive, [programme.forim.reading.recipient]);
});
const text = (content: string) => Buffer.from(content, 'utf8');
const zipNamed = (...names: string[]) => rawZip(names.map((name) => ({ name, content: text(`<${name}>`) })));

describe('a file', () => {
  it('is told by its first bytes', () => {
    expect(sniffEnvelope(archive)).toBe('zip');
    expect(sniffEnvelope(file)).toBe('age');
    expect(sniffEnvelope(text(armor.encode(file)))).toBe('age');
    expect(sniffEnvelope(text(armor.encode(file).replaceAll('\n', '\r\n')))).toBe('age');
    expect(sniffEnvelope(splitIntoParts(file, 1000)[0] as Uint8Array)).toBe('part');
  });

  it('has one byte at least and 64 MiB at most', async () => {
    expect(await refusalCode(() => checkFileSize(0))).toBe('F01');
    expect(await refusalCode(() => checkFileSize(65 * 1024 * 1024))).toBe('F02');
    expect(await refusalCode(() => checkFileSize(10 * 1024 ** 3))).toBe('F02');
    expect(() => checkFileSize(64 * 1024 * 1024)).not.toThrow();
    expect(await refusalCode(() => sniffEnvelope(new Uint8Array()))).toBe('F01');
  });

  it.each([
    ['a PDF', () => text('%PDF-1.7\n...'), 'pdf'],
    ['the login page of a network', () => text('\r\n <!DOCTYPE html><html><title>Wifi</title>'), 'html'],
    ['a spreadsheet', () => zipNamed('[Content_Types].xml', 'xl/workbook.xml'), 'spreadsheet'],
    [
      'an OpenDocument spreadsheet',
      () =>
        rawZip([
          {
            name: 'mimetype',
            content: text(''),
            body: text('application/vnd.oasis.opendocument.spreadsheet'),
          },
        ]),
      'spreadsheet',
    ],
    ['a text document', () => zipNamed('[Content_Types].xml', 'word/document.xml'), 'document'],
    ['an old spreadsheet', () => Buffer.from('d0cf11e0a1b11ae10000', 'hex'), 'document'],
    ['a package zipped once more', () => zipNamed('CI_2026-Q3_r0_n017.colis'), 'archive'],
    ['a photo', () => Buffer.from('ffd8ffe000104a46', 'hex'), 'picture'],
    ['a RAR archive', () => text('Rar!\x1a\x07'), 'archive'],
    ['a 7-Zip archive', () => Buffer.from('377abcaf271c0004', 'hex'), 'archive'],
    ['a program', () => text('MZ\x90\0'), 'program'],
    ['a Windows shortcut', () => Buffer.from('4c0000000114020000000000', 'hex'), 'program'],
    ['a message', () => text('Bonjour, voici le rapport.'), 'text'],
    ['a package as base64 text', () => text(Buffer.from(archive).toString('base64')), 'base64'],
    ['an encrypted package as base64 text', () => text(Buffer.from(file).toString('base64')), 'base64'],
    ['noise', () => Buffer.from([0, 1, 2, 255, 254]), 'unknown'],
  ])('that is %s is recognised', async (_name, bytes, guess) => {
    expect(await refusal(() => sniffEnvelope(bytes()))).toEqual({ code: 'F03', params: { guess } });
  });

  it('that a mail program gave CRLF line ends is recognised', async () => {
    const crlf = Buffer.from(Buffer.from(file).toString('latin1').replaceAll('\n', '\r\n'), 'latin1');
    expect(await refusal(() => sniffEnvelope(crlf))).toEqual({ code: 'F03', params: { guess: 'altered' } });
  });
});
