import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { openForInstallation, sealForInstallation } from '../../../db/keys';
import { DomainError } from '../contract/errors';
import { readJsonOr, writeJson } from '../files';
import type { OpenWorkspace } from '../session';
import { installationSecret } from '../storage/profile';
import { generateReadingKey } from './format/encryption';
import { keyText, publicKeyOfSeed } from './format/ssh-key';

/**
 * The committee's or coordinator's two keys: `signing.json`, sealed for this installation, never in a backup
 * (PACKAGES.md §2.7).
 */
export interface SigningKeys {
  /** Ed25519 seed, 32 bytes. */
  readonly seed: Uint8Array;
  /** `ssh-ed25519 …` */
  readonly key: string;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
}

/** Base64 of a length that the cipher takes: anything else is a damaged file, and was not sealed here. */
const base64 = (least: number, most: number) =>
  z.base64().refine((text) => {
    const { length } = Buffer.from(text, 'base64');
    return length >= least && length <= most;
  });
const sealedSchema = z.strictObject({ format: z.literal(1), nonce: base64(12, 12), box: base64(16, 4_096) });
const plainSchema = z.strictObject({ seed: z.string(), identity: z.string(), recipient: z.string() });

function pathOf(workspace: OpenWorkspace): string {
  return join(workspace.folder, 'signing.json');
}

/** Whether this installation can sign: keys never made, sealed for another installation (copied folder), or ready. */
export function signingStateOf(workspace: OpenWorkspace): 'ready' | 'absent' | 'foreign' {
  if (!existsSync(pathOf(workspace))) return 'absent';
  return openKeys(workspace) === null ? 'foreign' : 'ready';
}

/** The keys, or null when there are none or this installation cannot open them. */
export function signingKeys(workspace: OpenWorkspace): SigningKeys | null {
  return existsSync(pathOf(workspace)) ? openKeys(workspace) : null;
}

/** The keys. Throws cannot_sign, and B04 when the database is older than its ledger. */
export function requireKeys(workspace: OpenWorkspace): SigningKeys {
  if (workspace.ledger === 'behind') throw new DomainError('B04');
  const keys = signingKeys(workspace);
  if (!keys) throw new DomainError('cannot_sign');
  return keys;
}

/** Makes the two keys, seals and writes them. They are never shown and never exported (PACKAGES.md §2.4). */
export async function makeSigningKeys(workspace: OpenWorkspace): Promise<SigningKeys> {
  const seed = workspace.environment.random(32);
  const { identity, recipient } = await generateReadingKey();
  const plain = JSON.stringify({ seed: Buffer.from(seed).toString('base64'), identity, recipient });
  const sealed = sealForInstallation(
    Buffer.from(plain),
    workspace.key,
    secretOf(workspace),
    workspace.environment.random,
  );
  writeJson(pathOf(workspace), { format: 1, ...sealed });
  return { seed, key: keyText(publicKeyOfSeed(seed)), identity, recipient };
}

function openKeys(workspace: OpenWorkspace): SigningKeys | null {
  const sealed = sealedSchema.safeParse(readJsonOr(pathOf(workspace), null));
  if (!sealed.success) return null;
  const plain = openForInstallation(sealed.data, workspace.key, secretOf(workspace));
  if (!plain) return null;
  const { seed, identity, recipient } = plainSchema.parse(JSON.parse(Buffer.from(plain).toString('utf8')));
  const bytes = Buffer.from(seed, 'base64');
  return { seed: bytes, key: keyText(publicKeyOfSeed(bytes)), identity, recipient };
}

function secretOf(workspace: OpenWorkspace): Uint8Array {
  return installationSecret(workspace.settings.profileFolder, workspace.environment.random);
}
