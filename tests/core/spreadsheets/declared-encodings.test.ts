import { describe, expect, it } from 'vitest';
import { utf8Part } from '../../../main/core/spreadsheets/reading/xlsx/utf8-part';

/** Parts of a workbook say in which encoding they are written; their accents stay. */

const partIn = (encoding: string, text = 'Association des élèves de Médenine, « Bêta » à côté') =>
  `<?xml version="1.0" encoding="${encoding}" standalone="yes"?>\n<si><t>${text}</t></si>`;
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

describe('a part of a workbook', () => {
  it.each([
    ['ISO-8859-1', Buffer.from(partIn('ISO-8859-1'), 'latin1')],
    ['iso-8859-15', Buffer.from(partIn('iso-8859-15'), 'latin1')],
    ['Windows-1252', Buffer.from(partIn('Windows-1252'), 'latin1')],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${partIn('UTF-16')}`, 'utf16le')],
    ['UTF-16, big end first, with its mark', swapped(Buffer.from(`\uFEFF${partIn('UTF-16')}`, 'utf16le'))],
    ['UTF-16 without mark', Buffer.from(partIn('UTF-16'), 'utf16le')],
    ['UTF-16, big end first, without mark', swapped(Buffer.from(partIn('UTF-16'), 'utf16le'))],
  ])('in %s is the same in UTF-8', (_encoding, part) => {
    expect(utf8Part(part).toString('utf8')).toBe(partIn('UTF-8'));
  });

  it('in Arabic of Windows keeps its letters', () => {
    const [before = '', after = ''] = partIn('windows-1256', '|').split('|');
    const name = Buffer.from([0xcc, 0xe3, 0xda, 0xed, 0xc9]);
    const part = Buffer.concat([Buffer.from(before), name, Buffer.from(after)]);
    expect(utf8Part(part).toString('utf8')).toBe(partIn('UTF-8', 'جمعية'));
  });

  it.each(['UTF-8', 'utf-8', 'US-ASCII', 'x-unknown'])('said to be in %s stays as it is', (encoding) => {
    const part = Buffer.from(partIn(encoding, 'Médenine'));
    expect(utf8Part(part)).toBe(part);
  });

  it('without declaration, or cut within a character, stays readable', () => {
    const bare = Buffer.from('<si><t>Gabès</t></si>');
    expect(utf8Part(bare)).toBe(bare);
    const odd = Buffer.concat([Buffer.from('\uFEFF<a>é</a>', 'utf16le').swap16(), Buffer.from([0])]);
    expect(utf8Part(odd).toString('utf8')).toBe('<a>é</a>');
  });
});
