import { z } from 'zod';
import { command, query } from '../operation';
import { fileHandleSchema, idSchema, languageSchema } from '../values';
import { paperDocumentSchema } from './paper';

/** Documents for people: the same blocks for the screen, the printer, PDF and Word (DESIGN.md §8). */

/** Which document of what; every kind has a composer in the core. */
export const documentRequestSchema = z.discriminatedUnion('kind', [
  /** The sheet of one organisation, without what is confidential. */
  z.object({ kind: z.literal('organisationSheet'), organisation: idSchema, language: languageSchema }),
]);
export type DocumentRequest = z.infer<typeof documentRequestSchema>;

/** A picture as wide as the text is some 700 KB; this leaves room for twice its size in each direction. */
const pictureSchema = z.instanceof(Uint8Array).refine((bytes) => bytes.length <= 8_000_000, 'too_long');

export const documentOperations = {
  'documents.compose': query({
    input: documentRequestSchema,
    output: paperDocumentSchema,
    errors: ['record_missing', 'wrong_role'],
    topics: ['organisations', 'persons', 'history', 'workspace'],
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
    errors: ['record_missing', 'wrong_role', 'file_handle_unknown', 'file_not_written'],
  }),
};
