import { z } from 'zod';
import { idSchema } from '../values';
import { listRequestSchema } from './operations';

/** Which organisations a document is made of: those that were checked, or all that a list shows, whatever its window. */
export const organisationScopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('checked'), ids: z.array(idSchema).min(1).max(10_000) }),
  z.object({
    kind: z.literal('shown'),
    question: listRequestSchema.omit({ offset: true, limit: true }),
  }),
]);
export type OrganisationScope = z.infer<typeof organisationScopeSchema>;
