import { z } from 'zod';
import type { EntityDescription } from '../fields';
import { filterSchema, listRequestSchema } from '../members/operations';
import { command, query } from '../operation';
import { idSchema } from '../values';
import { listNameSchema } from './lists';

/** Views of a list that somebody named. They stay in this workspace. */
export const viewFields = {
  entity: 'views',
  area: 'common',
  title: 'name',
  fields: [
    { name: 'name', type: 'name', sensitivity: 'committee', required: true, section: 'view' },
    { name: 'list', type: 'line', sensitivity: 'committee', required: true, section: 'view' },
    { name: 'arrangement', type: 'text', sensitivity: 'confidential', required: true, section: 'view' },
    { name: 'position', type: 'count', sensitivity: 'committee', required: true, section: 'view' },
    { name: 'opensFirst', type: 'flag', sensitivity: 'committee', section: 'view' },
  ],
} as const satisfies EntityDescription;

/** What a view keeps of how its list was arranged. */
export const viewArrangementSchema = z.object({
  search: z.string().max(300),
  filters: z.array(filterSchema).max(20),
  sort: listRequestSchema.shape.sort,
  group: z.string().max(60).nullable(),
  /** Keys of the columns in their order; null = as the person at this laptop likes them. */
  columns: z.array(z.string().max(60)).max(120).nullable(),
});
export type ViewArrangement = z.infer<typeof viewArrangementSchema>;

export const savedViewSchema = z.object({
  id: idSchema,
  name: z.string(),
  arrangement: viewArrangementSchema,
  opensFirst: z.boolean(),
  /** Fields that it names and that no longer exist: what was asked of them is left out. */
  ignored: z.array(z.string()),
});
export type SavedView = z.infer<typeof savedViewSchema>;

const nameSchema = z.string().trim().min(1).max(80);
const topics = ['views', 'history'] as const;

export const viewOperations = {
  /** The views of a list in their order. */
  'views.list': query({
    input: z.object({ list: listNameSchema }),
    output: z.array(savedViewSchema),
    topics: ['views'],
  }),
  /** How many records each view of a list finds now. */
  'views.counts': query({
    input: z.object({ list: listNameSchema }),
    output: z.record(idSchema, z.number().int()),
    topics: ['views', 'organisations', 'persons'],
  }),
  'views.create': command({
    input: z.object({ list: listNameSchema, name: nameSchema, arrangement: viewArrangementSchema }),
    output: z.object({ id: idSchema }),
    errors: ['input_refused', 'B06'],
    topics,
  }),
  /** Renames a view, gives it another arrangement, or both. */
  'views.update': command({
    input: z.object({
      id: idSchema,
      name: nameSchema.optional(),
      arrangement: viewArrangementSchema.optional(),
    }),
    output: z.object({}),
    errors: ['input_refused', 'record_missing', 'B06'],
    topics,
  }),
  /** Moves a view one place towards the first or the last. */
  'views.move': command({
    input: z.object({ id: idSchema, towards: z.enum(['first', 'last']) }),
    output: z.object({}),
    errors: ['record_missing'],
    topics,
  }),
  /** Opens the list on this view from now on, or on its first tab again. */
  'views.openFirst': command({
    input: z.object({ list: listNameSchema, id: idSchema.nullable() }),
    output: z.object({}),
    errors: ['record_missing'],
    topics,
  }),
  /** Undo brings it back. */
  'views.delete': command({
    input: z.object({ id: idSchema }),
    output: z.object({}),
    errors: ['record_missing'],
    topics,
  }),
  /** The records that a view finds now, by their identifiers and in its order: for a report, an invitation. */
  'views.records': query({
    input: z.object({ id: idSchema }),
    output: z.object({ list: listNameSchema, ids: z.array(idSchema), ignored: z.array(z.string()) }),
    errors: ['record_missing'],
    topics: ['views', 'organisations', 'persons'],
  }),
};
