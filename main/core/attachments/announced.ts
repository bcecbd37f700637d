import type { Gesture } from '../changes/gesture';
import type { MediaType } from '../contract/attachments/media-types';
import type { AnnouncedRow, AttachmentOwner } from '../contract/attachments/operations';
import { DomainError } from '../contract/errors';
import type { PackageReceivers } from '../packages/service';
import { safeFileName } from '../packages/service';
import type { OpenWorkspace } from '../session';

/** At a coordination: what the committees' reports announced, and the bytes that come later (PACKAGES.md §1.7). */

interface AnnouncedFile {
  readonly sha256: string;
  readonly ownerTable: string;
  readonly ownerId: string;
  readonly bytes: number;
  readonly mediaType: MediaType;
  readonly originalName: string;
}

type Shown = Pick<AnnouncedRow, 'sha256' | 'fileName' | 'mediaType' | 'bytes' | 'state'>;

function announcedIn(workspace: OpenWorkspace, submissions: readonly string[]): readonly AnnouncedFile[] {
  const find = workspace.database.$client.prepare(
    "SELECT content FROM snapshot_rows WHERE submission = ? AND name = 'attachments' ORDER BY record",
  );
  return submissions.flatMap((submission) =>
    // The verifier has checked every value against the schema of the table (V13).
    (find.all(submission) as { content: string }[]).map(
      ({ content }) => JSON.parse(content) as AnnouncedFile,
    ),
  );
}

function shown(workspace: OpenWorkspace, file: AnnouncedFile): Shown {
  const { sha256, mediaType, bytes, originalName } = file;
  const state = workspace.blobs.has(sha256) ? 'here' : 'awaited';
  return { sha256, mediaType, bytes, fileName: safeFileName(originalName, mediaType), state };
}

/** What the report whose register counts for the owner's committee announced of one record. */
export function announcedOfOwner(workspace: OpenWorkspace, owner: AttachmentOwner): readonly Shown[] {
  const { $client } = workspace.database;
  const report = $client
    .prepare(
      `SELECT id FROM submissions WHERE state = 'accepted' AND committee = (SELECT committee FROM ${owner.entity} WHERE id = ?)
       ORDER BY epoch DESC, sequence DESC LIMIT 1`,
    )
    .get(owner.id) as { id: string } | undefined;
  if (report === undefined) return [];
  return announcedIn(workspace, [report.id])
    .filter((file) => file.ownerTable === owner.entity && file.ownerId === owner.id)
    .map((file) => shown(workspace, file));
}

/** What one report announced, with the names of the records as that report has them. */
export function announcedOfReport(workspace: OpenWorkspace, submission: string): AnnouncedRow[] {
  const { $client } = workspace.database;
  const known = $client.prepare('SELECT 1 FROM submissions WHERE id = ?').get(submission);
  if (known === undefined) throw new DomainError('record_missing', { entity: 'submissions', id: submission });
  const title = $client.prepare(
    `SELECT coalesce(json_extract(content, '$.name'), json_extract(content, '$.fullName')) AS title
       FROM snapshot_rows WHERE submission = ? AND name = ? AND record = ?`,
  );
  return announcedIn(workspace, [submission]).map((file) => {
    const found = title.get(submission, file.ownerTable, file.ownerId) as { title: string } | undefined;
    const entity = file.ownerTable === 'persons' ? 'persons' : 'organisations';
    return { ...shown(workspace, file), owner: { entity, id: file.ownerId, title: found?.title ?? '' } };
  });
}

const placeOf = ({ sha256, ownerTable, ownerId }: AnnouncedFile) => `${sha256} ${ownerTable} ${ownerId}`;

/**
 * Takes the bytes of a package of attachments: each must have been announced by a report of the same committee, with
 * the same size and type.
 * @throws DomainError attachment_unannounced, P03
 */
export const receiveAttachments: PackageReceivers['attachments'] = (gesture, { verdict }) => {
  const { workspace } = gesture;
  const reports = reportsOf(gesture, verdict.manifest.colis.from);
  const announced = new Map(announcedIn(workspace, reports).map((file) => [placeOf(file), file]));
  for (const row of (verdict.tables.attachments ?? []) as unknown as readonly (AnnouncedFile & {
    readonly included: boolean;
  })[]) {
    const known = announced.get(placeOf(row));
    if (known?.bytes !== row.bytes || known.mediaType !== row.mediaType) {
      throw new DomainError('attachment_unannounced', { row: row.sha256 });
    }
    if (!row.included) throw new DomainError('P03', { table: 'attachments', row: row.sha256 });
  }
  const files = verdict.blobs.filter((blob) => blob.role === 'attachment');
  for (const { content } of files) workspace.blobs.put(content);
  const hashes = new Set([...announced.values()].map((file) => file.sha256));
  const awaited = [...hashes].filter((sha256) => !workspace.blobs.has(sha256)).length;
  return { arrived: files.length, awaited };
};

/** The reports of a committee that are here, whatever was decided of them. */
function reportsOf({ workspace }: Gesture, committee: string): readonly string[] {
  const rows = workspace.database.$client
    .prepare('SELECT id FROM submissions WHERE committee = ?')
    .all(committee) as { id: string }[];
  return rows.map(({ id }) => id);
}
