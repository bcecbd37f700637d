import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openForInstallation } from '../../db/keys';
import { connect } from '../../db/open';
import { entities } from '../../main/core/core';
import { environmentOf } from '../../main/core/environment';
import { keyText, publicKeyOfSeed } from '../../main/core/packages/format/ssh-key';
import type { OpenWorkspace } from '../../main/core/session';
import type { CoreSettings } from '../../main/core/settings';
import { closeWorkspace, keyFor, openWorkspace } from '../../main/core/workspace/opening';
import { passphrase } from './laptop';

/** What lies on the disk of a laptop whose core is closed or locked: seen as a forensic examiner with the keys would. */

interface Place {
  readonly settings: CoreSettings;
  readonly workspaceFolder: string;
}

/** Opens the workspace's own files beside the core, which must have locked it, and closes them again. */
export function withFiles<T>(
  { settings, workspaceFolder }: Place,
  act: (workspace: OpenWorkspace) => T,
  secret = passphrase,
): T {
  const key = keyFor(workspaceFolder, secret, 'passphrase');
  if (!key) throw new Error('The passphrase does not open the workspace');
  const surroundings = { settings, environment: environmentOf(settings.fixed), entities };
  const workspace = openWorkspace(surroundings, workspaceFolder, key);
  try {
    return act(workspace);
  } finally {
    closeWorkspace(workspace);
  }
}

/** SHA-256 of every file that the blob file holds, as it lies on the disk: opening would sweep what no row names. */
export function keptHashes({ workspaceFolder }: Pick<Place, 'workspaceFolder'>, key: Uint8Array): string[] {
  const client = connect(join(workspaceFolder, 'blobs.db'), key);
  try {
    const rows = client.prepare('SELECT sha256 FROM blobs ORDER BY sha256').all() as { sha256: string }[];
    return rows.map(({ sha256 }) => sha256);
  } finally {
    client.close();
  }
}

/** The keys of a laptop, as its own core would unseal them: only with them can a test forge what it must refuse. */
export interface InstallationKeys {
  readonly seed: Uint8Array;
  /** `ssh-ed25519 …` */
  readonly key: string;
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string;
  /** `age1…` */
  readonly recipient: string;
}

export function keysOf({ settings, workspaceFolder }: Place): InstallationKeys {
  const sealed = JSON.parse(readFileSync(join(workspaceFolder, 'signing.json'), 'utf8'));
  const secret = readFileSync(join(settings.profileFolder, 'installation.secret'), 'utf8').trim();
  const key = keyFor(workspaceFolder, passphrase, 'passphrase');
  const plain = key && openForInstallation(sealed, key, Buffer.from(secret, 'hex'));
  if (!plain) throw new Error('The keys of this installation cannot be opened');
  const { seed, identity, recipient } = JSON.parse(Buffer.from(plain).toString('utf8'));
  const bytes = Buffer.from(seed, 'base64');
  return { seed: bytes, key: keyText(publicKeyOfSeed(bytes)), identity, recipient };
}
