import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { recordColumns } from './columns';

/** Views of a list that somebody named: what it is searched and filtered by, its columns, its order. */
export const views = sqliteTable(
  'views',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    /** Which list it arranges: `organisations`, `persons`. */
    list: text('list').notNull(),
    /** JSON of a `ViewArrangement`; read through its schema, since fields and lists come and go. */
    arrangement: text('arrangement').notNull(),
    position: integer('position').notNull(),
    /** The list opens on it. */
    opensFirst: integer('opens_first', { mode: 'boolean' }),
  },
  (table) => [index('views_list').on(table.list, table.position)],
);
