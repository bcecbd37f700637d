import { z } from 'zod';
import { fieldValueSchema } from '../fields';
import { command, query } from '../operation';
import { idSchema } from '../values';
import { recordSchema } from './operations';

/** Records that may be one (DOMAIN.md §1.1): found, told apart, or merged. */

export const duplicateKindSchema = z.enum(['organisations', 'persons']);
export type DuplicateKind = z.infer<typeof duplicateKindSchema>;

/** What two records are found alike by, or told apart by. The pages word the codes. */
const reasonCodes = [
  'same_name',
  'near_name',
  'contained_name',
  'name_across_scripts',
  'same_acronym',
  'acronym_of_name',
  'same_phone',
  'same_email',
  'same_website',
  'same_domain',
  'same_registration',
  'same_organisation',
  'same_place',
  'same_year',
  'other_registration',
  'other_acronym',
  'other_place',
  'other_year',
  'other_sex',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const likenessSchema = z.object({
  /** 0 to 100; 100 only when both say the same of everything. */
  score: z.number().int().min(0).max(100),
  /** What speaks for it first, the strongest first. */
  reasons: z.array(z.object({ code: z.enum(reasonCodes), speaks: z.enum(['for', 'against']) })).readonly(),
});

const summarySchema = z.object({
  id: idSchema,
  committee: z.string(),
  title: z.string(),
  nameArabic: z.string().nullable(),
  acronym: z.string().nullable(),
  region: z.string().nullable(),
});

export const likeRecordSchema = likenessSchema.extend({ record: summarySchema });
export type LikeRecord = z.infer<typeof likeRecordSchema>;

export const duplicatePairSchema = likenessSchema.extend({
  records: z.tuple([summarySchema, summarySchema]),
});
export type DuplicatePair = z.infer<typeof duplicatePairSchema>;

export const comparedPairSchema = likenessSchema.extend({
  records: z.tuple([recordSchema, recordSchema]),
  /** How many records of each entity belong to either, in the same order. */
  links: z.array(z.object({ entity: z.string(), counts: z.tuple([z.number(), z.number()]) })),
});
export type ComparedPair = z.infer<typeof comparedPairSchema>;

/** Which value a field keeps: that of the record kept, that of the other, or (lists and long texts) both. */
export const takeSchema = z.enum(['kept', 'other', 'both']);
export type Take = z.infer<typeof takeSchema>;

/** Flags that protect: in a merge the answer that protects more stays, whatever is chosen. */
export const protectingAnswers: Readonly<Record<string, boolean>> = {
  confidential: true,
  publicationConsent: false,
};

const pairSchema = z.object({ kind: duplicateKindSchema, one: idSchema, other: idSchema });

export const duplicateOperations = {
  /** The few records that what is being typed resembles. `id`: the record itself, when it is there already. */
  'duplicates.like': query({
    input: z.object({
      kind: duplicateKindSchema,
      id: idSchema.nullable(),
      values: z.record(z.string(), fieldValueSchema),
      limit: z.number().int().min(1).max(20),
    }),
    output: z.array(likeRecordSchema),
    topics: ['organisations', 'persons'],
  }),
  /**
   * Pairs of the whole register by score, without those told apart. A coordination is shown pairs of two committees
   * only. Takes its time the first time: progress `compare`, and obeys cancelling.
   */
  'duplicates.list': query({
    input: z.object({
      kind: duplicateKindSchema,
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(200),
    }),
    output: z.object({ total: z.number(), compared: z.number(), pairs: z.array(duplicatePairSchema) }),
    errors: ['cancelled'],
    topics: ['organisations', 'persons'],
  }),
  /** Two records side by side, whatever their score. */
  'duplicates.compare': query({
    input: pairSchema,
    output: comparedPairSchema,
    errors: ['record_missing'],
    topics: ['organisations', 'persons'],
  }),
  /** Notes that two records are not one: they are not proposed again. Undoable. */
  'duplicates.dismiss': command({
    input: pairSchema,
    output: z.object({}),
    errors: ['record_missing'],
    topics: ['organisations', 'persons', 'history'],
  }),
  /**
   * Makes two records one: what belongs to the other moves to the one kept, the other goes to the trash, and its
   * identifier means the one kept from then on. One gesture, undoable. Fields without a choice keep what is filled.
   */
  'members.merge': command({
    input: z.object({
      kind: duplicateKindSchema,
      kept: z.object({ id: idSchema, revision: z.number() }),
      other: z.object({ id: idSchema, revision: z.number() }),
      takes: z.record(z.string(), takeSchema),
    }),
    output: z.object({ id: idSchema, revision: z.number(), moved: z.number() }),
    errors: ['record_missing', 'record_changed'],
    topics: ['organisations', 'persons', 'quarter', 'history'],
  }),
};
