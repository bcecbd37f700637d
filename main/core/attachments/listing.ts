import { and, desc, eq, isNotNull, isNull } from 'drizzle-orm';
import { attachments } from '../../../db/schema';
import { recordOfRow, type StoredRecord } from '../changes/log';
import type { AttachmentOwner, AttachmentRow } from '../contract/attachments/operations';
import { DomainError } from '../contract/errors';
import { purposesOf } from '../members/service';
import { sniffMediaType } from '../packages/service';
import type { OpenWorkspace } from '../session';
import { announcedHashes } from '../storage/kept-blobs';
import { announcedOfOwner } from './announced';
import { attachmentEntities } from './entities';
import { leavingOf, type OwnerLeave } from './rules';

/** The attachments of a sheet: a committee's own records, or what a committee announced to the coordination. */

/** Attachments of an organisation or a person, newest first. */
export function attachmentsOf(
  workspace: OpenWorkspace,
  owner: AttachmentOwner,
  today: string,
): AttachmentRow[] {
  if (workspace.role === 'coordination') return receivedRows(workspace, owner);
  const column = owner.entity === 'organisations' ? attachments.organisation : attachments.person;
  const rows = workspace.database
    .select()
    .from(attachments)
    .where(and(eq(column, owner.id), isNull(attachments.deletedAt), isNotNull(attachments.sha256)))
    .orderBy(desc(attachments.createdAt), desc(attachments.id))
    .all();
  const leave = leaveOf(workspace, owner, today);
  return rows.map((row) => ({
    record: viewOf(recordOfRow(attachmentEntities.attachments, row)),
    sha256: row.sha256 ?? '',
    fileName: row.fileName ?? '',
    mediaType: row.mediaType ?? '',
    bytes: row.bytes ?? 0,
    kind: row.kind,
    consent: row.consent,
    addedAt: row.createdAt,
    state: workspace.blobs.has(row.sha256 ?? '') ? 'here' : 'lost',
    leaves: leavingOf(row, leave),
  }));
}

function viewOf(record: StoredRecord): NonNullable<AttachmentRow['record']> {
  return { ...record, values: { ...record.values } };
}

/** What the owner allows on a day: an organisation of the register leaves; a person under consent. */
function leaveOf(workspace: OpenWorkspace, owner: AttachmentOwner, today: string): OwnerLeave {
  if (owner.entity === 'organisations') return { reported: 'reported', photo: 'agreed' };
  const purposes = purposesOf(workspace, [owner.id], today).get(owner.id) ?? [];
  const { sensitivity } = workspace.database.$client
    .prepare('SELECT sensitivity FROM persons WHERE id = ?')
    .get(owner.id) as {
    sensitivity: string;
  };
  const isNamed = purposes.includes('region') && sensitivity === 'normal';
  return {
    reported: isNamed ? 'reported' : 'not_reported',
    photo: purposes.includes('photo') ? 'agreed' : 'not_agreed',
  };
}

function receivedRows(workspace: OpenWorkspace, owner: AttachmentOwner): AttachmentRow[] {
  return announcedOfOwner(workspace, owner).map((row) => ({
    ...row,
    record: null,
    kind: row.mediaType.startsWith('image/') ? 'photo' : null,
    consent: null,
    addedAt: null,
    leaves: 'received',
  }));
}

/**
 * The bytes of an attachment of this workspace, and what they are.
 * @throws DomainError record_missing when no attachment has them, attachment_lost
 */
export function contentOf(
  workspace: OpenWorkspace,
  sha256: string,
): { bytes: Uint8Array<ArrayBuffer>; mediaType: string } {
  const own = workspace.database
    .select({ mediaType: attachments.mediaType })
    .from(attachments)
    .where(eq(attachments.sha256, sha256))
    .get();
  const announced = own === undefined && announcedHashes(workspace.database).includes(sha256);
  if (own === undefined && !announced) {
    throw new DomainError('record_missing', { entity: 'attachments', id: sha256 });
  }
  const bytes = workspace.blobs.get(sha256);
  if (bytes === null) throw new DomainError('attachment_lost');
  return { bytes: Uint8Array.from(bytes), mediaType: own?.mediaType ?? sniffMediaType(bytes) ?? '' };
}
