import type { EntityDescription } from '../fields';

/** What a committee says of one of the programme's activities in one quarter (typed until records compute it). */
export const activityLineFields = {
  entity: 'activityLines',
  area: 'quarter',
  title: 'activity',
  fields: [
    { name: 'quarter', type: 'line', sensitivity: 'regional', required: true, section: 'line' },
    { name: 'activity', type: 'line', sensitivity: 'regional', required: true, section: 'line' },
    { name: 'state', type: 'choice', list: 'activityStates', sensitivity: 'regional', section: 'line' },
    { name: 'quantity', type: 'count', sensitivity: 'regional', section: 'line' },
    { name: 'comment', type: 'text', sensitivity: 'regional', section: 'line' },
  ],
} as const satisfies EntityDescription;

/** The quarter's narrative: three texts that travel with the package. */
export const narrativeFields = {
  entity: 'narratives',
  area: 'quarter',
  title: 'quarter',
  fields: [
    { name: 'quarter', type: 'line', sensitivity: 'regional', required: true, section: 'narrative' },
    { name: 'highlights', type: 'text', sensitivity: 'regional', section: 'narrative' },
    { name: 'difficulties', type: 'text', sensitivity: 'regional', section: 'narrative' },
    { name: 'nextSteps', type: 'text', sensitivity: 'regional', section: 'narrative' },
  ],
} as const satisfies EntityDescription;
