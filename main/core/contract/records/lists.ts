import { z } from 'zod';
import { fieldValueSchema } from '../fields';
import { listRequestSchema } from '../members/operations';
import { command, query } from '../operation';
import { daySchema, idSchema } from '../values';

/** The lists that there are: each shows the records of the entity of its name. */
export const listNameSchema = z.enum(['organisations', 'persons']);
export type ListName = z.infer<typeof listNameSchema>;

/** What a list asks, apart from the page. */
export const listQuestionSchema = listRequestSchema.omit({ offset: true, limit: true });
export type ListQuestion = z.infer<typeof listQuestionSchema>;

/** Some records of a list: named one by one, or all that a question finds but a few. */
export const listScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(idSchema).max(10_000) }),
  z.object({
    kind: z.literal('question'),
    question: listQuestionSchema,
    except: z.array(idSchema).max(10_000),
  }),
]);
export type ListScope = z.infer<typeof listScopeSchema>;

/** One change of one field of many records. `since`: the day from which a dated field (status) has the value; null = today. */
export const listEditSchema = z.object({
  field: z.string().max(60),
  action: z.enum(['set', 'clear', 'add', 'remove']),
  value: fieldValueSchema,
  since: daySchema.nullable(),
});
export type ListEdit = z.infer<typeof listEditSchema>;

const scoped = z.object({ list: listNameSchema, scope: listScopeSchema });

const refusedSchema = z.object({ id: idSchema, title: z.string(), why: z.string() });
/** How many refusals are listed by name; the number of all stands beside. */
export const refusalsListed = 100;

const outcomeSchema = z.object({
  selected: z.number().int(),
  /** Records that get another value. */
  changed: z.number().int(),
  refusals: z.number().int(),
  /** The first hundred of them. */
  refused: z.array(refusedSchema),
});

const topics = ['organisations', 'persons', 'views', 'history'] as const;

export const listOperations = {
  /** The groups of a list in their order, each with its number; a record of several values stands in several. */
  'lists.groups': query({
    input: z.object({ list: listNameSchema, question: listQuestionSchema }),
    output: z.object({
      total: z.number().int(),
      groups: z.array(z.object({ value: z.string().nullable(), count: z.number().int() })),
    }),
    topics: ['organisations', 'persons'],
  }),
  /** Labels in use, the most used first. */
  'lists.labels': query({
    input: z.object({ list: listNameSchema }),
    output: z.array(z.object({ label: z.string(), count: z.number().int() })),
    topics: ['organisations', 'persons'],
  }),
  /** What an edit would do, and the values that stand now in what it would change, the most frequent first. */
  'lists.previewEdit': query({
    input: scoped.extend({ edit: listEditSchema }),
    output: outcomeSchema.extend({
      before: z.array(z.object({ value: fieldValueSchema, count: z.number().int() })),
    }),
    errors: ['cancelled', 'input_refused'],
    topics: ['organisations', 'persons'],
  }),
  /** Changes one field of many records as one gesture; records that refuse it are left out and listed. */
  'lists.edit': command({
    input: scoped.extend({ edit: listEditSchema }),
    output: outcomeSchema,
    errors: ['cancelled', 'input_refused', 'wrong_role', 'B06'],
    topics,
  }),
  /** Puts records in the trash, or takes them out, as one gesture. */
  'lists.move': command({
    input: scoped.extend({ to: z.enum(['trash', 'register']) }),
    output: z.object({ moved: z.number().int() }),
    errors: ['cancelled', 'record_missing', 'wrong_role'],
    topics,
  }),
};
