import { z } from 'zod';
import { fieldValueSchema } from '../fields';
import { command, query } from '../operation';
import { idSchema, instantSchema } from '../values';

/** Entities whose records are written through the change log. */
export const entitySchema = z.enum([
  'organisations',
  'persons',
  'affiliations',
  'needs',
  'consents',
  'statusPeriods',
  'organisationLinks',
  'seats',
  'committees',
  'surveyCampaigns',
  'surveyTargets',
  'aliases',
  'distinctPairs',
  'attachments',
  'activityLines',
  'narratives',
  'views',
]);
export type EntityName = z.infer<typeof entitySchema>;

const valuesSchema = z.record(z.string(), fieldValueSchema);
const recordTopics = ['organisations', 'persons', 'quarter', 'history', 'views'] as const;

export const historyEntrySchema = z.object({
  id: z.string(),
  batch: z.string(),
  instant: instantSchema,
  author: z.string(),
  entity: entitySchema,
  record: idSchema,
  action: z.enum(['created', 'changed', 'trashed', 'restored', 'erased']),
  field: z.string().nullable(),
  before: fieldValueSchema,
  after: fieldValueSchema,
  cause: z.string().nullable(),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

const gestureSchema = z.object({
  batch: z.string(),
  action: z.enum([...historyEntrySchema.shape.action.exclude(['erased']).options, 'merged', 'told_apart']),
  entity: entitySchema,
  records: z.number(),
  title: z.string(),
});
const changedSchema = z.object({ entity: entitySchema, records: z.number(), title: z.string() });

export const recordOperations = {
  /** Creates one record from the values of its fields. */
  'records.create': command({
    input: z.object({ entity: entitySchema, values: valuesSchema }),
    output: z.object({ id: idSchema, revision: z.number() }),
    errors: ['input_refused', 'record_missing', 'quarter_locked', 'B06'],
    topics: recordTopics,
  }),
  /** Changes some fields; `revision` is the one the page shows, so that a silent overwrite cannot happen. */
  'records.update': command({
    input: z.object({ entity: entitySchema, id: idSchema, revision: z.number(), values: valuesSchema }),
    output: z.object({ id: idSchema, revision: z.number() }),
    errors: ['record_missing', 'record_changed', 'quarter_locked', 'B06'],
    topics: recordTopics,
  }),
  /** Puts records in the trash: one gesture, undoable. What belongs to them goes along. */
  'records.trash': command({
    input: z.object({ entity: entitySchema, ids: z.array(idSchema).min(1).max(10_000) }),
    output: z.object({ trashed: z.number() }),
    errors: ['record_missing', 'quarter_locked'],
    topics: recordTopics,
  }),
  'records.restore': command({
    input: z.object({ entity: entitySchema, ids: z.array(idSchema).min(1).max(10_000) }),
    output: z.object({ restored: z.number() }),
    errors: ['record_missing'],
    topics: recordTopics,
  }),
  /** Newest first; with `field`, only that field's entries (creation included). */
  'records.history': query({
    input: z.object({
      entity: entitySchema,
      id: idSchema,
      field: z.string().nullable(),
      limit: z.number().int().min(1).max(1_000),
    }),
    output: z.object({ total: z.number(), entries: z.array(historyEntrySchema) }),
    topics: ['history'],
  }),
  /** The last gesture that can be taken back, or null. */
  'changes.undoable': query({
    input: z.object({}),
    output: gestureSchema.nullable(),
    topics: ['history'],
  }),
  /** The gesture taken back last that can be made again, or null. */
  'changes.redoable': query({
    input: z.object({}),
    output: gestureSchema.nullable(),
    topics: ['history'],
  }),
  /** Takes back the last gesture made since the workspace was unlocked. */
  'changes.undo': command({
    input: z.object({}),
    output: changedSchema,
    errors: ['nothing_to_undo', 'record_changed', 'quarter_locked', 'cancelled'],
    topics: recordTopics,
  }),
  /** Makes the gesture again that was taken back last; a new gesture in between makes that impossible. */
  'changes.redo': command({
    input: z.object({}),
    output: changedSchema,
    errors: ['nothing_to_redo', 'redo_outdated', 'quarter_locked', 'cancelled'],
    topics: recordTopics,
  }),
};
