import { isUtf8 } from 'node:buffer';
import { officeEntries, runsMacros, sniffMediaType } from './media-type';
import { oldWordOf, richTextOf } from './old-word';

/** What a file is that is not kept or carried, by its bytes, so that the refusal can say it. */
export type RefusedMedia =
  | 'program'
  | 'shortcut'
  | 'web_page'
  | 'drawing'
  | 'script'
  | 'macros'
  | 'old_office'
  | 'objects'
  | 'message'
  | 'archive'
  | 'picture'
  | 'recording'
  | 'encoding'
  | 'unknown';

const bytesOf = (...numbers: readonly number[]) => Buffer.from(numbers);
const ascii = (text: string) => Buffer.from(text, 'latin1');

const beginnings: readonly (readonly [RefusedMedia, Buffer])[] = [
  ['program', ascii('MZ')],
  ['program', ascii('\x7fELF')],
  ['program', bytesOf(0xfe, 0xed, 0xfa)],
  ['program', bytesOf(0xcf, 0xfa, 0xed, 0xfe)],
  ['program', bytesOf(0xca, 0xfe, 0xba, 0xbe)],
  ['script', ascii('#!')],
  ['shortcut', bytesOf(0x4c, 0, 0, 0, 1, 0x14, 2, 0)],
  ['shortcut', ascii('[InternetShortcut]')],
  ['old_office', bytesOf(0xd0, 0xcf, 0x11, 0xe0)],
  ['archive', ascii('Rar!')],
  ['archive', bytesOf(0x37, 0x7a, 0xbc, 0xaf)],
  ['archive', bytesOf(0x1f, 0x8b)],
  ['archive', ascii('MSCF')],
  ['picture', ascii('GIF8')],
  ['picture', ascii('BM')],
  ['picture', ascii('II*\0')],
  ['picture', ascii('MM\0*')],
  ['recording', ascii('ID3')],
  ['recording', ascii('OggS')],
  ['recording', bytesOf(0x1a, 0x45, 0xdf, 0xa3)],
];

const utf16Marks = [bytesOf(0xff, 0xfe), bytesOf(0xfe, 0xff)];

/** Plain text is kept under the name of a text only: under another a system may run it or open it as something else. */
const textNames = /\.(txt|text|csv|tsv|md)$/i;
/** Texts of programs that people use, each with what it begins with: a card, an appointment, a message. */
const textsOfPrograms: readonly (readonly [RegExp, RegExp])[] = [
  [/\.(vcf|vcard)$/i, /^\uFEFF?\s{0,20}BEGIN:VCARD\b/i],
  [/\.ics$/i, /^\uFEFF?\s{0,20}BEGIN:VCALENDAR\b/i],
  [/\.eml$/i, /^\uFEFF?[A-Za-z][A-Za-z-]{1,60}: /],
];
/** A part of a message that is a file, or a page that fetches what it shows. */
const partOfMessage =
  /^content-(disposition:[ \t\r\n]{0,8}attachment|type:[ \t\r\n]{0,8}(application|audio|video|image|message|text\/html))/im;

/**
 * Why a file is refused, or null when its type is permitted.
 * @param fileName plain text is kept under the name of a text only: a script is plain text too
 */
export function refusedMedia(content: Uint8Array, fileName: string): RefusedMedia | null {
  const sniffed = sniffMediaType(content);
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (sniffed === 'text/plain') return refusedText(bytes, fileName);
  if (sniffed !== null) return null;
  // A message says itself how it is written: put into another code it would lie.
  if (/\.(eml|msg)$/i.test(fileName)) return 'message';
  if (oldWordOf(bytes) === 'with_programs') return 'macros';
  if (richTextOf(bytes) === 'with_programs') return 'objects';
  const known = beginnings.find(([, beginning]) => bytes.subarray(0, beginning.length).equals(beginning));
  if (known !== undefined) return known[0];
  if (bytes.subarray(0, 4).equals(bytesOf(0x50, 0x4b, 3, 4))) return zipMedia(bytes);
  if (bytes.toString('latin1', 0, 4) === 'RIFF')
    return bytes.toString('latin1', 8, 12) === 'WEBP' ? 'picture' : 'recording';
  if (bytes.toString('latin1', 4, 8) === 'ftyp')
    return /hei|mif1|avif/.test(bytes.toString('latin1', 8, 12)) ? 'picture' : 'recording';
  if (bytes.toString('latin1', 32_769, 32_774) === 'CD001') return 'archive';
  return textMedia(bytes);
}

function refusedText(bytes: Buffer, fileName: string): RefusedMedia | null {
  if (!fileName.includes('.') || textNames.test(fileName)) return null;
  const text = bytes.toString('utf8');
  const isOfProgram = textsOfPrograms.some(([name, start]) => name.test(fileName) && start.test(text));
  if (!isOfProgram) return 'script';
  return /\.eml$/i.test(fileName) && partOfMessage.test(text) ? 'message' : null;
}

function zipMedia(bytes: Buffer): RefusedMedia {
  const entries = officeEntries(bytes);
  return entries !== null && runsMacros(bytes, entries) ? 'macros' : 'archive';
}

function textMedia(bytes: Buffer): RefusedMedia {
  if (bytes.length % 2 === 0 && utf16Marks.some((mark) => bytes.subarray(0, 2).equals(mark)))
    return 'encoding';
  const text = bytes.toString('latin1').trimStart();
  if (
    /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)?(<!doctype svg|<svg)/is.test(text.slice(0, 2_000))
  )
    return 'drawing';
  if (/^(\xef\xbb\xbf)?\s*</.test(text.slice(0, 100))) return 'web_page';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a text holds none of these
  const isText = bytes.length > 0 && !/[\u0000-\u0008\u000E-\u001F]/.test(text);
  return isText && !isUtf8(bytes) ? 'encoding' : 'unknown';
}
