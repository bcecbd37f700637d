import { DomainError } from '../../contract/errors';
import { textEncodingOf } from './text-encoding';

/** The container of a file by its first bytes, whatever its name says; null = none that can hold a list. */
export function containerOf(head: Uint8Array): 'zip' | 'compound' | 'text' | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0304) return 'zip';
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0 && bytes.readUInt32BE(4) === 0xa1b11ae1) {
    return 'compound';
  }
  return seemsToBe(bytes) !== undefined || textEncodingOf(bytes) === null ? null : 'text';
}

/** What a file without a list seems to be; each has a sentence that helps. */
export type NoList = 'html' | 'xml' | 'lock' | 'pdf' | 'document' | 'picture';

const beginnings: readonly (readonly [NoList, RegExp])[] = [
  ['pdf', /^%PDF/],
  ['document', /^\{\\rtf/],
  [
    'picture',
    /^(\xff\xd8\xff|\x89PNG|GIF8|II\*\0|MM\0\*|BM.{4}\0\0\0\0|RIFF.{4}WEBP|.{4}ftyp(hei|mif|avif))/s,
  ],
  ['html', /^<(!doctype html|html|head|body|table|meta|style|div)\b/i],
  ['xml', /^</],
];

/**
 * What a file is by its first bytes when it is known to be no list. A web page or an XML file under the name of one is
 * refused too: their readers follow links and expand entities.
 */
function seemsToBe(bytes: Buffer): NoList | undefined {
  if (isLock(bytes)) return 'lock';
  const start = bytes.toString('latin1', 0, 512);
  // Marked or not, in UTF-16 or not.
  const text = start
    .replace(/\0/g, '')
    .replace(/^(ï»¿|ÿþ|þÿ)/, '')
    .trimStart();
  return beginnings.find(([, pattern]) => pattern.test(start) || pattern.test(text))?.[0];
}

/** The refusal of a file that is no list, with what it seems to be where that is known. */
export function noList(bytes: Buffer): DomainError {
  return noListBut(seemsToBe(bytes));
}

/** The refusal of a file that is known to be something else. */
export function noListBut(guess: NoList | undefined): DomainError {
  return new DomainError('X01', guess === undefined ? { why: 'kind' } : { why: 'kind', guess });
}

/**
 * The mark `~$…` that Excel and Word leave beside a file while it is open: the user's name by its length, filled up with
 * blanks, and once more in UTF-16.
 */
function isLock(bytes: Buffer): boolean {
  if (bytes.length < 160 || bytes.length > 170) return false;
  const length = bytes[0] ?? 0;
  const again = bytes.length === 162 ? 54 : 55;
  return length > 0 && length < again && bytes[again] === length && bytes[again + 1] === 0;
}
