import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { ed25519 } from '@noble/curves/ed25519.js';
import { decodeBase64 } from './base64';
import { concat, readString, sshString } from './ssh-wire';

/** Ed25519 keys as OpenSSH writes them. A key pair is its 32-byte seed; the text form is `ssh-ed25519 AAAA…`. */

export const keyType = 'ssh-ed25519';
const keyTypeBytes = Buffer.from(keyType, 'ascii');
const keyLength = 32;
/** DER before the 32 bytes: SubjectPublicKeyInfo and PKCS #8 of Ed25519 (RFC 8410). */
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex');
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Key blob of OpenSSH: `str("ssh-ed25519") ‖ str(32 bytes)`, 51 bytes. */
export function keyBlob(publicKey: Uint8Array): Uint8Array {
  return concat(sshString(keyTypeBytes), sshString(publicKey));
}

/**
 * The 32 bytes within a key blob, or null when it is not an Ed25519 blob of exactly that form.
 * Says nothing about the strength of the key: see `isWeakKey`.
 */
export function publicKeyOfBlob(blob: Uint8Array): Uint8Array | null {
  const type = readString(blob, 0);
  if (type === null || !Buffer.from(type.value).equals(keyTypeBytes)) return null;
  const key = readString(blob, type.next);
  return key !== null && key.next === blob.length && key.value.length === keyLength ? key.value : null;
}

/** Text form of a key, `ssh-ed25519 AAAA…`, without comment. */
export function keyText(publicKey: Uint8Array): string {
  return `${keyType} ${Buffer.from(keyBlob(publicKey)).toString('base64')}`;
}

/** The 32 bytes of a key in text form, or null when it is not exactly that form. */
export function publicKeyOfText(text: string): Uint8Array | null {
  if (!text.startsWith(`${keyType} `)) return null;
  const blob = decodeBase64(text.slice(keyType.length + 1));
  return blob === null ? null : publicKeyOfBlob(blob);
}

/** Public key of a seed. */
export function publicKeyOfSeed(seed: Uint8Array): Uint8Array {
  const der = createPublicKey(signingKey(seed)).export({ format: 'der', type: 'spki' });
  return new Uint8Array(der.subarray(publicPrefix.length));
}

/** Key of node:crypto that signs with a 32-byte seed. */
export function signingKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([privatePrefix, seed]), format: 'der', type: 'pkcs8' });
}

/** Key of node:crypto that verifies for the 32 bytes of a public key. */
export function verifyingKey(publicKey: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, publicKey]), format: 'der', type: 'spki' });
}

/**
 * True for a public key under which a constant signature could verify for many messages: a point of small
 * order, one with a component of small order, or an encoding that is not canonical (PACKAGES.md §1.5, K05).
 */
export function isWeakKey(publicKey: Uint8Array): boolean {
  let point: ReturnType<typeof ed25519.Point.fromBytes>;
  try {
    point = ed25519.Point.fromBytes(Uint8Array.from(publicKey), false);
  } catch {
    return true; // not a point, or not its canonical encoding: the reason does not matter
  }
  return point.isSmallOrder() || !point.isTorsionFree();
}
