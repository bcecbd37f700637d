import type { EntityDescription } from '../fields';

/** Identifiers given up by a merge, and pairs judged to be two: written through the change log like any record. */

export const aliasFields = {
  entity: 'aliases',
  area: 'members',
  title: 'formerId',
  fields: [
    { name: 'kind', type: 'line', sensitivity: 'committee', required: true, section: 'alias' },
    { name: 'formerId', type: 'line', sensitivity: 'committee', required: true, section: 'alias' },
    { name: 'keptId', type: 'line', sensitivity: 'committee', required: true, section: 'alias' },
  ],
} as const satisfies EntityDescription;

export const distinctPairFields = {
  entity: 'distinctPairs',
  area: 'members',
  title: 'first',
  fields: [
    { name: 'kind', type: 'line', sensitivity: 'committee', required: true, section: 'pair' },
    { name: 'first', type: 'line', sensitivity: 'committee', required: true, section: 'pair' },
    { name: 'second', type: 'line', sensitivity: 'committee', required: true, section: 'pair' },
  ],
} as const satisfies EntityDescription;
