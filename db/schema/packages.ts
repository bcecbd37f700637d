import { blob, index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** Every file this workspace signed, with the bytes of its ZIP: offered again for ever (PACKAGES.md §1.13). */
export const outbox = sqliteTable(
  'outbox',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    /** Receivers, sorted codes; `["*"]` for everybody. */
    receivers: text('receivers', { mode: 'json' }).$type<readonly string[]>().notNull(),
    period: text('period'),
    revision: integer('revision').notNull(),
    /** Why it rectifies; null for the first report of a quarter. */
    reason: text('reason'),
    epoch: integer('epoch').notNull(),
    sequence: integer('sequence').notNull(),
    fileName: text('file_name').notNull(),
    /** SHA-256 of the manifest: the identity of the package. */
    digest: text('digest').notNull(),
    /** SHA-256 of the content alone, to notice that nothing changed since. */
    contentDigest: text('content_digest').notNull(),
    archive: blob('archive', { mode: 'buffer' }).notNull(),
    /** Rows by table, for the summary of the next quarter. */
    rows: text('rows', { mode: 'json' }).$type<Readonly<Record<string, number>>>().notNull(),
    /** age recipients the file is encrypted to; empty = clear. */
    recipients: text('recipients', { mode: 'json' }).$type<readonly string[]>().notNull(),
    createdAt: text('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    writtenAt: text('written_at'),
  },
  (table) => [
    uniqueIndex('outbox_digest').on(table.digest),
    index('outbox_period').on(table.kind, table.period),
  ],
);

/** Ids that ever left in a report: one that no longer does needs a tombstone (PACKAGES.md §1.4). */
export const reportedRows = sqliteTable(
  'reported_rows',
  { name: text('name').notNull(), record: text('record').notNull() },
  (table) => [primaryKey({ columns: [table.name, table.record] })],
);

/** Every (epoch, sequence, digest) seen of every series, the own ones included (PACKAGES.md §1.10). */
export const chain = sqliteTable(
  'chain',
  {
    /** `<from>:<kind>` or `<from>:<kind>:<receiver>`. */
    series: text('series').notNull(),
    epoch: integer('epoch').notNull(),
    sequence: integer('sequence').notNull(),
    digest: text('digest').notNull(),
    /** What the sender's clock said: for a notice only (C08). */
    createdAt: text('created_at').notNull(),
    seenAt: text('seen_at').notNull(),
    /** Taken in (decided, applied, or our own): moves the head. A report that waits for review is only seen. */
    taken: integer('taken', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.series, table.epoch, table.sequence, table.digest] })],
);

/** Files received, in order of arrival; their bytes are in the encrypted blob file under `sha256`. */
export const inbox = sqliteTable(
  'inbox',
  {
    id: text('id').primaryKey(),
    sha256: text('sha256').notNull(),
    name: text('name').notNull(),
    bytes: integer('bytes').notNull(),
    receivedAt: text('received_at').notNull(),
    outcome: text('outcome').notNull(),
    kind: text('kind'),
    sender: text('sender'),
    period: text('period'),
    sequence: integer('sequence'),
    digest: text('digest'),
    refusal: text('refusal', { mode: 'json' }).$type<{
      code: string;
      params: Record<string, string | number>;
    } | null>(),
    submission: text('submission'),
  },
  (table) => [uniqueIndex('inbox_sha256').on(table.sha256)],
);

/** Versions of the register, all kept (PACKAGES.md §2.2). */
export const registers = sqliteTable('registers', {
  version: integer('version').primaryKey(),
  digest: text('digest').notNull(),
  /** The canonical text of the register's content. */
  content: text('content').notNull(),
  archive: blob('archive', { mode: 'buffer' }).notNull(),
  adoptedAt: text('adopted_at').notNull(),
});

/** Invitations given out by a coordination (`issued`) or opened by the invited party (`received`). */
export const invitations = sqliteTable('invitations', {
  id: text('id').primaryKey(),
  direction: text('direction').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  /** Epoch that the party will have once enrolled. */
  epoch: integer('epoch').notNull(),
  sender: text('sender').notNull(),
  createdAt: text('created_at').notNull(),
  usedAt: text('used_at'),
  triesLeft: integer('tries_left').notNull(),
  outbox: text('outbox'),
  /** For a received one: the file, by its SHA-256 in the blob file; it is verified again once the root is pinned. */
  file: text('file'),
});

/** Enrolment requests received by a coordination. */
export const enrolmentRequests = sqliteTable('enrolment_requests', {
  id: text('id').primaryKey(),
  invitation: text('invitation').notNull(),
  code: text('code').notNull(),
  name: text('name').notNull(),
  signingKey: text('signing_key').notNull(),
  recipient: text('recipient').notNull(),
  digest: text('digest').notNull(),
  receivedAt: text('received_at').notNull(),
  triesLeft: integer('tries_left').notNull(),
  state: text('state').notNull(),
});

/** Return slips received by a committee; kept for ever. */
export const slips = sqliteTable(
  'slips',
  {
    digest: text('digest').primaryKey(),
    sender: text('sender').notNull(),
    judged: text('judged').notNull(),
    period: text('period').notNull(),
    decision: text('decision').notNull(),
    general: text('general').notNull(),
    deadline: text('deadline'),
    remarks: text('remarks', { mode: 'json' })
      .$type<readonly { table: string | null; row: string | null; field: string | null; text: string }[]>()
      .notNull(),
    epoch: integer('epoch').notNull(),
    sequence: integer('sequence').notNull(),
    receivedAt: text('received_at').notNull(),
  },
  (table) => [index('slips_judged').on(table.judged)],
);
