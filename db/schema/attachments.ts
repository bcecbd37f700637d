import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from './columns';
import { consents, organisations, persons } from './members';

/**
 * Files that belong to an organisation or a person; their bytes lie in the blob file under `sha256` (`db/blobs.ts`).
 * An erased one has lost everything but whose it was.
 */
export const attachments = sqliteTable(
  'attachments',
  {
    ...recordColumns(),
    organisation: text('organisation').references(() => organisations.id, { onDelete: 'cascade' }),
    person: text('person').references(() => persons.id, { onDelete: 'cascade' }),
    /** The consent that this paper proves. */
    consent: text('consent').references(() => consents.id, { onDelete: 'cascade' }),
    kind: text('kind'),
    caption: text('caption'),
    takenOn: text('taken_on'),
    confidential: integer('confidential', { mode: 'boolean' }),
    fileName: text('file_name'),
    mediaType: text('media_type'),
    bytes: integer('bytes'),
    sha256: text('sha256'),
  },
  (table) => [
    index('attachments_organisation').on(table.organisation),
    index('attachments_person').on(table.person),
    index('attachments_consent').on(table.consent),
    index('attachments_sha256').on(table.sha256),
  ],
);

/** What every signed package announced, and whether the bytes were in it: the rest is sent later (PACKAGES.md §1.7). */
export const announcedAttachments = sqliteTable(
  'announced_attachments',
  {
    /** Digest of the package. */
    digest: text('digest').notNull(),
    sha256: text('sha256').notNull(),
    ownerTable: text('owner_table').notNull(),
    ownerId: text('owner_id').notNull(),
    included: integer('included', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.digest, table.sha256, table.ownerTable, table.ownerId] }),
    index('announced_attachments_sha256').on(table.sha256),
  ],
);
