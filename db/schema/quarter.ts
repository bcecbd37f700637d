import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { recordColumns } from './columns';

/** One line a quarter and activity; its id is made from (committee, quarter, activity), so two laptops agree on it. */
export const activityLines = sqliteTable(
  'activity_lines',
  {
    ...recordColumns(),
    quarter: text('quarter').notNull(),
    activity: text('activity').notNull(),
    state: text('state'),
    quantity: integer('quantity'),
    comment: text('comment'),
  },
  (table) => [uniqueIndex('activity_lines_natural').on(table.committee, table.quarter, table.activity)],
);

export const narratives = sqliteTable(
  'narratives',
  {
    ...recordColumns(),
    quarter: text('quarter').notNull(),
    highlights: text('highlights'),
    difficulties: text('difficulties'),
    nextSteps: text('next_steps'),
  },
  (table) => [uniqueIndex('narratives_natural').on(table.committee, table.quarter)],
);
