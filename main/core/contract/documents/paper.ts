import { z } from 'zod';
import { languageSchema } from '../values';

/**
 * What a document says, apart from how it is drawn: the page shows and prints it, the core writes it as DOCX, both
 * from the same blocks (DESIGN.md §8). Texts are already in the document's language; shares are parts of the width.
 */

const textSchema = z.string().max(20_000);

const factSchema = z.object({ label: textSchema, value: textSchema });
export type PaperFact = z.infer<typeof factSchema>;

const columnSchema = z.object({
  label: textSchema,
  align: z.enum(['start', 'end']),
  /** Part of the width, of the sum of all. */
  share: z.number().positive(),
});
export type PaperColumn = z.infer<typeof columnSchema>;

export const paperBlockSchema = z.discriminatedUnion('block', [
  z.object({
    block: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: textSchema,
  }),
  z.object({
    block: z.literal('paragraph'),
    text: textSchema,
    tone: z.enum(['plain', 'quiet', 'strong']),
  }),
  z.object({ block: z.literal('list'), items: z.array(textSchema) }),
  z.object({ block: z.literal('facts'), facts: z.array(factSchema) }),
  z.object({
    block: z.literal('table'),
    caption: textSchema.nullable(),
    columns: z.array(columnSchema).min(1),
    rows: z.array(z.array(textSchema)),
    /** A last row that sums up, in bold. */
    totals: z.array(textSchema).nullable(),
  }),
  /** Horizontal bars, which are also their table: absent is `null`, never zero. */
  z.object({
    block: z.literal('bars'),
    caption: textSchema,
    items: z.array(z.object({ label: textSchema, value: z.number().min(0).nullable(), note: textSchema })),
  }),
  /** A drawing that the page makes; in DOCX the picture which the page hands over under the same `id`. */
  z.object({ block: z.literal('figure'), id: z.string().max(60), caption: textSchema, alt: textSchema }),
  /** One entry of a directory; kept on one page. */
  z.object({
    block: z.literal('entry'),
    title: textSchema,
    aside: textSchema,
    facts: z.array(factSchema),
    text: textSchema,
  }),
  /** A sheet of labels; `size` in millimetres, a cell with no lines stays free. */
  z.object({
    block: z.literal('labels'),
    columns: z.number().int().min(1).max(6),
    size: z.object({ width: z.number(), height: z.number() }),
    /** Free space of the sheet above and beside the first label, in millimetres. */
    margin: z.object({ top: z.number(), side: z.number() }),
    cells: z.array(z.array(textSchema)),
  }),
  /** A question of a sheet that is filled in by hand, numbered as on the screen. */
  z.object({
    block: z.literal('blank'),
    number: textSchema,
    label: textSchema,
    hint: textSchema,
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('lines'), count: z.number().int().min(1).max(12) }),
      z.object({
        kind: z.literal('choices'),
        several: z.boolean(),
        options: z.array(z.object({ mark: z.string().max(4), label: textSchema })),
      }),
    ]),
  }),
  z.object({ block: z.literal('pageBreak') }),
]);
export type PaperBlock = z.infer<typeof paperBlockSchema>;
export type BlockOf<Kind extends PaperBlock['block']> = Extract<PaperBlock, { block: Kind }>;

export const paperDocumentSchema = z.object({
  title: textSchema,
  /** Under the title: whose it is and of which day. */
  subtitle: textSchema,
  language: languageSchema,
  orientation: z.enum(['portrait', 'landscape']),
  /** At the foot of every page: what the data is for and who may read it. */
  foot: textSchema,
  /** Proposed file name, without extension. */
  fileName: z.string().max(100),
  /** Said before the document leaves and not part of it: what was left out and why. */
  notices: z.array(textSchema),
  blocks: z.array(paperBlockSchema),
});
export type PaperDocument = z.infer<typeof paperDocumentSchema>;
