import { z } from 'zod';
import { fieldValueSchema } from '../fields';
import { command, query } from '../operation';
import { entitySchema } from '../records/operations';
import { daySchema, idSchema, instantSchema } from '../values';

/** One condition of a list; several combine with AND, values of one with OR. */
export const filterSchema = z.object({
  field: z.string(),
  /** `before`: an earlier day or a smaller number, or none; `-P12M` is the day twelve months ago. */
  rule: z.enum(['any_of', 'none_of', 'empty', 'filled', 'before', 'contains']),
  values: z.array(z.string()),
});
export type Filter = z.infer<typeof filterSchema>;

const orderSchema = z.object({ field: z.string(), direction: z.enum(['ascending', 'descending']) });

export const listRequestSchema = z.object({
  search: z.string().max(300),
  filters: z.array(filterSchema).max(20),
  /** `second` decides among rows that are alike so far. Rows without a value come last in either direction. */
  sort: orderSchema.extend({ second: orderSchema.optional() }),
  /** Field by whose value the rows are put together; a row of several values stands in several groups. */
  group: z.string().nullable().optional(),
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
  /** Statuses by day, newest first; empty while the status is the one it was entered with. */
  statusPeriods: z.array(recordSchema),
  /** Links to other organisations, in both directions. */
  links: z.array(
    z.object({
      link: recordSchema,
      /** `from`: this organisation is the subject of the link; `to`: its object. */
      direction: z.enum(['from', 'to']),
      other: z.object({ id: idSchema, name: z.string(), acronym: z.string().nullable() }),
    }),
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

const seatHolderSchema = z.object({ id: idSchema, name: z.string(), sex: z.string().nullable() }).nullable();

export const committeeSheetSchema = z.object({
  /** The committee's own record; null until something was typed. */
  committee: recordSchema.nullable(),
  /** Seats, those taken today first, then by role and name. */
  seats: z.array(
    z.object({
      seat: recordSchema,
      organisation: z.object({ id: idSchema, name: z.string(), acronym: z.string().nullable() }),
      fullMember: seatHolderSchema,
      alternate: seatHolderSchema,
      standing: z.enum(['seated', 'ended', 'to_come']),
    }),
  ),
  seatsTaken: z.number().int(),
  /** Seats that must be present; null while no share is typed. */
  quorum: z.number().int().nullable(),
  /** Full members of the seats taken, by sex; a seat without one counts under `none`. */
  balance: z.object({
    women: z.number().int(),
    men: z.number().int(),
    other: z.number().int(),
    none: z.number().int(),
  }),
  /** Who animates the committee today; null when no seat has that role. */
  focalPoint: z.object({ seat: idSchema, name: z.string(), since: daySchema }).nullable(),
});
export type CommitteeSheet = z.infer<typeof committeeSheetSchema>;

const mapQuestionSchema = z.object({
  country: z.string().nullable(),
  measure: z.enum(['organisations', 'theme', 'need']),
  code: z.string().nullable(),
});

/** A free text that may name a person: where it stands and how it reads. */
export const noteNamingSchema = z.object({
  entity: entitySchema,
  id: idSchema,
  field: z.string().max(100),
  /** Whose texts hold the label of the field. */
  area: z.string(),
  /** Its beginning. */
  text: z.string(),
  /** Where it is edited; null for what has no sheet of its own (the committee, a survey, a quarter). */
  sheet: z.object({ of: z.enum(['organisations', 'persons']), id: idSchema, title: z.string() }).nullable(),
});
export type NoteNaming = z.infer<typeof noteNamingSchema>;

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
  /**
   * Organisations by the region of their seat: all, those with one theme, or those with an unmet need (of one domain,
   * or of any). `country` null: of every country in the register.
   */
  'members.map': query({
    input: mapQuestionSchema,
    output: z.object({
      total: z.number().int(),
      regions: z.array(z.object({ region: z.string().nullable(), count: z.number().int() })),
      /** Sheets that carry coordinates, in degrees. */
      dots: z.array(
        z.object({ id: idSchema, name: z.string(), latitude: z.number(), longitude: z.number() }),
      ),
    }),
    topics: ['organisations'],
  }),
  /** The organisations that the map counts in some regions; `regions` null: those without region. */
  'members.mapped': query({
    input: mapQuestionSchema.extend({ regions: z.array(z.string().max(10)).max(100).nullable() }),
    output: z.object({ ids: z.array(idSchema) }),
    topics: ['organisations'],
  }),
  /** The committee: its rules, its seats with their mandates, quorum and balance today. */
  'members.committee': query({
    input: z.object({}),
    output: committeeSheetSchema,
    errors: ['wrong_role'],
    topics: ['organisations', 'persons'],
  }),
  'members.saveCommittee': command({
    input: z.object({ values: z.record(z.string(), fieldValueSchema) }),
    output: z.object({ id: idSchema }),
    errors: ['wrong_role', 'input_refused'],
    topics: ['organisations', 'history'],
  }),
  /**
   * A new focal point from a day on: the mandate before ends the day before, in the same gesture. The former one
   * keeps a seat as member, or leaves the committee.
   */
  'members.handOverFocalPoint': command({
    input: z.object({
      organisation: idSchema,
      person: idSchema,
      since: daySchema,
      former: z.enum(['stays_member', 'leaves']),
      designation: z.string().max(300).nullable(),
    }),
    output: z.object({ seat: idSchema }),
    errors: ['wrong_role', 'input_refused', 'record_missing'],
    topics: ['organisations', 'persons', 'history'],
  }),
  /**
   * Erases a person, or leaves a pseudonym that goes on counting; `confirmation` is the name typed by hand. Row, log
   * and search index lose the content; packages that were signed before keep theirs. Undo cannot take it back.
   */
  'members.erasePerson': command({
    input: z.object({
      id: idSchema,
      manner: z.enum(['erase', 'pseudonymise']),
      confirmation: z.string().max(300),
    }),
    output: z.object({}),
    errors: ['wrong_role', 'record_missing', 'input_refused'],
    topics: ['persons', 'organisations', 'views', 'history'],
  }),
  /** Free texts of other records that may name a person, before they are erased. */
  'members.notesNaming': query({
    input: z.object({ id: idSchema }),
    output: z.array(noteNamingSchema),
    errors: ['wrong_role', 'record_missing'],
    topics: ['persons', 'organisations', 'quarter'],
  }),
  /** Those that may name somebody who was erased and that nobody has reviewed since. */
  'members.notesToReview': query({
    input: z.object({}),
    output: z.array(noteNamingSchema),
    errors: ['wrong_role'],
    topics: ['persons', 'organisations', 'quarter'],
  }),
  'members.noteReviewed': command({
    input: noteNamingSchema.pick({ entity: true, id: true, field: true }),
    output: z.object({}),
    errors: ['wrong_role'],
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
