import { writeFileSync } from 'node:fs';
import type { attachmentOperations } from '../contract/attachments/operations';
import { DomainError } from '../contract/errors';
import { todayOf } from '../environment';
import { unlessRefused, writeForUser } from '../files';
import type { Handlers } from '../handler';
import { requirePassphrase } from '../workspace/service';
import { addAttachment } from './adding';
import { announcedOfReport } from './announced';
import { remainingOf, sendRemaining } from './leaving';
import { attachmentsOf, contentOf } from './listing';

export { receiveAttachments } from './announced';
export { type AnnouncedAttachment, announcedInReport, carriedBlobs, noteAnnounced } from './leaving';
export { emptyOldTrash } from './tidying';

export const attachmentHandlers: Handlers<typeof attachmentOperations> = {
  'attachments.of': (context, { owner }) =>
    attachmentsOf(context.workspace(), owner, todayOf(context.environment)),
  'attachments.content': (context, { sha256 }) => contentOf(context.workspace(), sha256),
  'attachments.add': (context, wanted) => addAttachment(context.workspaceOf('committee'), wanted),
  'attachments.saveCopy': (context, { sha256, file }) => {
    const workspace = context.workspace();
    const { bytes } = contentOf(workspace, sha256);
    const { path } = context.pathOf(file);
    writeForUser(path, bytes);
    if (workspace.role === 'coordination') markAsReceived(path);
    return {};
  },
  'attachments.store': (context) => ({ presence: context.workspace().blobs.presence() }),
  'attachments.beginStoreAnew': (context) => {
    context.workspace().blobs.beginAnew();
    return {};
  },
  'attachments.remaining': (context) => {
    const workspace = context.workspaceOf('committee');
    return remainingOf(workspace, todayOf(workspace.environment));
  },
  'attachments.sendRemaining': (context, { passphrase }) => {
    const workspace = context.workspaceOf('committee');
    requirePassphrase(context, workspace, passphrase);
    if (workspace.ledger === 'behind') throw new DomainError('B04');
    return { packages: sendRemaining(workspace, todayOf(workspace.environment)) };
  },
  'attachments.ofReport': (context, { submission }) =>
    announcedOfReport(context.workspaceOf('coordination'), submission),
};

/** Windows then asks before it opens what came from elsewhere (PACKAGES.md §3, threat 18). Other systems have no such mark. */
function markAsReceived(path: string): void {
  if (process.platform !== 'win32') return;
  unlessRefused(() => writeFileSync(`${path}:Zone.Identifier`, '[ZoneTransfer]\r\nZoneId=3\r\n'));
}
