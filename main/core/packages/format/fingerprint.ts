import { createHash } from 'node:crypto';
import { sshString } from './ssh-wire';

/** The numbers that people read to each other on the telephone (PACKAGES.md §2.3). */

const rounds = 5_200;
const groups = 5;

function sha512(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha512');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * 25 digits in five groups for the two keys of a party, e.g. `60302 74212 41277 36281 43511`.
 * @param code party code; `ROOT` for the root
 * @param blob key blob of the signing key, 51 bytes (`keyBlob`)
 * @param recipient `age1…`; empty for the root
 */
export function fingerprintDigits(code: string, blob: Uint8Array, recipient: string): string {
  let hash = sha512(
    Buffer.from('concertation-fp-1\0', 'latin1'),
    sshString(Buffer.from(code, 'utf8')),
    sshString(blob),
    sshString(Buffer.from(recipient, 'utf8')),
  );
  for (let round = 0; round < rounds; round += 1) hash = sha512(hash, blob);
  return Array.from({ length: groups }, (_, group) => {
    const number = hash.readUIntBE(group * 5, 5);
    return String(number % 100_000).padStart(5, '0');
  }).join(' ');
}

/** Digits as typed by the listener, spaces and Arabic-Indic forms forgiven, or null when they are not 25 digits. */
export function typedDigits(typed: string): string | null {
  const latin = typed
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\s\u200E\u200F\u061C.-]/g, '');
  return /^\d{25}$/.test(latin) ? (latin.match(/\d{5}/g) ?? []).join(' ') : null;
}

/**
 * 12 digits that name a package on the telephone, from its manifest digest. They prove nothing.
 * @param digest `sha256:…`
 */
export function packageNumber(digest: string): string {
  const start = Buffer.from(digest.slice('sha256:'.length, 'sha256:'.length + 12), 'hex');
  const digits = String(start.readUIntBE(0, 6) % 1_000_000_000_000).padStart(12, '0');
  return (digits.match(/\d{4}/g) ?? []).join(' ');
}
