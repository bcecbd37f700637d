import { isUtf8 } from 'node:buffer';
import { DomainError } from '../../contract/errors';
import { ageArmourMagic, ageMagic } from './age-header';
import { limits } from './limits';
import { partMagic } from './parts';
import { zip } from './zip-profile';

/** V0 and V1: what a file is by its first bytes, and a guess for what it is when it is none of ours (F03). */

export type Envelope = 'age' | 'zip' | 'part';

/** What a wrong file seems to be; each has a sentence of its own. */
export type Guess =
  | 'pdf'
  | 'html'
  | 'spreadsheet'
  | 'document'
  | 'archive'
  | 'picture'
  | 'program'
  | 'base64'
  | 'altered'
  /** A package, part or encrypted file within another. */
  | 'nested'
  | 'text'
  | 'unknown';

const beginnings: readonly (readonly [Guess, readonly string[]])[] = [
  ['pdf', ['%PDF-']],
  ['picture', ['\xff\xd8\xff', '\x89PNG\r\n\x1a\n', 'GIF8', 'RIFF', 'II*\0', 'MM\0*', 'BM']],
  ['archive', ['Rar!', "7z\xbc\xaf'\x1c", '\x1f\x8b', 'BZh', '\xfd7zXZ\0']],
  ['program', ['MZ', '\x7fELF', 'L\0\0\0\x01\x14\x02\0']],
  // An old binary office file; the newer ones are ZIPs and are told apart by their names.
  ['document', ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '{\\rtf']],
  // Base64 of "PK\x03\x04" and of "age-encryption.org".
  ['base64', ['UEsDB', 'YWdlLWVuY3J5cHRpb24ub3Jn']],
];

function startOf(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, length)).toString('latin1');
}

/** A binary file in which every LF has a CR before it, or which is text throughout: changed on its way. */
export function seemsAltered(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let feeds = 0;
  for (let at = buffer.indexOf(0x0a); at >= 0; at = buffer.indexOf(0x0a, at + 1)) {
    if (buffer[at - 1] !== 0x0d) return isMangledUtf8(buffer);
    feeds += 1;
  }
  return feeds > 1 || isMangledUtf8(buffer);
}

/** Bytes above 127 that all form UTF-8 are what is left after a program took a binary file for text. */
function isMangledUtf8(buffer: Buffer): boolean {
  return buffer.some((byte) => byte > 0x7f) && isUtf8(buffer);
}

/** First entry's name of a ZIP that is not ours, for the guess. */
function guessOfZip(bytes: Uint8Array): Guess | null {
  const head = startOf(bytes, 512);
  const name = head.slice(zip.localHeader, zip.localHeader + (bytes[26] ?? 0));
  if (/^xl\//.test(name)) return 'spreadsheet';
  if (/^word\//.test(name)) return 'document';
  if (name === 'mimetype') return head.includes('spreadsheet') ? 'spreadsheet' : 'document';
  if (/^(\[Content_Types\]\.xml|_rels\/|docProps\/)/.test(name)) {
    const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return all.includes('xl/workbook') ? 'spreadsheet' : 'document';
  }
  return /\.colis$/i.test(name) ? 'archive' : null;
}

function guess(bytes: Uint8Array): Guess {
  const head = startOf(bytes, 4096);
  const known = beginnings.find(([, starts]) => starts.some((start) => head.startsWith(start)));
  if (known !== undefined) return known[0];
  if (/^[\s\xef\xbb\xbf]*<(!doctype html|html|\?xml|head|script)/i.test(head)) return 'html';
  if (head.startsWith(ageMagic.trimEnd()) || head.startsWith('PK')) return 'altered';
  return isUtf8(bytes.subarray(0, 4096)) && !head.includes('\0') ? 'text' : 'unknown';
}

/**
 * Refuses by size alone, before a file is read.
 * @throws DomainError F01, F02
 */
export function checkFileSize(size: number): void {
  if (size === 0) throw new DomainError('F01');
  if (size > limits.file) throw new DomainError('F02', { limit: limits.file });
}

function endsLikeZip(bytes: Uint8Array): boolean {
  const at = bytes.length - zip.endRecord;
  return at > 0 && Buffer.from(bytes.subarray(at, at + 4)).readUInt32LE(0) === zip.endSignature;
}

/**
 * What the bytes are, by their beginning.
 * @throws DomainError F01, F03 (params.guess)
 */
export function sniffEnvelope(bytes: Uint8Array): Envelope {
  if (bytes.length === 0) throw new DomainError('F01');
  const head = startOf(bytes, ageArmourMagic.length);
  if (head.startsWith(partMagic)) return 'part';
  if (head.startsWith(ageMagic) || head === ageArmourMagic) return 'age';
  if (head.startsWith('PK\x03\x04')) {
    const foreign = guessOfZip(bytes);
    if (foreign !== null) throw new DomainError('F03', { guess: foreign });
    return 'zip';
  }
  // Something stands before a ZIP: the strict reader has the right word for it (Z01).
  if (endsLikeZip(bytes)) return 'zip';
  throw new DomainError('F03', { guess: guess(bytes) });
}
