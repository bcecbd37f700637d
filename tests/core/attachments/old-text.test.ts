import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { oldTextInUtf8 } from '../../../main/core/attachments/old-text';

/** Text files of old computers: the words that were written, or none. */

/** Bytes of a text in an encoding of one byte a letter, by asking the decoder what each byte is. */
function inEncoding(text: string, encoding: string): Buffer {
  const decoder = new TextDecoder(encoding);
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Buffer.from([...text].map((letter) => bytes.get(letter) ?? 63));
}

/** Letters of DOS (code page 850), which no decoder here knows. */
const dos: Readonly<Record<string, number>> = {
  é: 0x82,
  à: 0x85,
  è: 0x8a,
  ç: 0x87,
  ê: 0x88,
  ù: 0x97,
  ô: 0x93,
};
const inDos = (text: string) => Buffer.from([...text].map((letter) => dos[letter] ?? letter.charCodeAt(0)));

const read = (bytes: Uint8Array) =>
  oldTextInUtf8(bytes)
    ?.toString('utf8')
    .replace(/^\uFEFF/, '') ?? null;

const french =
  'Réunion créée à Fès ; « œuvre » d’entraide – coût : 120 €\r\nÀ l’été, les fiancées agréées ont été reçues…\r\n';
const arabic =
  'اجتمعت جمعية النساء المهاجرات في الدار البيضاء وناقشت التقرير الفصلي.\r\nحضرت ممثلات عن الجمعيات الأعضاء وقدمن المقترحات.\r\n';
const russian = 'Совет ассоциаций обсудил отчёт за квартал и принял решение о собрании.';

describe('a text in an old encoding', () => {
  it('of western Windows is taken word for word', () => {
    expect(read(inEncoding(french, 'windows-1252'))).toBe(french);
  });

  it('of Arabic Windows is taken word for word, with French names among its words', () => {
    const mixed = `${arabic}Comité Sénégal : ${arabic}`;
    expect(read(inEncoding(arabic, 'windows-1256'))).toBe(arabic);
    expect(read(inEncoding(mixed, 'windows-1256'))).toBe(mixed);
  });

  it('of two bytes a letter is taken word for word', () => {
    const little = Buffer.from(`\uFEFF${french}${arabic}`, 'utf16le');
    expect(read(little)).toBe(french + arabic);
    expect(read(Buffer.from(little).swap16())).toBe(french + arabic);
  });

  it('carries the mark by which a spreadsheet knows its letters', () => {
    expect(oldTextInUtf8(inEncoding(french, 'windows-1252'))?.subarray(0, 3)).toEqual(
      Buffer.from([0xef, 0xbb, 0xbf]),
    );
  });

  it.each([
    ['an old Macintosh', inEncoding('Réunion créée à Fès, où l’été a été reçu', 'macintosh')],
    ['DOS', inDos('Réunion créée à Dakar')],
    ['Russian Windows', inEncoding(russian, 'windows-1251')],
    ['Unix in Arabic', inEncoding(arabic, 'iso-8859-6')],
    [
      'French and Arabic in equal parts',
      inEncoding(`${'é à ç '.repeat(14)}${arabic.slice(0, 40)}`, 'windows-1256'),
    ],
    [
      'half a letter of two bytes',
      Buffer.concat([Buffer.from('\uFEFFa', 'utf16le'), Buffer.from([0, 0xd8])]),
    ],
    ['no text at all', Buffer.from([0xc7, 0xe1, 1, 2, 3])],
  ])('of %s is left alone: its words are in doubt', (_name, bytes) => {
    expect(read(bytes)).toBeNull();
  });

  it('is never taken for other words', () => {
    const words = fc.array(
      fc.constantFrom(...'éèêëàâäîïôöùûüçœÉÀÇ«»’–'.split(''), ...'abcdefghij klmnop\n'.split('')),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(words, (letters) => {
        const text = letters.join('');
        const bytes = inEncoding(text, 'windows-1252');
        // `É’` has the bytes of another letter in UTF-8: nobody can tell.
        fc.pre(!isUtf8(bytes));
        expect([text, null]).toContain(read(bytes));
      }),
    );
  });
});
