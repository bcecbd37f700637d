import { decodeText } from '../text-encoding';

/** What an XML part says of its own encoding, in its first line. */
const declared = /^<\?xml[^>]{0,100}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/i;

/**
 * An XML part in UTF-8: as it is, or turned from UTF-16 (its mark or its first sign say so) or from the encoding that it
 * declares. One that nobody can decode is left to its parser.
 */
export function utf8Part(part: Buffer): Buffer {
  if (part[0] === 0xff && part[1] === 0xfe) return inUtf8(decodeText(part, 'utf16le'));
  if (part[0] === 0xfe && part[1] === 0xff) return inUtf8(decodeText(part, 'utf16be'));
  // `<` with its other half.
  if (part[0] === 0x3c && part[1] === 0) return inUtf8(decodeText(part, 'utf16le'));
  if (part[0] === 0 && part[1] === 0x3c) return inUtf8(decodeText(part, 'utf16be'));
  const name = declared.exec(part.toString('latin1', 0, 200))?.[1]?.toLowerCase();
  if (name === undefined || /^(utf-?8|us-ascii|ascii|utf-?16.*)$/.test(name)) return part;
  const decoder = decoderOf(name);
  return decoder === null ? part : inUtf8(decoder.decode(part));
}

/** The text as bytes, under a declaration that is true of them. */
function inUtf8(text: string): Buffer {
  return Buffer.from(text.replace(declared, (line, name: string) => line.replace(name, 'UTF-8')));
}

function decoderOf(name: string): { decode(part: Buffer): string } | null {
  try {
    return new TextDecoder(name);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
