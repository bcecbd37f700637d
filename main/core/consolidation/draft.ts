import type { WorkspaceDatabase } from '../../../db/open';
import { write } from '../changes/gesture';
import type { ReviewDraft } from '../contract/consolidation/operations';
import { DomainError } from '../contract/errors';
import type { OpenWorkspace } from '../session';
import { readSetting, storeSetting } from '../storage/stored-settings';
import { reportOf } from './reports';

/** What a coordinator types of a review before signing: it survives leaving the page, a restart and a power cut. */

/** The draft of a review, or null. Throws record_missing. */
export function draftOf(database: WorkspaceDatabase, id: string): ReviewDraft | null {
  return readSetting(database, keyOf(reportOf(database, id)));
}

/**
 * Keeps the draft of a review that is not decided yet.
 * @throws DomainError record_missing, already_decided
 */
export function saveDraft(workspace: OpenWorkspace, id: string, draft: ReviewDraft): void {
  const report = reportOf(workspace.database, id);
  if (report.state !== 'to_review') throw new DomainError('already_decided', { id });
  write(workspace, () => keepDraft(workspace.database, report, draft), 'lasting');
}

/** Writes a draft inside a gesture's transaction; at the decision it becomes what was signed. */
export function keepDraft(
  database: WorkspaceDatabase,
  report: { readonly id: string },
  draft: ReviewDraft,
): void {
  storeSetting(database, keyOf(report), draft);
}

function keyOf(report: { readonly id: string }): `review:${string}` {
  return `review:${report.id}`;
}
