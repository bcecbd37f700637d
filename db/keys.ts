import { createCipheriv, createDecipheriv, hkdfSync, scryptSync } from 'node:crypto';
import { z } from 'zod';

/**
 * `keyring.json`: the database key, wrapped once for the passphrase and once for the recovery code
 * (PACKAGES.md §2.7). It goes with every backup; it holds no key in clear and nothing of the records.
 */

const base64 = (bytes: number) =>
  z
    .string()
    .regex(/^[A-Za-z0-9+/]*={0,2}$/)
    .refine((text) => Buffer.from(text, 'base64').length === bytes, { message: `${bytes} bytes` });

/** Parameters are bounded before any hashing: N=2^30 would hang a laptop, N=2 would protect nothing. */
const scryptSchema = z.strictObject({
  N: z
    .number()
    .int()
    .min(16_384)
    .max(262_144)
    .refine((n) => Number.isInteger(Math.log2(n))),
  r: z.literal(8),
  p: z.literal(1),
  salt: base64(16),
});

const wrappedSchema = z.strictObject({
  kdf: scryptSchema,
  nonce: base64(12),
  /** Encrypted key (32 bytes) and tag (16). */
  box: base64(48),
});

export const keyringSchema = z.strictObject({
  format: z.literal(1),
  workspace: z.string().length(36),
  name: z.string().max(120),
  role: z.enum(['committee', 'coordination']),
  code: z.string().regex(/^[A-Z][A-Z0-9]{1,11}$/),
  passphrase: wrappedSchema,
  recovery: wrappedSchema,
});
export type Keyring = z.infer<typeof keyringSchema>;
export type WrappedKey = z.infer<typeof wrappedSchema>;

/** Work factor of scrypt; tests of everything but the key derivation take a cheaper one from the settings. */
export interface KeyCost {
  readonly N: number;
}
export const fullCost: KeyCost = { N: 131_072 };

export type RandomBytes = (length: number) => Uint8Array;

/** Wraps a 32-byte key under a secret that a person types. `context` binds the box to its place. */
export function wrapKey(
  key: Uint8Array,
  secret: string,
  context: string,
  cost: KeyCost,
  random: RandomBytes,
): WrappedKey {
  const salt = random(16);
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', derive(secret, { N: cost.N, r: 8, p: 1 }, salt), nonce);
  cipher.setAAD(Buffer.from(context));
  const box = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()]);
  return {
    kdf: { N: cost.N, r: 8, p: 1, salt: Buffer.from(salt).toString('base64') },
    nonce: Buffer.from(nonce).toString('base64'),
    box: box.toString('base64'),
  };
}

/** The key, or null when the secret is not the right one (or the box was altered). */
export function unwrapKey(wrapped: WrappedKey, secret: string, context: string): Uint8Array | null {
  const key = derive(secret, wrapped.kdf, Buffer.from(wrapped.kdf.salt, 'base64'));
  return openBox(key, Buffer.from(wrapped.nonce, 'base64'), Buffer.from(wrapped.box, 'base64'), context);
}

/** Seals bytes under a key made from the database key and the installation secret (PACKAGES.md §2.7). */
export function sealForInstallation(
  plain: Uint8Array,
  databaseKey: Uint8Array,
  installationSecret: Uint8Array,
  random: RandomBytes,
): { nonce: string; box: string } {
  const nonce = random(12);
  const cipher = createCipheriv('aes-256-gcm', installationKey(databaseKey, installationSecret), nonce);
  const box = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce: Buffer.from(nonce).toString('base64'), box: box.toString('base64') };
}

/** Opens what `sealForInstallation` made; null in another installation. */
export function openForInstallation(
  sealed: { nonce: string; box: string },
  databaseKey: Uint8Array,
  installationSecret: Uint8Array,
): Uint8Array | null {
  const key = installationKey(databaseKey, installationSecret);
  return openBox(key, Buffer.from(sealed.nonce, 'base64'), Buffer.from(sealed.box, 'base64'), '');
}

function installationKey(databaseKey: Uint8Array, secret: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', databaseKey, secret, 'concertation-signing-1', 32));
}

function openBox(key: Uint8Array, nonce: Uint8Array, box: Buffer, context: string): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce);
  decipher.setAAD(Buffer.from(context));
  decipher.setAuthTag(box.subarray(box.length - 16));
  try {
    return Buffer.concat([decipher.update(box.subarray(0, box.length - 16)), decipher.final()]);
  } catch {
    // GCM's only failure: the tag does not match, so the secret is not the right one.
    return null;
  }
}

function derive(secret: string, { N, r, p }: { N: number; r: number; p: number }, salt: Uint8Array): Buffer {
  return scryptSync(secret.normalize('NFC'), salt, 32, { N, r, p, maxmem: 129 * N * r + 4096 });
}
