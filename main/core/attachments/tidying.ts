import { and, isNotNull, lt } from 'drizzle-orm';
import { attachments } from '../../../db/schema';
import { eraseRecord } from '../changes/erasure';
import { write } from '../changes/gesture';
import type { OpenWorkspace } from '../session';
import { sweepBlobs } from '../storage/kept-blobs';
import { trashLimit } from './rules';

/**
 * Forgets attachments that have lain in the trash for longer than it keeps them, then their bytes. Done when a
 * workspace is opened, so that nothing waits for it; a database that lost its last writes is left as it is.
 */
export function emptyOldTrash(workspace: OpenWorkspace): void {
  if (workspace.ledger === 'behind' || workspace.role !== 'committee') return;
  const old = workspace.database
    .select({ id: attachments.id, organisation: attachments.organisation, person: attachments.person })
    .from(attachments)
    .where(
      and(isNotNull(attachments.sha256), lt(attachments.deletedAt, trashLimit(workspace.environment.now()))),
    )
    .all();
  if (old.length === 0) return;
  write(
    workspace,
    (gesture) => {
      for (const { id, ...owner } of old) eraseRecord(gesture, 'attachments', id, owner, 'trash');
      gesture.afterCommit(() => sweepBlobs(workspace));
    },
    'lasting',
    'trash_emptied',
  );
}
