import { z } from 'zod';
import { command, query } from '../operation';

/** Where something is typed: a record (`organisations:<id>`), a form (`new:persons`), a pair of duplicates. */
export const draftPlaceSchema = z
  .string()
  .max(200)
  .regex(/^[A-Za-z]{1,40}(?::[A-Za-z0-9-]{1,80}){0,3}$/);

const keySchema = z.string().min(1).max(200);
/** As much as a long field may hold. */
const textSchema = z.string().max(65_536);

/** What is typed and not saved, kept in the encrypted workspace for when the page or the application comes back. */
export const draftOperations = {
  /** Texts by field; empty when nothing waits there. */
  'drafts.of': query({
    input: z.object({ place: draftPlaceSchema }),
    output: z.record(keySchema, textSchema),
  }),
  /** Texts that changed, by field; null drops one. */
  'drafts.keep': command({
    input: z.object({ place: draftPlaceSchema, texts: z.record(keySchema, textSchema.nullable()) }),
    output: z.object({}),
  }),
};
