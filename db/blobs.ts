import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { connect, DatabaseRefused } from './open';

/**
 * Files kept by the workspace, by their SHA-256, in a second encrypted SQLite file (DESIGN.md §4): packages as
 * received, and attachments. The main file stays small and nothing lies on disk in clear.
 */
export interface BlobStore {
  /** `missing`: the file is gone although the workspace names files that were in it. Nothing is written then. */
  readonly presence: () => 'present' | 'missing';
  /** Stores bytes (once) and gives their hash. Throws DatabaseRefused `blobs_missing`. */
  put(bytes: Uint8Array): string;
  /** The bytes, or null. */
  get(sha256: string): Buffer | null;
  /** Are the bytes here? They are not read. */
  has(sha256: string): boolean;
  /** Removes what no row names any more (the commit over two files is not atomic: orphans are swept at start). */
  sweep(named: ReadonlySet<string>): number;
  /** Number of damages that SQLite's integrity check finds; 0 when the file is sound. */
  damage(): number;
  /** Begins a new file in place of one that is gone; what was in it stays lost. */
  beginAnew(): void;
  close(): void;
}

interface OpenFile {
  readonly client: Database.Database;
  readonly insert: Database.Statement;
  readonly select: Database.Statement;
  readonly find: Database.Statement;
  readonly names: Database.Statement;
  readonly remove: Database.Statement;
}

/**
 * Opens the blob file; makes it when it is not there, unless files are `expected` in it: then it stays missing, to be
 * put back from a copy. Throws DatabaseRefused when it is damaged or open elsewhere.
 */
export function openBlobs(file: string, key: Uint8Array, content: 'expected' | 'none_yet'): BlobStore {
  let open = content === 'expected' && !existsSync(file) ? null : openFile(file, key);
  return {
    presence: () => (open === null ? 'missing' : 'present'),
    put(bytes) {
      if (open === null) throw new DatabaseRefused('blobs_missing');
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      open.insert.run(sha256, bytes);
      return sha256;
    },
    get(sha256) {
      const row = open?.select.get(sha256) as { bytes: Buffer } | undefined;
      return row?.bytes ?? null;
    },
    has: (sha256) => open?.find.get(sha256) !== undefined,
    sweep(named) {
      if (open === null) return 0;
      const { names, remove } = open;
      const orphans = (names.all() as { sha256: string }[]).filter((row) => !named.has(row.sha256));
      for (const orphan of orphans) remove.run(orphan.sha256);
      return orphans.length;
    },
    damage() {
      if (open === null) return 0;
      const answers = open.client.pragma('integrity_check') as { integrity_check: string }[];
      return answers.filter((answer) => answer.integrity_check !== 'ok').length;
    },
    beginAnew() {
      open ??= openFile(file, key);
    },
    close() {
      open?.client.close();
    },
  };
}

function openFile(file: string, key: Uint8Array): OpenFile {
  const client = connect(file, key);
  client.exec(
    'CREATE TABLE IF NOT EXISTS blobs (sha256 TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID',
  );
  return {
    client,
    insert: client.prepare('INSERT INTO blobs (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING'),
    select: client.prepare('SELECT bytes FROM blobs WHERE sha256 = ?'),
    find: client.prepare('SELECT 1 FROM blobs WHERE sha256 = ?'),
    names: client.prepare('SELECT sha256 FROM blobs'),
    remove: client.prepare('DELETE FROM blobs WHERE sha256 = ?'),
  };
}
