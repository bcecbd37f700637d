import { closeSync, existsSync, openSync, readFileSync, readSync, rmSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';
import { DrizzleError } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { renameHeld } from './held-files';
import * as schema from './schema';

/** A typed, open workspace database. */
export type WorkspaceDatabase = ReturnType<typeof drizzle<typeof schema>> & { $client: Database.Database };

/** Why a database file cannot be used. The core turns each into its code (PACKAGES.md §4.9, B01–B10). */
export type OpenFailure =
  | 'missing'
  | 'empty'
  | 'foreign'
  | 'damaged'
  | 'elsewhere'
  | 'newer'
  | 'read_only'
  | 'full'
  /** The file of attachments and received packages is gone, and something was in it. */
  | 'blobs_missing';

export class DatabaseRefused extends Error {
  readonly failure: OpenFailure;

  constructor(failure: OpenFailure, cause?: unknown) {
    super(`Database refused: ${failure}`, { cause });
    this.name = 'DatabaseRefused';
    this.failure = failure;
  }
}

/** better-sqlite3-multiple-ciphers adds `key`, which the types of better-sqlite3 do not know. */
type CipheredDatabase = Database.Database & { key(key: Buffer): number };

interface OpenSettings {
  readonly file: string;
  /** 32 bytes. */
  readonly key: Uint8Array;
  readonly migrationsFolder: string;
}

/** Opens an existing workspace database, migrates it when older. Never creates a file. Throws DatabaseRefused. */
export function openWorkspaceDatabase(settings: OpenSettings): WorkspaceDatabase {
  refuseForeignFile(settings.file);
  const client = connectWithoutForeignWal(settings);
  if (appliedMigrations(client) > 0) return open(settings, client);
  // Its content was in a WAL that is gone. Migrating it now would make an empty workspace of it.
  client.close();
  throw new DatabaseRefused('empty');
}

/** Creates the database of a new workspace; the file must not exist. Throws DatabaseRefused. */
export function createWorkspaceDatabase(settings: OpenSettings): WorkspaceDatabase {
  if (existsSync(settings.file)) throw new DatabaseRefused('foreign');
  return open(settings, connect(settings.file, settings.key));
}

/**
 * A WAL is left where the application was killed. One that is damaged, or of another database, makes the file
 * unreadable, at once or only where its pages are met. It is then set aside, never deleted, and the file opened without
 * it; that its last writes are missing shows against ledger and counter (PACKAGES.md §5). Where the file itself is
 * damaged, nothing is set aside.
 */
function connectWithoutForeignWal({ file, key }: OpenSettings): Database.Database {
  const wal = `${file}-wal`;
  if (!existsSync(wal) || statSync(wal).size === 0) return connect(file, key);
  try {
    return connectWhole(file, key);
  } catch (error) {
    if (!(error instanceof DatabaseRefused) || error.failure !== 'damaged') throw error;
  }
  const aside = freeName(`${wal}.aside`);
  renameHeld(wal, aside);
  try {
    return connectWhole(file, key);
  } catch (error) {
    if (!(error instanceof DatabaseRefused)) throw error;
    rmSync(wal, { force: true });
    renameHeld(aside, wal);
    return connect(file, key);
  }
}

/** Opens a file of which every page can be read. Throws DatabaseRefused. */
function connectWhole(file: string, key: Uint8Array): Database.Database {
  const client = connect(file, key);
  try {
    if (client.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new DatabaseRefused('damaged');
    return client;
  } catch (error) {
    client.close();
    throw refusal(error);
  }
}

function freeName(wanted: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!existsSync(name)) return name;
  }
}

/** Opens an encrypted SQLite file with the connection's rules; used for the workspace and its blobs. */
export function connect(file: string, key: Uint8Array): Database.Database {
  const client = refusing(() => new Database(file, { timeout: 1_000 }) as CipheredDatabase);
  try {
    client.pragma("cipher='chacha20'");
    client.key(Buffer.from(`raw:${Buffer.from(key).toString('hex')}`));
    client.pragma('locking_mode=EXCLUSIVE');
    client.pragma('trusted_schema=OFF');
    client.pragma('temp_store=MEMORY');
    client.pragma('secure_delete=ON');
    client.pragma('journal_mode=WAL');
    client.pragma('synchronous=FULL');
    client.pragma('foreign_keys=ON');
    client.prepare('SELECT count(*) FROM sqlite_master').get();
    return client;
  } catch (error) {
    client.close();
    throw refusal(error);
  }
}

function open({ migrationsFolder }: OpenSettings, client: Database.Database): WorkspaceDatabase {
  try {
    refuseNewerSchema(client, migrationsFolder);
    refuseHiddenCode(client);
    const database = drizzle(client, { schema }) as WorkspaceDatabase;
    // A rebuilt table drops the old one: with foreign keys on, its children would go by cascade (STACK.md §4).
    client.pragma('foreign_keys=OFF');
    const before = appliedMigrations(client);
    migrate(database, { migrationsFolder });
    // Only then: with foreign keys on, nothing else can break them, and looking at them all reads the whole file.
    const wasMigrated = appliedMigrations(client) > before;
    if (wasMigrated && (client.pragma('foreign_key_check') as unknown[]).length > 0)
      throw new DatabaseRefused('damaged');
    client.pragma('foreign_keys=ON');
    return database;
  } catch (error) {
    client.close();
    throw refusal(error);
  }
}

/** Looks at the file's first bytes: a text file, a plain SQLite file or nothing at all is never opened. */
function refuseForeignFile(file: string): void {
  if (!existsSync(file)) throw new DatabaseRefused('missing');
  const size = statSync(file).size;
  if (size === 0) throw new DatabaseRefused('empty');
  const head = Buffer.alloc(512);
  const descriptor = openSync(file, 'r');
  const read = readSync(descriptor, head, 0, head.length, 0);
  closeSync(descriptor);
  const start = head.subarray(0, read);
  if (start.subarray(0, 15).toString('latin1') === 'SQLite format 3') throw new DatabaseRefused('foreign');
  if (start.every((byte) => (byte >= 32 && byte < 127) || byte === 9 || byte === 10 || byte === 13)) {
    throw new DatabaseRefused('foreign');
  }
  if (size % 4096 !== 0) throw new DatabaseRefused('damaged');
}

function refuseNewerSchema(client: Database.Database, migrationsFolder: string): void {
  if (appliedMigrations(client) > knownMigrations(migrationsFolder)) throw new DatabaseRefused('newer');
}

function appliedMigrations(client: Database.Database): number {
  const count = (sql: string) => (client.prepare(sql).get() as { n: number }).n;
  const tables = count("SELECT count(*) AS n FROM sqlite_master WHERE name = '__drizzle_migrations'");
  return tables === 0 ? 0 : count('SELECT count(*) AS n FROM __drizzle_migrations');
}

function knownMigrations(folder: string): number {
  const journal = JSON.parse(readFileSync(`${folder}/meta/_journal.json`, 'utf8')) as { entries: unknown[] };
  return journal.entries.length;
}

/** What a database consists of: the statements that made its tables and indexes, those of SQLite itself left out. */
export function schemaOf(client: Database.Database): readonly string[] {
  const rows = client
    .prepare(
      "SELECT type, name, coalesce(sql, '') AS sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    .all() as { type: string; name: string; sql: string }[];
  return rows.map(({ type, name, sql }) => `${type} ${name} ${sql}`);
}

/** What a database consists of after all migrations of this application. */
export function expectedSchema(migrationsFolder: string): readonly string[] {
  const client = new Database(':memory:');
  try {
    migrate(drizzle(client), { migrationsFolder });
    return schemaOf(client);
  } finally {
    client.close();
  }
}

/** The schema has neither triggers nor views: one that is there was put there by somebody else. */
function refuseHiddenCode(client: Database.Database): void {
  const hidden = client
    .prepare("SELECT count(*) AS n FROM sqlite_master WHERE type IN ('trigger', 'view')")
    .get() as {
    n: number;
  };
  if (hidden.n > 0) throw new DatabaseRefused('damaged');
}

function refusing<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw refusal(error);
  }
}

/** Translates the codes of SQLite and of the file system; anything else is a bug and passes unchanged. */
export function refusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  // Drizzle wraps what SQLite says while it migrates.
  if (error instanceof DrizzleError && error.cause instanceof Error) return refusal(error.cause);
  if (!('code' in error)) return error;
  const code = String(error.code);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
    return new DatabaseRefused('damaged', error);
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return new DatabaseRefused('elsewhere', error);
  }
  if (['SQLITE_FULL', 'ENOSPC', 'EDQUOT'].includes(code)) return new DatabaseRefused('full', error);
  const isKept = ['EACCES', 'EPERM', 'EROFS', 'EBUSY'].includes(code);
  if (isKept || /^SQLITE_(READONLY|CANTOPEN|IOERR)/.test(code)) {
    return new DatabaseRefused('read_only', error);
  }
  return error;
}
