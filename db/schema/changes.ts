import { index, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The change log (DESIGN.md §4): history, undo, trash, audit trail and, later, the merge of two laptops. */
export const changeLog = sqliteTable(
  'change_log',
  {
    id: text('id').primaryKey(),
    /** One gesture of the user: what undo takes back. */
    batch: text('batch').notNull(),
    /** Hybrid logical clock: 13 digits of milliseconds, `-`, 4 hex digits. Text order is time order. */
    instant: text('instant').notNull(),
    device: text('device').notNull(),
    author: text('author').notNull(),
    entity: text('entity').notNull(),
    record: text('record').notNull(),
    /** Null: creation, `after` holds the whole record. `deletedAt`: trash and restoring. */
    field: text('field'),
    before: text('before', { mode: 'json' }).$type<unknown>(),
    after: text('after', { mode: 'json' }).$type<unknown>(),
    /** Ids of the entries of the same field that the author had seen. */
    parents: text('parents', { mode: 'json' }).$type<readonly string[]>().notNull(),
    cause: text('cause'),
  },
  (table) => [
    index('change_log_record').on(table.entity, table.record, table.instant),
    index('change_log_batch').on(table.batch),
    index('change_log_instant').on(table.instant),
  ],
);

/**
 * The heads of each field: one = the value, several = a conflict. The creation of a record is the head of every untouched
 * field; it needs no row.
 */
export const changeHeads = sqliteTable(
  'change_heads',
  {
    entity: text('entity').notNull(),
    record: text('record').notNull(),
    field: text('field').notNull(),
    entry: text('entry').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entity, table.record, table.field, table.entry] })],
);
