import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from './columns';

/** Identifiers that a merge gave up: what still names them means the record that was kept. */
export const aliases = sqliteTable(
  'aliases',
  {
    ...recordColumns(),
    /** `organisations` or `persons`. */
    kind: text('kind').notNull(),
    /** The identifier given up: made unique by the id, which is made from it. */
    formerId: text('former_id').notNull(),
    keptId: text('kept_id').notNull(),
  },
  (table) => [index('aliases_former').on(table.formerId), index('aliases_kept').on(table.keptId)],
);

/** Two records that look alike and were judged to be two. `first` is the smaller identifier. */
export const distinctPairs = sqliteTable('distinct_pairs', {
  ...recordColumns(),
  kind: text('kind').notNull(),
  first: text('first').notNull(),
  second: text('second').notNull(),
});
