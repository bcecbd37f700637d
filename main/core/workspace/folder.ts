import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Keyring, keyringSchema } from '../../../db/keys';
import { DomainError } from '../contract/errors';
import type { KnownWorkspace } from '../contract/workspace/operations';
import { readJson, writeJson } from '../files';
import { ledgerOf } from '../storage/ledger';

/** The files of a workspace folder. Everything that holds records is encrypted. */
export function filesOf(folder: string) {
  return {
    keyring: join(folder, 'keyring.json'),
    database: join(folder, 'workspace.db'),
    blobs: join(folder, 'blobs.db'),
    signing: join(folder, 'signing.json'),
    ledger: ledgerOf(folder),
    writes: join(folder, 'writes.txt'),
  } as const;
}

/** What is there of a workspace. */
export function presenceOf(folder: string): KnownWorkspace['present'] {
  const files = filesOf(folder);
  if (!existsSync(folder)) return 'folder_missing';
  if (!existsSync(files.keyring)) return 'keyring_missing';
  return existsSync(files.database) ? 'present' : 'database_missing';
}

/** Reads the keyring, strictly and with bounded parameters. Throws workspace_missing, K12. */
export function readKeyring(folder: string): Keyring {
  const path = filesOf(folder).keyring;
  if (!existsSync(path)) throw new DomainError('workspace_missing', { missing: 'keyring.json' });
  try {
    return keyringSchema.parse(readJson(path));
  } catch {
    // Whatever is wrong with it (not JSON, cut, foreign, absurd parameters): it is damaged, and nothing was hashed.
    throw new DomainError('K12');
  }
}

export function writeKeyring(folder: string, keyring: Keyring): void {
  writeJson(filesOf(folder).keyring, keyring);
}

/** Removes what an interrupted write left behind. */
export function sweepParts(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.part')) rmSync(join(folder, name), { force: true });
  }
}
