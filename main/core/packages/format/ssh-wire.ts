/** The wire form of OpenSSH: strings with a 4-byte big-endian length. */

/** `str(bytes)`: length and bytes. */
export function sshString(bytes: Uint8Array): Uint8Array {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return concat(length, bytes);
}

/** 4-byte big-endian integer. */
export function uint32(value: number): Uint8Array {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/** The string that begins at `offset` and the offset after it, or null when the bytes end before. */
export function readString(
  bytes: Uint8Array,
  offset: number,
): { readonly value: Uint8Array; readonly next: number } | null {
  const start = offset + 4;
  if (start > bytes.length) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(offset);
  const next = start + length;
  return next > bytes.length ? null : { value: bytes.subarray(start, next), next };
}

/** Several arrays as one. */
export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}
