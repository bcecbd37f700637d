import type { Encoding } from '../../contract/spreadsheets/encodings';
import type { TextManner } from './table';

/**
 * Encodings of text files met in the committees: UTF-8 with and without BOM, UTF-16, Windows-1252, Arabic of Windows and
 * of the web, and those of `CSV (Macintosh)` and `CSV (MS-DOS)`, which Excel offers beside its own.
 */

/** Windows-1252 where it differs from Latin-1: 0x80 to 0x9F; 0 = no character. */
const upper = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
  0x017d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
  0x0153, 0, 0x017e, 0x0178,
];
const lower = new Map(upper.flatMap((code, index) => (code === 0 ? [] : [[code, 0x80 + index] as const])));

/** Arabic in one byte a letter: the encodings, and the bytes of the article in each. */
const arabic = {
  windows1256: { decoder: new TextDecoder('windows-1256'), article: '\xc7\xe1' },
  iso88596: { decoder: new TextDecoder('iso-8859-6'), article: '\xc7\xe4' },
} as const;

/** Mac OS Roman and code page 850 from 0x80 on. */
const older = {
  macintosh:
    'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00A0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uF8FFÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ',
  dos: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
} as const;

/** How a text is encoded; null when the bytes are no text. `bytes` may be the beginning of a file. */
export function textEncodingOf(bytes: Buffer): Encoding | null {
  if (bytes.length === 0) return null;
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf8_bom';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf16be';
  const zeros = zerosIn(bytes.subarray(0, 4_096));
  // Most letters have a zero for their other half; a stray zero is none of these.
  const most = Math.min(bytes.length, 4_096) / 2;
  if (zeros.odd > 20 * zeros.even && zeros.odd > most * halvesAtLeast) return 'utf16le';
  if (zeros.even > 20 * zeros.odd && zeros.even > most * halvesAtLeast) return 'utf16be';
  const looked = bytes.subarray(0, 65_536);
  if (controlsIn(looked) > Math.max(1, looked.length / bytesPerStray)) return null;
  return isUtf8(bytes) ? 'utf8' : singleByteEncoding(bytes);
}

/** Least share of zeros among the other halves: a text of Arabic alone has them in spaces and signs only. */
const halvesAtLeast = 0.08;
/** A text may hold a control character by accident, one in so many bytes; a picture or a program holds many. */
const bytesPerStray = 500;

/** Accented letters of French, as they stand inside words. */
const accented = /[A-Za-z][éèêëàâçîïôûùœ]|[éèêëàâçîïôûùœ][A-Za-z]/g;

/** Arabic by its long words of letters beyond ASCII; else that in which the most accented letters stand beside letters. */
function singleByteEncoding(bytes: Buffer): Encoding {
  const sample = bytes.subarray(0, 65_536);
  const { share, words } = longRuns(sample);
  if (share > seldomInFrench) {
    const has = (article: string) => words.filter((word) => word.includes(article)).length;
    return has(arabic.iso88596.article) > has(arabic.windows1256.article) ? 'iso88596' : 'windows1256';
  }
  const found = (encoding: Encoding) => decodeText(sample, encoding).match(accented)?.length ?? 0;
  const [windows, mac, dos] = [found('windows1252'), found('macintosh'), found('dos')];
  if (windows >= mac && windows >= dos) return 'windows1252';
  return mac >= dos ? 'macintosh' : 'dos';
}

/** No western word has three accented letters in a row, an Arabic one has nothing else: their least share in a list. */
const seldomInFrench = 0.2;

/**
 * Runs of three letters or more beyond ASCII, and which part of all such letters they hold.
 * @returns words as their bytes, one a character
 */
export function longRuns(bytes: Buffer): { readonly share: number; readonly words: readonly string[] } {
  const runs = bytes.toString('latin1').match(/[\xc0-\xd6\xd8-\xf6\xf8-\xff]+/g) ?? [];
  const words = runs.filter((run) => run.length > 2);
  const lengthOf = (all: readonly string[]) => all.reduce((sum, run) => sum + run.length, 0);
  return { share: lengthOf(words) / Math.max(1, lengthOf(runs)), words };
}

/** The text of a file, without its BOM. */
export function decodeText(bytes: Buffer, encoding: Encoding): string {
  switch (encoding) {
    case 'utf8':
      return bytes.toString('utf8');
    case 'utf8_bom':
      return bytes.subarray(3).toString('utf8');
    case 'utf16le':
      return withoutMark(bytes.toString('utf16le'));
    case 'utf16be':
      return withoutMark(
        Buffer.from(bytes.subarray(0, bytes.length & ~1))
          .swap16()
          .toString('utf16le'),
      );
    case 'windows1252':
      return fromWindows1252(bytes.toString('latin1'));
    case 'windows1256':
    case 'iso88596':
      return arabic[encoding].decoder.decode(bytes);
    case 'macintosh':
    case 'dos':
      return bytes
        .toString('latin1')
        .replace(/[\x80-\xff]/g, (character) => older[encoding][character.charCodeAt(0) - 0x80] ?? character);
  }
}

/** Windows-1252 that was read as Latin-1: its quotes and dashes are no controls. */
export function fromWindows1252(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (character) => {
    const code = upper[character.charCodeAt(0) - 0x80];
    return code ? String.fromCharCode(code) : character;
  });
}

/** The bytes of a text; a character that Windows-1252 does not have becomes `?`. */
export function encodeText(text: string, encoding: TextManner['encoding']): Buffer {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text, 'utf8');
    case 'utf8_bom':
      return Buffer.from(`\uFEFF${text}`, 'utf8');
    case 'utf16le':
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 'windows1252':
      return Buffer.from(
        toWindows1252(text) ?? [...text].map((one) => toWindows1252(one) ?? '?').join(''),
        'latin1',
      );
  }
}

/** The text as Windows-1252 bytes held in Latin-1 characters; null when it has others. */
function toWindows1252(text: string): string | null {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const byte = code < 0x80 || (code >= 0xa0 && code <= 0xff) ? code : lower.get(code);
    if (byte === undefined) return null;
    result += String.fromCharCode(byte);
  }
  return result;
}

/** A letter that begins two or three bytes of UTF-8, and one that goes on: as Latin-1 or Windows-1252 shows them. */
const misread =
  /(?:[\u00C2\u00C3\u00C5\u00D8-\u00DB]|\u00E2[\u0080\u0082\u20AC\u201A])[\u0080-\u00BF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u203A\u20AC\u2122]/;
/** What French, its signs and Arabic hold beyond ASCII; an Arabic letter beside a Latin one belongs to no word. */
const foreign =
  /[^\t\n\r -~\u00A0-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0600-\u06FF\u2000-\u206F\u20AC\u2122]|[A-Za-z\u00C0-\u00FF][\u0600-\u06FF]|[\u0600-\u06FF][A-Za-z\u00C0-\u00FF]/;
/** Beyond this length a text is no cell of a list that was misread as a whole. */
const repairedAtMost = 10_000;

/**
 * UTF-8 that was once read as Latin-1 or Windows-1252 (`SÃ©nÃ©gal`) put right, or null when the text is not that: some
 * sign of it goes back to no byte, the bytes are no UTF-8, or what comes out is no word of French or Arabic (`É` before a
 * no-break space would be an African letter). Whether it is taken depends on the whole file (`understanding/misread.ts`).
 */
export function repaired(text: string): string | null {
  if (text.length > repairedAtMost || !misread.test(text)) return null;
  // Bytes that Windows-1252 leaves without character pass as controls of the same number.
  const bytes = bytesOf(text);
  if (bytes === null) return null;
  const buffer = Buffer.from(bytes, 'latin1');
  if (!isUtf8(buffer)) return null;
  const right = buffer.toString('utf8');
  return foreign.test(right) ? null : right;
}

function bytesOf(text: string): string | null {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const byte = code <= 0xff ? code : lower.get(code);
    if (byte === undefined) return null;
    result += String.fromCharCode(byte);
  }
  return result;
}

function withoutMark(text: string): string {
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

function zerosIn(bytes: Buffer): { even: number; odd: number } {
  const count = { even: 0, odd: 0 };
  bytes.forEach((byte, index) => {
    if (byte === 0) count[index % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  return count;
}

/** Control characters but those of lines and tables. */
function controlsIn(bytes: Buffer): number {
  let count = 0;
  for (const byte of bytes) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) count += 1;
  return count;
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
