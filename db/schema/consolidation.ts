import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One verified report of a committee. `to_review` is the staging of PACKAGES.md §1.8 V15. */
export const submissions = sqliteTable(
  'submissions',
  {
    id: text('id').primaryKey(),
    committee: text('committee').notNull(),
    quarter: text('quarter').notNull(),
    revision: integer('revision').notNull(),
    reason: text('reason'),
    epoch: integer('epoch').notNull(),
    sequence: integer('sequence').notNull(),
    digest: text('digest').notNull().unique(),
    /** The file as received, in the blob file. */
    archive: text('archive').notNull(),
    bytes: integer('bytes').notNull(),
    rows: integer('rows').notNull(),
    signerName: text('signer_name').notNull(),
    signerSince: text('signer_since').notNull(),
    notices: text('notices', { mode: 'json' })
      .$type<readonly { code: string; params: Record<string, string | number> }[]>()
      .notNull(),
    /** `to_review`, `accepted`, `returned`, `replaced` (a newer one arrived before it was judged). */
    state: text('state').notNull(),
    /** Last accepted submission when the difference was made (D03). */
    comparedWith: text('compared_with'),
    receivedAt: text('received_at').notNull(),
    decidedAt: text('decided_at'),
    decidedBy: text('decided_by'),
    slip: text('slip'),
  },
  (table) => [index('submissions_committee').on(table.committee, table.quarter)],
);

/** The rows of every submission as reported, so that the region can be read as it stood at any quarter (DESIGN.md §5). */
export const snapshotRows = sqliteTable(
  'snapshot_rows',
  {
    submission: text('submission')
      .notNull()
      .references(() => submissions.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    record: text('record').notNull(),
    revision: integer('revision').notNull(),
    content: text('content', { mode: 'json' }).$type<Readonly<Record<string, unknown>>>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.submission, table.name, table.record] })],
);
