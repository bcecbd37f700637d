import { existsSync, mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { desc, eq, sql } from 'drizzle-orm';
import { openBlobs } from '../../../db/blobs';
import { type Keyring, unwrapKey, type WrappedKey, wrapKey } from '../../../db/keys';
import {
  createWorkspaceDatabase,
  DatabaseRefused,
  openWorkspaceDatabase,
  refusal,
  type WorkspaceDatabase,
} from '../../../db/open';
import { chain, changeLog, people, settings as settingsTable } from '../../../db/schema';
import { hybridClock } from '../changes/clock';
import type { EntityRegistry } from '../changes/registry';
import { DomainError, type ErrorCode } from '../contract/errors';
import type { Language, WorkspaceRole } from '../contract/values';
import type { Environment } from '../environment';
import { systemCode } from '../files';
import { formsOfPassphrase, plainPassphrase } from '../passphrases';
import type { OpenWorkspace } from '../session';
import type { CoreSettings } from '../settings';
import { expectsBlobs, sweepBlobs } from '../storage/kept-blobs';
import {
  countedWrites,
  lineText,
  noteSignatures,
  openWriteCounter,
  readLedger,
  signaturesOf,
} from '../storage/ledger';
import { readSetting, storeSetting } from '../storage/stored-settings';
import type { Breathe } from '../turns';
import { filesOf, presenceOf, readKeyring, sweepParts, writeKeyring } from './folder';
import { indexAsNow, searchManner } from './index-anew';
import { locationOf } from './location';
import { makeRecoveryCode, type RecoveryCode } from './rules';

/** Making and opening the encrypted files of a workspace (DESIGN.md §4, PACKAGES.md §2.7). */

interface Surroundings {
  readonly settings: CoreSettings;
  readonly environment: Environment;
  readonly entities: EntityRegistry;
}

export interface NewWorkspace {
  readonly folder: string;
  readonly language: Language;
  readonly role: WorkspaceRole;
  readonly code: string;
  readonly name: string;
  readonly country: string | null;
  readonly people: readonly { readonly name: string; readonly role: string }[];
  readonly passphrase: string;
}

/**
 * Makes a workspace in an empty or missing folder and opens it. When anything fails, the files made are removed.
 * Throws workspace_exists, B06, B08.
 */
export function makeWorkspace(
  surroundings: Surroundings,
  wanted: NewWorkspace,
): { workspace: OpenWorkspace; recovery: RecoveryCode } {
  const { environment, settings } = surroundings;
  prepareFolder(wanted.folder);
  const id = environment.newId();
  const key = environment.random(32);
  const recovery = makeRecoveryCode(environment.random);
  const cost = { N: settings.keyCost };
  const keyring: Keyring = {
    format: 1,
    workspace: id,
    name: wanted.name,
    role: wanted.role,
    code: wanted.code,
    passphrase: wrapKey(
      key,
      plainPassphrase(wanted.passphrase),
      boxContext(id, 'passphrase'),
      cost,
      environment.random,
    ),
    recovery: wrapKey(key, recovery.groups.join(''), boxContext(id, 'recovery'), cost, environment.random),
  };
  try {
    const database = coded(() =>
      createWorkspaceDatabase({
        file: filesOf(wanted.folder).database,
        key,
        migrationsFolder: settings.migrationsFolder,
      }),
    );
    const workspace = closingOnFailure(database, () => {
      firstRows(database, environment, id, wanted);
      // Without its WAL, a database that never saw a checkpoint would not even know whose it is.
      database.$client.pragma('wal_checkpoint(TRUNCATE)');
      writeKeyring(wanted.folder, keyring);
      return sessionOf(surroundings, wanted.folder, key, database);
    });
    return { workspace, recovery };
  } catch (error) {
    removeFolderMade(wanted.folder);
    throw error;
  }
}

/** The folder was empty or missing: all that lies in it was made here, the files that SQLite keeps beside ours too. */
function removeFolderMade(folder: string): void {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { force: true });
  rmdirSync(folder);
}

/** An open database is let go of when it cannot be used after all: it would refuse every later try as open elsewhere. */
function closingOnFailure<T>(database: WorkspaceDatabase, act: () => T): T {
  try {
    return act();
  } catch (error) {
    database.$client.close();
    throw codedError(refusal(error));
  }
}

/** Opens a workspace with the database key, in one piece. Throws B02–B09, K12. */
export function openWorkspace(surroundings: Surroundings, folder: string, key: Uint8Array): OpenWorkspace {
  const { keyring, database } = openFiles(surroundings, folder, key);
  return closingOnFailure(database, () => {
    refuseOther(database, keyring);
    // What an older version indexed is indexed anew: each step is done when the next is asked for.
    for (const _step of indexAsNow(database, surroundings.entities));
    return sessionOf(surroundings, folder, key, database);
  });
}

/**
 * The same in turns: the first opening by a version that searches and sorts in another manner takes its time, tells how
 * far it is (`indexing`) and obeys. Throws B02–B09, K12, cancelled: nothing of the indexing remains then.
 */
export async function openWorkspaceInTurns(
  surroundings: Surroundings,
  folder: string,
  key: Uint8Array,
  breathe: Breathe,
): Promise<OpenWorkspace> {
  const { keyring, database } = openFiles(surroundings, folder, key);
  try {
    refuseOther(database, keyring);
    for (const { done, total } of indexAsNow(database, surroundings.entities))
      await breathe('indexing', done, total);
    return sessionOf(surroundings, folder, key, database);
  } catch (error) {
    database.$client.close();
    throw codedError(refusal(error));
  }
}

/** Throws B02–B09, K12. */
function openFiles(surroundings: Surroundings, folder: string, key: Uint8Array) {
  const present = presenceOf(folder);
  if (present === 'folder_missing') throw new DomainError('workspace_missing', { missing: folder });
  if (present === 'keyring_missing') throw new DomainError('workspace_missing', { missing: 'keyring.json' });
  if (present === 'database_missing') throw new DomainError('B09', { missing: 'workspace.db' });
  const keyring = readKeyring(folder);
  const database = coded(() =>
    openWorkspaceDatabase({
      file: filesOf(folder).database,
      key,
      migrationsFolder: surroundings.settings.migrationsFolder,
    }),
  );
  return { keyring, database };
}

/** Throws B02 for a database that does not say whose it is, K12 for that of another workspace. */
function refuseOther(database: WorkspaceDatabase, keyring: Keyring): void {
  const identity = readSetting(database, 'identity');
  if (!identity) throw new DomainError('B02');
  if (identity.id !== keyring.workspace) throw new DomainError('K12');
}

/** The database key of a folder for a secret, or null when the secret is wrong. Throws workspace_missing, K12. */
export function keyFor(folder: string, secret: string, by: 'passphrase' | 'recovery'): Uint8Array | null {
  const keyring = readKeyring(folder);
  const forms = by === 'passphrase' ? formsOfPassphrase(secret) : [secret];
  for (const form of forms) {
    const key = unwrapKey(keyring[by], form, boxContext(keyring.workspace, by));
    if (key !== null) return key;
  }
  return null;
}

/** Wraps the key anew under another passphrase or recovery code and replaces the keyring durably. */
export function rewrap(
  folder: string,
  key: Uint8Array,
  secret: string,
  by: 'passphrase' | 'recovery',
  surroundings: Pick<Surroundings, 'environment' | 'settings'>,
): void {
  const keyring = readKeyring(folder);
  const wrapped: WrappedKey = wrapKey(
    key,
    by === 'passphrase' ? plainPassphrase(secret) : secret,
    boxContext(keyring.workspace, by),
    { N: surroundings.settings.keyCost },
    surroundings.environment.random,
  );
  writeKeyring(folder, { ...keyring, [by]: wrapped });
}

/** Closes the files of a workspace; the WAL is folded into the main file. */
export function closeWorkspace(workspace: OpenWorkspace): void {
  workspace.key.fill(0);
  workspace.close();
}

function boxContext(id: string, by: 'passphrase' | 'recovery'): string {
  return `concertation-keyring-1:${id}:${by}`;
}

function prepareFolder(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new DomainError('workspace_exists', { folder });
  }
  try {
    // The files are encrypted; other users of the laptop have no business with them all the same.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    // Node says ENOENT where making folders on the way meets a read-only disk.
    if (systemCode(error) === 'ENOENT') throw new DomainError('B08');
    throw codedError(refusal(error));
  }
}

function firstRows(
  database: WorkspaceDatabase,
  environment: Environment,
  id: string,
  wanted: NewWorkspace,
): void {
  const createdAt = new Date(environment.now()).toISOString();
  database.$client
    .transaction(() => {
      storeSetting(database, 'identity', {
        id,
        name: wanted.name,
        role: wanted.role,
        code: wanted.code,
        country: wanted.country,
        createdAt,
      });
      storeSetting(database, 'device', environment.newId());
      storeSetting(database, 'language', wanted.language);
      storeSetting(database, 'recovery', 'to_confirm');
      storeSetting(database, 'writes', 0);
      storeSetting(database, 'searchManner', searchManner);
      for (const [position, person] of wanted.people.entries()) {
        database
          .insert(people)
          .values({ id: environment.newId(), ...person, position, createdAt })
          .run();
      }
    })
    .immediate();
}

function sessionOf(
  surroundings: Surroundings,
  folder: string,
  key: Uint8Array,
  database: WorkspaceDatabase,
): OpenWorkspace {
  const { settings, environment, entities } = surroundings;
  const files = filesOf(folder);
  sweepParts(folder);
  const identity = readSetting(database, 'identity');
  const device = readSetting(database, 'device');
  if (!identity || !device) throw new DomainError('B02');
  const ledger = ledgerState(database, files);
  const counter = openWriteCounter(files.writes);
  const blobs = openBlobs(files.blobs, key, expectsBlobs(database) ? 'expected' : 'none_yet');
  // A database that lost its last writes does not know their files: those are what is left of them.
  if (ledger === 'fine') sweepBlobs({ database, blobs });
  noteSignatures(files.ledger, signaturesOf(database, identity.code));
  const latest = database
    .select({ instant: changeLog.instant })
    .from(changeLog)
    .orderBy(desc(changeLog.instant))
    .limit(1)
    .get();
  let writes = readSetting(database, 'writes') ?? 0;
  const onlyPerson = database.select().from(people).all();
  return {
    id: identity.id,
    name: identity.name,
    role: identity.role,
    code: identity.code,
    country: identity.country,
    folder,
    location: locationOf(folder),
    database,
    blobs,
    key,
    device,
    clock: hybridClock(environment.now, latest?.instant ?? null),
    environment,
    entities,
    settings,
    person: onlyPerson.length === 1 ? (onlyPerson[0]?.id ?? null) : null,
    gestures: [],
    undone: [],
    ledger,
    stageWrite() {
      database
        .update(settingsTable)
        .set({ value: sql`json(${writes + 1})` })
        .where(eq(settingsTable.key, 'writes'))
        .run();
    },
    countWrite() {
      writes += 1;
      counter.reach(writes);
    },
    close() {
      counter.close();
      blobs.close();
      database.$client.close();
    },
  };
}

/** B04: something that was signed, or written, is not in this database. */
function ledgerState(
  database: WorkspaceDatabase,
  files: ReturnType<typeof filesOf>,
): OpenWorkspace['ledger'] {
  if ((readSetting(database, 'writes') ?? 0) < countedWrites(files.writes)) return 'behind';
  const known = new Set(database.select().from(chain).all().map(lineText));
  const lost = readLedger(files.ledger).some((line) => !known.has(lineText(line)));
  return lost ? 'behind' : 'fine';
}

function coded<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw codedError(error);
  }
}

const codeOfFailure: Readonly<Record<DatabaseRefused['failure'], ErrorCode>> = {
  missing: 'B09',
  empty: 'B09',
  foreign: 'B03',
  damaged: 'B02',
  elsewhere: 'B05',
  newer: 'B07',
  read_only: 'B08',
  full: 'B06',
  blobs_missing: 'blobs_missing',
};

/** The code of a refused database; any other error passes unchanged. */
export function codedError(error: unknown): unknown {
  return error instanceof DatabaseRefused ? new DomainError(codeOfFailure[error.failure]) : error;
}
