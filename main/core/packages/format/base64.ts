/** Bytes of canonical base64 (alphabet, padding and unused bits exactly as an encoder writes them), or null. */
export function decodeBase64(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : null;
}
