import { createHash } from 'node:crypto';
import { decodeBase64 } from './base64';
import { keyBlob, keyType, publicKeyOfBlob, publicKeyOfSeed } from './ssh-key';
import { concat, readString, sshString, uint32 } from './ssh-wire';

/** Private key file of OpenSSH without passphrase, so that stock `ssh-keygen -Y sign` can use a root key. */

const magic = Buffer.from('openssh-key-v1\0', 'latin1');
const begin = '-----BEGIN OPENSSH PRIVATE KEY-----';
const end = '-----END OPENSSH PRIVATE KEY-----';
const none = sshString(Buffer.from('none', 'ascii'));
const blockSize = 8;

/** Text of the file for a 32-byte seed. The same seed and comment give the same text. */
export function writeOpensshPrivateKey(seed: Uint8Array, comment: string): string {
  const publicKey = publicKeyOfSeed(seed);
  // Two equal numbers tell a reader that it decrypted well; without encryption any will do.
  const check = createHash('sha256').update('check').update(seed).digest().subarray(0, 4);
  const section = concat(
    check,
    check,
    sshString(Buffer.from(keyType, 'ascii')),
    sshString(publicKey),
    sshString(concat(seed, publicKey)),
    sshString(Buffer.from(comment, 'utf8')),
  );
  const padding = Uint8Array.from(
    { length: (blockSize - (section.length % blockSize)) % blockSize },
    (_, i) => i + 1,
  );
  const blob = concat(
    magic,
    none,
    none,
    sshString(new Uint8Array()),
    uint32(1),
    sshString(keyBlob(publicKey)),
    sshString(concat(section, padding)),
  );
  const lines =
    Buffer.from(blob)
      .toString('base64')
      .match(/.{1,70}/g) ?? [];
  return [begin, ...lines, end, ''].join('\n');
}

/** Reads `count` strings in a row, or null when the bytes end before. */
function stringsOf(bytes: Uint8Array, start: number, count: number): readonly Uint8Array[] | null {
  const values: Uint8Array[] = [];
  let offset = start;
  while (values.length < count) {
    const found = readString(bytes, offset);
    if (found === null) return null;
    values.push(found.value);
    offset = found.next;
  }
  return values;
}

/** Seed of an Ed25519 private key file without passphrase, or null when the text is anything else. */
export function readOpensshPrivateKey(text: string): Uint8Array | null {
  const lines = text.trim().split(/\r?\n/);
  if (lines.shift() !== begin || lines.pop() !== end) return null;
  const blob = decodeBase64(lines.join(''));
  if (blob === null || !Buffer.from(blob.subarray(0, magic.length)).equals(magic)) return null;
  const names = stringsOf(blob, magic.length, 3);
  if (names?.[0] === undefined || Buffer.from(names[0]).toString('latin1') !== 'none') return null;
  const header = magic.length + names.reduce((sum, name) => sum + 4 + name.length, 0) + uint32(1).length;
  const [publicBlob, section] = stringsOf(blob, header, 2) ?? [];
  if (publicBlob === undefined || section === undefined) return null;
  const publicKey = publicKeyOfBlob(publicBlob);
  const [, , pair] = stringsOf(section, 8, 3) ?? [];
  if (publicKey === null || pair === undefined || pair.length !== 64) return null;
  const seed = Uint8Array.from(pair.subarray(0, 32));
  return Buffer.from(publicKeyOfSeed(seed)).equals(publicKey) ? seed : null;
}
