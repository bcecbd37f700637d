import { isNotNull } from 'drizzle-orm';
import type { BlobStore } from '../../../db/blobs';
import type { WorkspaceDatabase } from '../../../db/open';
import { attachments, inbox, submissions } from '../../../db/schema';

/** Which bytes of the blob file the database names: the rest are orphans of a kill, of an erasure or of the trash. */

/** SHA-256 of every attachment that a row names, those in the trash included: undo and restoring bring them back. */
export function ownAttachmentHashes(database: WorkspaceDatabase): readonly string[] {
  return database
    .selectDistinct({ sha256: attachments.sha256 })
    .from(attachments)
    .where(isNotNull(attachments.sha256))
    .all()
    .flatMap(({ sha256 }) => sha256 ?? []);
}

/** SHA-256 of every attachment that the reports received here announced, whether its bytes came or not. */
export function announcedHashes(database: WorkspaceDatabase): readonly string[] {
  // By the report first: a search over the rows of all reports would read each of them.
  const rows = database.$client
    .prepare(
      `SELECT DISTINCT json_extract(content, '$.sha256') AS sha256 FROM snapshot_rows
       WHERE submission IN (SELECT id FROM submissions) AND name = 'attachments'`,
    )
    .all() as { sha256: string }[];
  return rows.map((row) => row.sha256);
}

/** SHA-256 of the files received. */
function receivedHashes(database: WorkspaceDatabase): readonly string[] {
  return [
    ...database.select({ sha256: inbox.sha256 }).from(inbox).all(),
    ...database.select({ sha256: submissions.archive }).from(submissions).all(),
  ].map((row) => row.sha256);
}

/** Every hash that the database names. */
export function namedHashes(database: WorkspaceDatabase): ReadonlySet<string> {
  return new Set([
    ...receivedHashes(database),
    ...ownAttachmentHashes(database),
    ...announcedHashes(database),
  ]);
}

/** Is there anything that must be in the blob file? Announced attachments may still be on their way. */
export function expectsBlobs(database: WorkspaceDatabase): boolean {
  const kept = database.$client
    .prepare("SELECT 1 FROM inbox WHERE outcome <> 'refused' UNION SELECT 1 FROM submissions LIMIT 1")
    .get();
  return kept !== undefined || ownAttachmentHashes(database).length > 0;
}

/** Removes the bytes that no row names any more. */
export function sweepBlobs(workspace: {
  readonly database: WorkspaceDatabase;
  readonly blobs: BlobStore;
}): void {
  workspace.blobs.sweep(namedHashes(workspace.database));
}
