import { createHash, sign, verify } from 'node:crypto';
import { DomainError } from '../../contract/errors';
import { decodeBase64 } from './base64';
import { limits } from './limits';
import {
  keyBlob,
  keyText,
  keyType,
  publicKeyOfBlob,
  publicKeyOfSeed,
  signingKey,
  verifyingKey,
} from './ssh-key';
import { concat, readString, sshString, uint32 } from './ssh-wire';

/**
 * SSHSIG signatures, the bytes that `ssh-keygen -Y sign` makes (PACKAGES.md §1.5). The reader is stricter than
 * OpenSSH: one armour form, nothing around it, `reserved` empty, SHA-512 and Ed25519 only.
 */

const magic = Buffer.from('SSHSIG', 'ascii');
const hashName = Buffer.from('sha512', 'ascii');
const empty = new Uint8Array();
const begin = '-----BEGIN SSH SIGNATURE-----';
const end = '-----END SSH SIGNATURE-----';
const lineLength = 70;
const version = 1;

export interface SshSignature {
  readonly namespace: string;
  /** The 32 bytes of the key that claims to have signed; any key until `verifySignature` says true. */
  readonly publicKey: Uint8Array;
  /** The same in text form, `ssh-ed25519 …`. */
  readonly key: string;
  /** 64 bytes. */
  readonly signature: Uint8Array;
}

function toSign(namespace: string, message: Uint8Array): Uint8Array {
  const digest = createHash('sha512').update(message).digest();
  return concat(
    magic,
    sshString(Buffer.from(namespace, 'utf8')),
    sshString(empty),
    sshString(hashName),
    sshString(digest),
  );
}

function armour(blob: Uint8Array): string {
  const lines =
    Buffer.from(blob)
      .toString('base64')
      .match(/.{1,70}/g) ?? [];
  return [begin, ...lines, end, ''].join('\n');
}

/**
 * Signature of some bytes as the text of `datapackage.json.sig`.
 * @param seed 32 bytes of the Ed25519 private key
 */
export function signBytes(message: Uint8Array, namespace: string, seed: Uint8Array): string {
  const raw = sign(null, toSign(namespace, message), signingKey(seed));
  const keyTypeName = sshString(Buffer.from(keyType, 'ascii'));
  return armour(
    concat(
      magic,
      uint32(version),
      sshString(keyBlob(publicKeyOfSeed(seed))),
      sshString(Buffer.from(namespace, 'utf8')),
      sshString(empty),
      sshString(hashName),
      sshString(concat(keyTypeName, sshString(raw))),
    ),
  );
}

function malformed(reason: string): DomainError {
  return new DomainError('S02', { reason });
}

function blobOfArmour(bytes: Uint8Array): Uint8Array {
  if (bytes.length > limits.signature) throw malformed('length');
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const lines = text.replaceAll('\r\n', '\n').split('\n');
  if (lines.shift() !== begin || lines.pop() !== '' || lines.pop() !== end) throw malformed('armour');
  const full = lines.slice(0, -1).every((line) => line.length === lineLength);
  const last = lines.at(-1)?.length ?? 0;
  if (!full || last === 0 || last > lineLength) throw malformed('lines');
  const blob = decodeBase64(lines.join(''));
  if (blob === null) throw malformed('base64');
  return blob;
}

/** The signature's own string holds its type and 64 bytes. */
function rawSignature(bytes: Uint8Array): Uint8Array {
  const type = readString(bytes, 0);
  const raw = type === null ? null : readString(bytes, type.next);
  if (type === null || raw === null || raw.next !== bytes.length) throw malformed('signature');
  if (Buffer.from(type.value).toString('latin1') !== keyType)
    throw new DomainError('S03', { what: 'signature' });
  if (raw.value.length !== 64) throw malformed('signature');
  return raw.value;
}

/**
 * Reads an armoured signature without verifying anything.
 * @throws DomainError S02 (form), S03 (version, key type, reserved field, hash)
 */
export function parseSignature(bytes: Uint8Array): SshSignature {
  const blob = blobOfArmour(bytes);
  if (!Buffer.from(blob.subarray(0, magic.length)).equals(magic)) throw malformed('magic');
  if (blob.length < magic.length + 4) throw malformed('length');
  const found = new DataView(blob.buffer, blob.byteOffset, blob.byteLength).getUint32(magic.length);
  if (found !== version) throw new DomainError('S03', { what: 'version' });
  const fields: Uint8Array[] = [];
  let offset = magic.length + 4;
  while (fields.length < 5) {
    const field = readString(blob, offset);
    if (field === null) throw malformed('length');
    fields.push(field.value);
    offset = field.next;
  }
  if (offset !== blob.length) throw malformed('trailing');
  const [key, namespace, reserved, hash, signature] = fields as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const publicKey = publicKeyOfBlob(key);
  if (publicKey === null) throw new DomainError('S03', { what: 'key' });
  if (reserved.length > 0) throw new DomainError('S03', { what: 'reserved' });
  if (!Buffer.from(hash).equals(hashName)) throw new DomainError('S03', { what: 'hash' });
  return {
    namespace: Buffer.from(namespace).toString('latin1'),
    publicKey,
    key: keyText(publicKey),
    signature: rawSignature(signature),
  };
}

/** True when the signature is that of its key over these bytes in its namespace. */
export function verifySignature(signature: SshSignature, message: Uint8Array): boolean {
  return verify(
    null,
    toSign(signature.namespace, message),
    verifyingKey(signature.publicKey),
    signature.signature,
  );
}
