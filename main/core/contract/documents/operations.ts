import { z } from 'zod';
import { command, query } from '../operation';
import { listScopeSchema } from '../records/lists';
import { fileHandleSchema, idSchema, languageSchema } from '../values';
import { labelSheetSchema } from './labels';
import { paperDocumentSchema } from './paper';

/** Documents for people: the same blocks for the screen, the printer, PDF and Word (DESIGN.md §8). */

/** Which document of what; every kind has a composer in the core. */
export const documentRequestSchema = z.discriminatedUnion('kind', [
  /** The sheet of one organisation, without what is confidential. */
  z.object({ kind: z.literal('organisationSheet'), organisation: idSchema, language: languageSchema }),
  /** What the cartography of the country tells the national workshop; of a campaign, or of the register alone. */
  z.object({
    kind: z.literal('restitution'),
    campaign: idSchema.nullable(),
    language: languageSchema,
  }),
  /** The organisations that agreed to be published, for anybody. */
  z.object({
    kind: z.literal('directory'),
    scope: listScopeSchema,
    groupBy: z.enum(['region', 'theme', 'type', 'letter']),
    language: languageSchema,
  }),
  /** Who is invited, how they are reached, and where they sign. */
  z.object({
    kind: z.literal('invitationList'),
    scope: listScopeSchema,
    language: languageSchema,
  }),
  /** Labels for envelopes (`address`) or for files and tables (`name`), from a place on the first sheet on. */
  z.object({
    kind: z.literal('labels'),
    scope: listScopeSchema,
    sheet: labelSheetSchema,
    content: z.enum(['address', 'name']),
    /** Place of the first label on its sheet, from 1. */
    first: z.number().int().min(1).max(24),
    language: languageSchema,
  }),
  /** One form for each person, to sign; without persons one with an empty name. */
  z.object({
    kind: z.literal('consentForm'),
    persons: z.array(idSchema).max(500),
    language: languageSchema,
  }),
  /** The sheet to fill in by hand during an interview; of an organisation, with what is known of it. */
  z.object({ kind: z.literal('interview'), organisation: idSchema.nullable(), language: languageSchema }),
]);
export type DocumentRequest = z.infer<typeof documentRequestSchema>;

export const invitedSchema = z.object({
  organisation: idSchema,
  name: z.string(),
  nameArabic: z.string().nullable(),
  acronym: z.string().nullable(),
  person: z.object({ id: idSchema, name: z.string(), role: z.string().nullable() }).nullable(),
  /** How they are reached first. */
  channel: z.enum(['email', 'phone', 'none']),
  email: z.string().nullable(),
  /** E.164, or as it was typed when it could not be read as a number. */
  phone: z.string().nullable(),
});
export type Invited = z.infer<typeof invitedSchema>;

/** A picture as wide as the text is some 700 KB; this leaves room for twice its size in each direction. */
const pictureSchema = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 8_000_000, 'too_long');

export const documentOperations = {
  'documents.compose': query({
    input: documentRequestSchema,
    output: paperDocumentSchema,
    errors: ['record_missing', 'wrong_role', 'input_refused'],
    topics: ['organisations', 'persons', 'history', 'workspace'],
  }),
  /** Who is invited and how they are reached, with the texts to copy elsewhere. */
  'documents.invitation': query({
    input: z.object({ scope: listScopeSchema, language: languageSchema }),
    output: z.object({
      invited: z.array(invitedSchema),
      /** Contacts left out because their sheet is confidential. */
      confidential: z.number().int(),
      /** E-mail addresses, each once. */
      addresses: z.array(z.string()),
      /** For a message: one line each. */
      message: z.string(),
      /** For a spreadsheet: cells separated by tabs, none of which is a formula. */
      table: z.string(),
    }),
    errors: ['wrong_role', 'input_refused'],
    topics: ['organisations', 'persons'],
  }),
  /** Writes the document as DOCX, whole or not at all. `figures`: PNG drawn by the page, by id of their block. */
  'documents.saveDocx': command({
    input: z.object({
      request: documentRequestSchema,
      figures: z
        .array(
          z.object({
            id: z.string().max(60),
            png: pictureSchema,
            /** Height over width. */
            ratio: z.number().positive().max(10),
          }),
        )
        .max(40),
      file: fileHandleSchema,
    }),
    output: z.object({ fileName: z.string() }),
    errors: ['record_missing', 'wrong_role', 'input_refused', 'file_handle_unknown', 'file_not_written'],
  }),
};
