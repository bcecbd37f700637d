import { z } from 'zod';
import { command, query } from '../operation';
import { daySchema, idSchema } from '../values';
import { listRequestSchema, recordSchema } from './operations';

/** Consents of everybody at once: what is missing, what ends, and answers noted for many persons in one gesture. */

/**
 * Where a person stands on one purpose. `expiring`: valid, for 60 days at most; `unproven`: valid, but no proof is
 * attached and nothing says where one is; `withdrawn`: taken back, or refused when it was asked.
 */
export const consentStateSchema = z.enum([
  'missing',
  'expired',
  'withdrawn',
  'expiring',
  'unproven',
  'valid',
]);
export type ConsentState = z.infer<typeof consentStateSchema>;

const purposeStateSchema = z.object({
  purpose: z.string(),
  state: consentStateSchema,
  /** The day that the state is about: given, expiring, expired or withdrawn; null when missing. */
  day: daySchema.nullable(),
});

const consentRowSchema = recordSchema.extend({
  /** Names of the organisations where the person works today. */
  organisations: z.array(z.string()),
  states: z.array(purposeStateSchema),
});
export type ConsentRow = z.infer<typeof consentRowSchema>;

export const consentOperations = {
  /**
   * Persons with where they stand on every purpose, without those whose sheet is confidential: they are never named
   * whatever they agree to. Filters by purpose (`directory` any_of states) and by `any` (some purpose in that state).
   */
  'consents.list': query({
    input: listRequestSchema,
    output: z.object({ total: z.number(), rows: z.array(consentRowSchema) }),
    errors: ['wrong_role', 'input_refused'],
    topics: ['persons', 'organisations'],
  }),
  /** Number of persons with some purpose in each state. */
  'consents.counts': query({
    input: z.object({}),
    output: z.object({ persons: z.number(), byState: z.record(consentStateSchema, z.number()) }),
    errors: ['wrong_role'],
    topics: ['persons'],
  }),
  /**
   * Notes the answers of persons in one gesture that undo takes back. `agrees` records a consent for each person and
   * purpose, but not the same one twice; `refuses` withdraws what is valid, and notes the refusal where nothing was.
   */
  'consents.record': command({
    input: z.object({
      persons: z.array(idSchema).min(1).max(10_000),
      purposes: z.array(z.string().max(60)).min(1).max(20),
      answer: z.enum(['agrees', 'refuses']),
      /** The day of the answer; not after today. */
      on: daySchema,
      manner: z.string().max(60),
      expiresOn: daySchema.nullable(),
      proof: z.string().max(300).nullable(),
    }),
    output: z.object({ recorded: z.number() }),
    errors: ['wrong_role', 'record_missing', 'input_refused'],
    topics: ['persons', 'history'],
  }),
};
