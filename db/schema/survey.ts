import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { codes, recordColumns } from './columns';

/** The survey of a country. Columns are those of `main/core/contract/members/survey-fields.ts`. */
export const surveyCampaigns = sqliteTable('survey_campaigns', {
  ...recordColumns(),
  title: text('title').notNull(),
  startsOn: text('starts_on').notNull(),
  endsOn: text('ends_on'),
  methods: codes('methods'),
  surveyors: text('surveyors'),
  notes: text('notes'),
  introduction: text('introduction'),
  conclusions: text('conclusions'),
});

/** Targets of a campaign by region; the id is made from both, so that two laptops agree on it (decision 0004). */
export const surveyTargets = sqliteTable(
  'survey_targets',
  {
    ...recordColumns(),
    campaign: text('campaign')
      .notNull()
      .references(() => surveyCampaigns.id, { onDelete: 'cascade' }),
    region: text('region').notNull(),
    target: integer('target'),
  },
  (table) => [index('survey_targets_campaign').on(table.campaign)],
);
