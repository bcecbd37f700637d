import { isUtf8 } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import type { MediaType } from '../../contract/attachments/media-types';
import { isHeic } from './heic';
import { oldWordOf, richTextOf } from './old-word';

/** What an attachment really is, by its bytes (PACKAGES.md §1.11, P12). Names and claims do not count. */

/** Media type of a package that another one carries. */
export const packageMediaType = 'application/zip';

const signatures: readonly (readonly [MediaType, Buffer])[] = [
  ['application/pdf', Buffer.from('%PDF-', 'latin1')],
  ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff])],
  ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
];
const zipStart = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const contentTypesLimit = 1024 * 1024;

export interface OfficeEntry {
  readonly name: string;
  readonly method: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/** Entries of a foreign ZIP by its central directory, or null. Only to tell what kind of document it is. */
export function officeEntries(bytes: Buffer): readonly OfficeEntry[] | null {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + 22 > bytes.length) return null;
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  const entries: OfficeEntry[] = [];
  while (entries.length < count) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('latin1', at + 46, Math.min(nameEnd, end)),
      method: bytes.readUInt16LE(at + 10),
      compressedSize: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    });
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/** Text of a small entry, or the empty text when it cannot be had. */
function entryText(bytes: Buffer, entry: OfficeEntry): string {
  if (entry.offset + 30 > bytes.length) return '';
  const start =
    entry.offset + 30 + bytes.readUInt16LE(entry.offset + 26) + bytes.readUInt16LE(entry.offset + 28);
  const body = bytes.subarray(start, start + entry.compressedSize);
  try {
    const content = entry.method === 8 ? inflateRawSync(body, { maxOutputLength: contentTypesLimit }) : body;
    return content.toString('latin1');
  } catch {
    return ''; // a damaged entry names no type: the file is then not of a permitted kind
  }
}

const macros = /vbaproject|macrosheets|activex|basic\/|scripts\//i;

function textOfEntry(bytes: Buffer, entries: readonly OfficeEntry[], name: string): string {
  const entry = entries.find((candidate) => candidate.name === name);
  return entry === undefined ? '' : entryText(bytes, entry);
}

const contentTypesName = '[Content_Types].xml';

/** Does the document hold programs, by the names of its parts or by what it says it is? */
export function runsMacros(bytes: Buffer, entries: readonly OfficeEntry[]): boolean {
  return (
    entries.some((entry) => macros.test(entry.name)) ||
    /macroEnabled/i.test(textOfEntry(bytes, entries, contentTypesName))
  );
}

function officeType(bytes: Buffer): MediaType | null {
  const entries = officeEntries(bytes);
  if (entries === null || runsMacros(bytes, entries)) return null;
  const textOf = (name: string) => textOfEntry(bytes, entries, name);
  const declared = textOf('mimetype');
  if (declared === 'application/vnd.oasis.opendocument.text') return declared;
  if (declared === 'application/vnd.oasis.opendocument.spreadsheet') return declared;
  const contentTypes = textOf(contentTypesName);
  if (contentTypes.includes('wordprocessingml.document.main+xml')) {
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  }
  return contentTypes.includes('spreadsheetml.sheet.main+xml')
    ? 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    : null;
}

/** Plain text: UTF-8, no control but tab and line ends, and no markup that a program would run or load. */
function isPlainText(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false;
  const text = bytes.toString('utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here
  if (/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/.test(text)) return false;
  return !/^[\s\uFEFF]*(<|MZ|#!|\[InternetShortcut\])/i.test(text);
}

/** A PDF may begin with up to a kilobyte of something else (PDF 1.7, annex H): what scanners and mail programs put there. */
const lateness = 1_024;
const tail = 2_048;
/** Beginnings of what a system runs or unpacks, or shows as a page: none of them is a PDF, whatever follows. */
const otherwise = /^(MZ|\x7fELF|#!|PK|Rar!|7z|\s*<)/;

function isLatePdf(bytes: Buffer): boolean {
  const at = bytes.subarray(0, lateness + 5).indexOf('%PDF-');
  if (at <= 0 || otherwise.test(bytes.toString('latin1', 0, 64))) return false;
  return bytes.subarray(-tail).includes('%%EOF');
}

/** The permitted media type that the bytes have, or null when they have none. */
export function sniffMediaType(content: Uint8Array): MediaType | null {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const signed = signatures.find(([, signature]) => bytes.subarray(0, signature.length).equals(signature));
  if (signed !== undefined) return signed[0];
  if (bytes.subarray(0, zipStart.length).equals(zipStart)) return officeType(bytes);
  if (isLatePdf(bytes)) return 'application/pdf';
  if (isHeic(bytes)) return 'image/heic';
  if (oldWordOf(bytes) === 'document') return 'application/msword';
  const richText = richTextOf(bytes);
  if (richText !== null) return richText === 'document' ? 'application/rtf' : null;
  return bytes.length > 0 && isPlainText(bytes) ? 'text/plain' : null;
}
