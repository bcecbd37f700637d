import { integer, text } from 'drizzle-orm/sqlite-core';

/** Columns that every record has (DESIGN.md §4). Instants are UTC ISO 8601 text. */
export const recordColumns = () => ({
  id: text('id').primaryKey(),
  /** Code of the party that owns the record. */
  committee: text('committee').notNull(),
  /** +1 at each change; what P14 compares. */
  revision: integer('revision').notNull(),
  createdAt: text('created_at').notNull(),
  createdBy: text('created_by').notNull(),
  updatedAt: text('updated_at').notNull(),
  updatedBy: text('updated_by').notNull(),
  /** In the trash since, or null. */
  deletedAt: text('deleted_at'),
  /** `normal`, or `confidential`: the whole record stays on the laptop. */
  sensitivity: text('sensitivity').notNull().default('normal'),
});

/** A list of codes or groups kept as JSON text. */
export const codes = (name: string) => text(name, { mode: 'json' }).$type<readonly string[]>();
