import { z } from 'zod';
import { fieldValueSchema } from '../fields';
import { command, query } from '../operation';
import { idSchema } from '../values';

/** Typing back the paper of an interview. */

/** What was typed so far, by key of the question, as it was typed: what is not understood yet is kept too. */
export const interviewDraftSchema = z.object({
  answers: z.record(z.string().max(80), z.string().max(65_536)),
});
export type InterviewDraft = z.infer<typeof interviewDraftSchema>;

const valuesSchema = z.record(z.string(), fieldValueSchema);

export const interviewOperations = {
  /** The sheet that is being typed, or null. Nothing but the page that types it changes it, and erasing the person whom it names. */
  'interviews.draft': query({
    input: z.object({}),
    output: interviewDraftSchema.nullable(),
    errors: ['wrong_role'],
  }),
  'interviews.saveDraft': command({
    input: z.object({ draft: interviewDraftSchema }),
    output: z.object({}),
    errors: ['wrong_role'],
  }),
  /**
   * Enters a whole sheet as one gesture: the organisation, surveyed on the day of the interview, its needs and its
   * first contact person. `next` is the draft that follows: what the next sheet has in common with this one.
   */
  'interviews.enter': command({
    input: z.object({
      organisation: valuesSchema,
      needs: z.array(z.object({ domain: z.string().max(60), level: z.number() })).max(60),
      contact: z.object({ person: valuesSchema, role: z.string().max(300).nullable() }).nullable(),
      next: interviewDraftSchema,
    }),
    output: z.object({ id: idSchema }),
    errors: ['wrong_role', 'input_refused'],
    topics: ['organisations', 'persons', 'history'],
  }),
};
