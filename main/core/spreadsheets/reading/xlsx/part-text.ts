/** The text of an XML part: UTF-8, or UTF-16 when its mark says so. */
export function partText(part: Buffer): string {
  if (part[0] === 0xff && part[1] === 0xfe) return part.toString('utf16le', 2);
  if (part[0] === 0xfe && part[1] === 0xff) return Buffer.from(part).swap16().toString('utf16le', 2);
  return part.toString('utf8');
}
