import type { EntityDescription } from '../fields';

/**
 * The survey of a country (A1.1.1) and the report that gives it back (A1.2.1). It says how the committee works and not
 * who the organisations are, so it stays in the committee (docs/decisions/0018); column names as in `db/schema/survey.ts`.
 */
export const surveyCampaignFields = {
  entity: 'surveyCampaigns',
  area: 'members',
  title: 'title',
  fields: [
    { name: 'title', type: 'name', sensitivity: 'committee', required: true, section: 'campaign' },
    { name: 'startsOn', type: 'day', sensitivity: 'committee', required: true, section: 'campaign' },
    { name: 'endsOn', type: 'day', sensitivity: 'committee', section: 'campaign' },
    {
      name: 'methods',
      type: 'choices',
      list: 'surveyMethods',
      sensitivity: 'committee',
      section: 'campaign',
    },
    { name: 'surveyors', type: 'line', sensitivity: 'committee', section: 'campaign' },
    { name: 'notes', type: 'text', sensitivity: 'confidential', section: 'campaign' },
    { name: 'introduction', type: 'text', sensitivity: 'committee', section: 'restitution' },
    { name: 'conclusions', type: 'text', sensitivity: 'committee', section: 'restitution' },
  ],
} as const satisfies EntityDescription;

/** How many organisations of a region a campaign means to survey; one record a campaign and region. */
export const surveyTargetFields = {
  entity: 'surveyTargets',
  area: 'members',
  title: 'region',
  fields: [
    {
      name: 'campaign',
      type: 'reference',
      of: 'surveyCampaigns',
      sensitivity: 'committee',
      required: true,
      section: 'target',
    },
    {
      name: 'region',
      type: 'choice',
      list: 'regions',
      sensitivity: 'committee',
      required: true,
      section: 'target',
    },
    { name: 'target', type: 'count', min: 0, max: 100_000, sensitivity: 'committee', section: 'target' },
  ],
} as const satisfies EntityDescription;
