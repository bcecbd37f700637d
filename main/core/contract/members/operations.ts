import { z } from 'zod';
import { fieldValueSchema } from '../fields';
import { query } from '../operation';
import { daySchema, idSchema, instantSchema } from '../values';

/** One condition of a list; several combine with AND, values of one with OR. */
export const filterSchema = z.object({
  field: z.string(),
  rule: z.enum(['any_of', 'none_of', 'empty', 'filled', 'before', 'contains']),
  values: z.array(z.string()),
});
export type Filter = z.infer<typeof filterSchema>;

export const listRequestSchema = z.object({
  search: z.string().max(300),
  filters: z.array(filterSchema).max(20),
  sort: z.object({ field: z.string(), direction: z.enum(['ascending', 'descending']) }),
  trashed: z.enum(['without', 'only']),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
});
export type ListRequest = z.infer<typeof listRequestSchema>;

export const recordSchema = z.object({
  id: idSchema,
  committee: z.string(),
  revision: z.number(),
  createdAt: instantSchema,
  updatedAt: instantSchema,
  deletedAt: instantSchema.nullable(),
  values: z.record(z.string(), fieldValueSchema),
});
export type RecordView = z.infer<typeof recordSchema>;

const mergedIntoSchema = z.object({ id: idSchema, title: z.string() }).nullable();

export const organisationRowSchema = recordSchema.extend({
  /** Share of expected fields filled, 0–100. */
  completeness: z.number().int(),
  /** The need with the highest level, then priority. */
  firstNeed: z.object({ domain: z.string(), level: z.number() }).nullable(),
});
export type OrganisationRow = z.infer<typeof organisationRowSchema>;

export const personRowSchema = recordSchema.extend({
  /** Current functions: organisation and role. */
  affiliations: z.array(
    z.object({
      id: idSchema,
      organisation: idSchema,
      organisationName: z.string(),
      role: z.string().nullable(),
    }),
  ),
  /** Purposes with a valid consent today. */
  consents: z.array(z.string()),
});
export type PersonRow = z.infer<typeof personRowSchema>;

const completenessSchema = z.object({
  percent: z.number().int(),
  sections: z.array(z.object({ section: z.string(), percent: z.number().int() })),
  missing: z.array(z.object({ section: z.string(), field: z.string() })),
});

export const organisationSheetSchema = z.object({
  organisation: recordSchema,
  /** The record it was merged into, when it lies in the trash for that. */
  mergedInto: mergedIntoSchema,
  completeness: completenessSchema,
  needs: z.array(recordSchema),
  contacts: z.array(
    z.object({ affiliation: recordSchema, person: recordSchema, consents: z.array(z.string()) }),
  ),
  /** `verifiedOn` lies more than 12 months back, or is empty. */
  verificationDue: z.enum(['never', 'overdue', 'fine']),
  verifyBefore: daySchema.nullable(),
});
export type OrganisationSheet = z.infer<typeof organisationSheetSchema>;

export const personSheetSchema = z.object({
  person: recordSchema,
  mergedInto: mergedIntoSchema,
  affiliations: z.array(z.object({ affiliation: recordSchema, organisationName: z.string() })),
  consents: z.array(recordSchema),
  /** What the region will receive of this person, and why (DESIGN.md §6). */
  leaves: z.enum(['named', 'counted', 'counted_confidential']),
});
export type PersonSheet = z.infer<typeof personSheetSchema>;

export const memberOperations = {
  'members.list': query({
    input: listRequestSchema,
    output: z.object({ total: z.number(), rows: z.array(organisationRowSchema) }),
    topics: ['organisations'],
  }),
  /** Numbers beside the saved views and in the navigation. */
  'members.counts': query({
    input: z.object({}),
    output: z.object({
      organisations: z.number(),
      persons: z.number(),
      committeeMembers: z.number(),
      notVerified: z.number(),
      incomplete: z.number(),
      trashedOrganisations: z.number(),
      trashedPersons: z.number(),
      withoutRegionConsent: z.number(),
    }),
    topics: ['organisations', 'persons'],
  }),
  'members.sheet': query({
    input: z.object({ id: idSchema }),
    output: organisationSheetSchema,
    errors: ['record_missing'],
    topics: ['organisations', 'persons'],
  }),
  'members.persons': query({
    input: listRequestSchema,
    output: z.object({ total: z.number(), rows: z.array(personRowSchema) }),
    topics: ['persons'],
  }),
  'members.personSheet': query({
    input: z.object({ id: idSchema }),
    output: personSheetSchema,
    errors: ['record_missing'],
    topics: ['persons'],
  }),
  /** Go anywhere (Ctrl+K): organisations and persons by any word of their names, places and themes. */
  'members.find': query({
    input: z.object({ text: z.string().max(300), limit: z.number().int().min(1).max(50) }),
    output: z.array(
      z.object({
        entity: z.enum(['organisations', 'persons']),
        id: idSchema,
        title: z.string(),
        hint: z.string(),
      }),
    ),
    topics: ['organisations', 'persons'],
  }),
};
