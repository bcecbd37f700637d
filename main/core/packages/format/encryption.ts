import { x25519 } from '@noble/curves/ed25519.js';
import { armor, Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { DomainError } from '../../contract/errors';
import { ageArmourMagic, readAgeHeader } from './age-header';
import { limits } from './limits';

/** age v1 with X25519 recipients (PACKAGES.md §1.6). Whole arrays only: nothing of a damaged file gets out. */

/** Someone who can read: the identity stays secret, the recipient goes into the register. */
export interface ReadingKey {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
}

/** Makes a new key pair for reading, from the system's randomness. */
export async function generateReadingKey(): Promise<ReadingKey> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

const recipientPattern = /^age1([02-9ac-hj-np-z]{52})[02-9ac-hj-np-z]{6}$/;
const bech32Digits = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

/** The 32 bytes of a recipient whose checksum was verified. */
function pointOfRecipient(digits: string): Uint8Array {
  const bits = [...digits].map((digit) => bech32Digits.indexOf(digit).toString(2).padStart(5, '0')).join('');
  const bytes = bits.slice(0, 256).match(/.{8}/g) ?? [];
  return Uint8Array.from(bytes, (byte) => Number.parseInt(byte, 2));
}

/** True for a text that is an X25519 recipient of age with a good checksum. */
export function isRecipient(text: string): boolean {
  if (!recipientPattern.test(text)) return false;
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false; // the library refuses what is not a recipient by throwing: that is the answer
  }
}

/** True for a recipient that is none, or whose point makes every shared secret the same (K05). */
export function isWeakRecipient(text: string): boolean {
  const digits = recipientPattern.exec(text)?.[1];
  if (digits === undefined || !isRecipient(text)) return true;
  try {
    // Any scalar does: for a point of small order the result is zero, which the library refuses.
    x25519.scalarMult(new Uint8Array(32).fill(7), pointOfRecipient(digits));
    return false;
  } catch {
    return true; // the shared secret was zero: the answer
  }
}

/**
 * Encrypts a package for 1 to 4 recipients of the register, binary form.
 * @throws RangeError when there are none or too many recipients
 */
export async function encryptFor(archive: Uint8Array, recipients: readonly string[]): Promise<Uint8Array> {
  if (recipients.length < 1 || recipients.length > limits.ageRecipients) {
    throw new RangeError(`A package has 1 to ${limits.ageRecipients} recipients, not ${recipients.length}`);
  }
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    if (isWeakRecipient(recipient)) throw new RangeError('Not an X25519 recipient');
    encrypter.addRecipient(recipient);
  }
  return encrypter.encrypt(archive);
}

/**
 * Binary form of an age file that may be armoured, with LF or CRLF.
 * @throws DomainError A02 when the armour is damaged
 */
export function withoutArmour(file: Uint8Array): Uint8Array {
  const start = Buffer.from(file.buffer, file.byteOffset, Math.min(file.byteLength, ageArmourMagic.length));
  if (start.toString('latin1') !== ageArmourMagic) return file;
  try {
    return armor.decode(Buffer.from(file.buffer, file.byteOffset, file.byteLength).toString('latin1'));
  } catch {
    throw new DomainError('A02', { reason: 'armour' });
  }
}

/**
 * Decrypts a package for one identity. Passphrase files are refused before any hashing.
 * @param identity `AGE-SECRET-KEY-1…`, or null when the keyring is locked
 * @throws DomainError A01 (not for this computer), A02 (damaged), A03 (header), A04 (too large), A05 (locked)
 */
export async function decryptFor(file: Uint8Array, identity: string | null): Promise<Uint8Array> {
  if (file.length > limits.joinedFile) throw new DomainError('A04', { limit: limits.joinedFile });
  const binary = withoutArmour(file);
  const { stanzas } = readAgeHeader(binary);
  if (stanzas.some(([type]) => type === 'scrypt')) throw new DomainError('A03', { reason: 'passphrase' });
  if (identity === null) throw new DomainError('A05');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    return await decrypter.decrypt(binary);
  } catch (error) {
    // The library has no classes of errors; its one sentence for "no stanza fits" is pinned by a test.
    const foreign = error instanceof Error && error.message.startsWith('no identity matched');
    throw new DomainError(foreign ? 'A01' : 'A02', foreign ? {} : { reason: 'content' });
  }
}
