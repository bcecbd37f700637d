import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import { connect } from './open';

/**
 * Files kept by the workspace, by their SHA-256, in a second encrypted SQLite file (DESIGN.md §4): packages as
 * received and, with the members issue, attachments. The main file stays small and nothing lies on disk in clear.
 */
export interface BlobStore {
  /** Stores bytes (once) and gives their hash. */
  put(bytes: Uint8Array): string;
  /** The bytes, or null. */
  get(sha256: string): Buffer | null;
  /** Removes what no row names any more (the commit over two files is not atomic: orphans are swept at start). */
  sweep(named: ReadonlySet<string>): number;
  /** Number of damages that SQLite's integrity check finds; 0 when the file is sound. */
  damage(): number;
  close(): void;
}

/** Opens or creates the blob file. Throws DatabaseRefused when it is damaged or open elsewhere. */
export function openBlobs(file: string, key: Uint8Array): BlobStore {
  const client: Database.Database = connect(file, key);
  client.exec(
    'CREATE TABLE IF NOT EXISTS blobs (sha256 TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT, WITHOUT ROWID',
  );
  const insert = client.prepare('INSERT INTO blobs (sha256, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const select = client.prepare('SELECT bytes FROM blobs WHERE sha256 = ?');
  const names = client.prepare('SELECT sha256 FROM blobs');
  const remove = client.prepare('DELETE FROM blobs WHERE sha256 = ?');
  return {
    put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      insert.run(sha256, bytes);
      return sha256;
    },
    get(sha256) {
      const row = select.get(sha256) as { bytes: Buffer } | undefined;
      return row?.bytes ?? null;
    },
    sweep(named) {
      const orphans = (names.all() as { sha256: string }[]).filter((row) => !named.has(row.sha256));
      for (const orphan of orphans) remove.run(orphan.sha256);
      return orphans.length;
    },
    damage() {
      const answers = client.pragma('integrity_check') as { integrity_check: string }[];
      return answers.filter((answer) => answer.integrity_check !== 'ok').length;
    },
    close() {
      client.close();
    },
  };
}
