import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Spreadsheets imported into the register: what each one did, so that it can be taken back whole. */
export const imports = sqliteTable('imports', {
  id: text('id').primaryKey(),
  /** The gesture of the change log that wrote its records. */
  batch: text('batch').notNull(),
  fileName: text('file_name').notNull(),
  sheet: text('sheet').notNull(),
  /** `list`, or the programme's own `cartography`. */
  layout: text('layout').notNull(),
  /** Headings as typed, and how a text file was written: to write the same cells back. */
  headings: text('headings', { mode: 'json' }).$type<readonly string[]>().notNull(),
  targets: text('targets', { mode: 'json' }).$type<readonly (string | null)[]>().notNull(),
  manner: text('manner', { mode: 'json' }).$type<Readonly<Record<string, string>> | null>(),
  created: integer('created').notNull(),
  changed: integer('changed').notNull(),
  refused: integer('refused').notNull(),
  madeAt: text('made_at').notNull(),
  madeBy: text('made_by').notNull(),
  /** The gesture that took it back, or null. */
  withdrawnBatch: text('withdrawn_batch'),
});

/** The cells of rows in the cartography layout as typed, so that its export gives them back unchanged. */
export const importedCells = sqliteTable(
  'imported_cells',
  {
    import: text('import')
      .notNull()
      .references(() => imports.id, { onDelete: 'cascade' }),
    row: integer('row').notNull(),
    record: text('record').notNull(),
    cells: text('cells', { mode: 'json' }).$type<readonly string[]>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.import, table.row] }),
    index('imported_cells_record').on(table.record),
  ],
);
