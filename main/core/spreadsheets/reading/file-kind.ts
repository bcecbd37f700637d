import { textEncodingOf } from './text-encoding';

/** The container of a file by its first bytes, whatever its name says; null = none that can hold a list. */
export function containerOf(head: Uint8Array): 'zip' | 'compound' | 'text' | null {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === 0x504b0304) return 'zip';
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0 && bytes.readUInt32BE(4) === 0xa1b11ae1) {
    return 'compound';
  }
  return textEncodingOf(bytes) === null || isMarkup(bytes) ? null : 'text';
}

/** A web page or an XML file under the name of a list is refused: its readers follow links and expand entities. */
function isMarkup(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 512).toString('latin1').replace(/\0/g, '');
  return /^(ï»¿|ÿþ|þÿ)?\s*(<|%PDF|\{\\rtf)/.test(start);
}
