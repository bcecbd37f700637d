import type { EntityDescription } from '../fields';

/**
 * A file of an organisation or of a person. What the bytes are (`fileName`, `mediaType`, `bytes`, `sha256`) and whose
 * they are is written once, when the file is added.
 */
export const attachmentFields = {
  entity: 'attachments',
  area: 'attachments',
  title: 'fileName',
  fields: [
    {
      name: 'organisation',
      type: 'reference',
      of: 'organisations',
      sensitivity: 'regional',
      section: 'attachment',
    },
    { name: 'person', type: 'reference', of: 'persons', sensitivity: 'regional', section: 'attachment' },
    {
      name: 'consent',
      type: 'reference',
      of: 'consents',
      sensitivity: 'confidential',
      section: 'attachment',
    },
    {
      name: 'kind',
      type: 'choice',
      list: 'attachmentKinds',
      sensitivity: 'regional',
      section: 'attachment',
    },
    { name: 'caption', type: 'line', sensitivity: 'committee', section: 'attachment' },
    { name: 'takenOn', type: 'day', tense: 'past', sensitivity: 'committee', section: 'attachment' },
    { name: 'confidential', type: 'flag', sensitivity: 'confidential', section: 'attachment' },
    { name: 'fileName', type: 'line', sensitivity: 'regional', section: 'attachment' },
    { name: 'mediaType', type: 'line', sensitivity: 'regional', section: 'attachment' },
    { name: 'bytes', type: 'count', sensitivity: 'regional', section: 'attachment' },
    { name: 'sha256', type: 'line', sensitivity: 'regional', section: 'attachment' },
  ],
} as const satisfies EntityDescription;
