/** An XML part in UTF-8: as it is, or turned from UTF-16 when its mark says so. */
export function utf8Part(part: Buffer): Buffer {
  if (part[0] === 0xff && part[1] === 0xfe) return Buffer.from(part.toString('utf16le', 2));
  if (part[0] === 0xfe && part[1] === 0xff)
    return Buffer.from(Buffer.from(part).swap16().toString('utf16le', 2));
  return part;
}
