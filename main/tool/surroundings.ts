import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fullCost } from '../../db/keys';
import { DomainError } from '../core/contract/errors';
import { entities } from '../core/core';
import { environmentOf } from '../core/environment';
import type { OpenWorkspace } from '../core/session';
import type { CoreSettings } from '../core/settings';
import { closeWorkspace, keyFor, openWorkspace } from '../core/workspace/opening';

/** Where the tool finds the application's own files and the user's. */

/** The application's folder: the one that holds `db/migrations`, above the bundle or the sources. */
function applicationFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'db', 'migrations'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('The folder db/migrations is missing');
    folder = parent;
  }
  return folder;
}

/** Profile of the installed application on this system. */
function defaultProfile(): string {
  const named = process.env.CONCERTATION_PROFILE;
  if (named) return resolve(named);
  if (process.platform === 'win32') return join(process.env.APPDATA ?? homedir(), 'Concertation');
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Concertation');
  return join(process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config'), 'Concertation');
}

/** Settings of a core that runs in the tool. */
export function toolSettings(profile: string | undefined): CoreSettings {
  const folder = applicationFolder();
  return {
    profileFolder: profile === undefined ? defaultProfile() : resolve(profile),
    documentsFolder: homedir(),
    migrationsFolder: join(folder, 'db', 'migrations'),
    verifierScript: join(folder, 'out', 'main', 'verifier.js'),
    sheetReaderScript: join(folder, 'out', 'main', 'sheet-reader.js'),
    appVersion: applicationVersion,
    systemLanguage: 'fr',
    fixed: null,
    keyCost: fullCost.N,
  };
}

/** Version of the application, put in by the build. */
export const applicationVersion: string = __APPLICATION_VERSION__;

/** The passphrase: from the environment, else the first line of standard input; never an argument. */
export async function readPassphrase(): Promise<string> {
  const named = process.env.CONCERTATION_PASSPHRASE;
  if (named !== undefined) return named;
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString('utf8').split(/\r?\n/)[0] ?? '';
}

/** Opens a workspace folder for as long as `act` runs. Throws B01–B09, K12, workspace_missing. */
export async function withWorkspace<T>(
  folder: string,
  profile: string | undefined,
  act: (workspace: OpenWorkspace) => T | Promise<T>,
): Promise<T> {
  const settings = toolSettings(profile);
  const key = keyFor(resolve(folder), await readPassphrase(), 'passphrase');
  if (!key) throw new DomainError('B01');
  const workspace = openWorkspace(
    { settings, environment: environmentOf(null), entities },
    resolve(folder),
    key,
  );
  try {
    return await act(workspace);
  } finally {
    closeWorkspace(workspace);
  }
}
