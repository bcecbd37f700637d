import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One row a key: identity of the workspace, pinned root, device, flags. */
export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value', { mode: 'json' }).$type<unknown>(),
});

/** The people who sit at this keyboard: the authors of changes. Names, not rights. */
export const people = sqliteTable('people', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  position: integer('position').notNull(),
  createdAt: text('created_at').notNull(),
});
