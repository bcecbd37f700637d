import { z } from 'zod';
import { fieldValueSchema } from '../fields';
import { command, query } from '../operation';
import { listQuestionSchema, listScopeSchema } from '../records/lists';
import { fileHandleSchema, idSchema, instantSchema, messageSchema } from '../values';
import { encodings } from './encodings';

/** Spreadsheets in and out (DESIGN.md §8): import of a list into the register of organisations, export of a list. */

/** What an imported row leads to. */
export const outcomeSchema = z.enum(['new', 'changed', 'identical', 'ambiguous', 'refused']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** What a person chose for an ambiguous row. */
export const rowChoiceSchema = z.enum(['complete', 'create', 'aside']);
export type RowChoice = z.infer<typeof rowChoiceSchema>;

/**
 * What a column fills: the name of a field; `themes:<code>` for a column of marks of one choice; `prefix` for a calling code beside
 * the number; `kept` for a column of the cartography layout that the register has no field for; null = ignored.
 */
export const targetSchema = z.string().max(80).nullable();

export const cellViewSchema = z.object({
  /** As it stands in the file (or as it was edited here). */
  typed: z.string(),
  /** What was understood; null when nothing was. */
  value: fieldValueSchema,
  /** `corrected`: written otherwise in the register; `doubtful`: kept as typed; `unread`: goes to the notes as typed. */
  how: z.enum(['empty', 'as_typed', 'corrected', 'doubtful', 'unread', 'refused', 'ignored']),
  /** Why it asks for a look, or null. */
  why: messageSchema.nullable(),
  edited: z.enum(['edited', 'as_in_file']),
});
export type CellView = z.infer<typeof cellViewSchema>;

/**
 * What to do with rows of the file that bear one name: `asked`, those that agree are joined to the first and the others
 * wait; `joined`, all are, what differs being kept in the notes.
 */
const repeatsSchema = z.enum(['asked', 'joined']);

export const rowViewSchema = z.object({
  /** Number of the row in the sheet, from 1. */
  row: z.number().int(),
  outcome: outcomeSchema,
  choice: rowChoiceSchema.nullable(),
  cells: z.array(cellViewSchema),
  /** Reasons of a refusal. */
  refusals: z.array(messageSchema),
  /** The record that the row completes, or seems to. */
  match: z.object({ id: idSchema, title: z.string(), reasons: z.array(messageSchema) }).nullable(),
  /** The earlier row of the file that bears the same name, or null. */
  twin: z.number().int().nullable(),
  changes: z.array(z.object({ field: z.string(), before: fieldValueSchema, after: fieldValueSchema })),
});
export type RowView = z.infer<typeof rowViewSchema>;

const countsSchema = z.record(outcomeSchema, z.number().int());

/** What a sheet holds beside its values comes with the rows, or does not. */
const takenSchema = z.enum(['taken', 'left']);
export type Taken = z.infer<typeof takenSchema>;

export const importViewSchema = z.object({
  import: idSchema,
  fileName: z.string(),
  kind: z.enum(['xlsx', 'xls', 'ods', 'text']),
  sheets: z.array(z.object({ name: z.string(), rows: z.number(), state: z.enum(['visible', 'hidden']) })),
  sheet: z.number().int(),
  layout: z.enum(['list', 'cartography']),
  /** Rows of the headings in the sheet, from 1; null when none was found (X08). */
  headings: z.object({ from: z.number().int(), to: z.number().int() }).nullable(),
  columns: z.array(
    z.object({
      index: z.number().int(),
      heading: z.string(),
      target: targetSchema,
      origin: z.enum(['proposed', 'remembered', 'chosen', 'unknown']),
      /** Cells of this column that could not be understood. */
      unread: z.number().int(),
    }),
  ),
  /**
   * What must be said before rows are understood: which of the candidate columns (with their first values) is the
   * name, or that the list is of organisations although it seems to be of persons or meetings. null = nothing.
   */
  question: z
    .object({
      kind: z.enum(['name', 'persons', 'meetings']),
      candidates: z.array(z.object({ index: z.number().int(), samples: z.array(z.string()) })),
    })
    .nullable(),
  /** Rows whose name an earlier row bears: those that wait for a choice, and those that make one record with it. */
  repeats: z.object({ how: repeatsSchema, waiting: z.number().int(), joined: z.number().int() }),
  counts: countsSchema,
  /** Ambiguous rows without a choice: they are not imported. */
  waiting: z.number().int(),
  /** Rows that would be written now. */
  ready: z.number().int(),
  blankRows: z.number().int(),
  aside: z.array(
    z.object({
      row: z.number().int(),
      why: z.enum(['total', 'stub', 'title', 'repeated_headings', 'second_table', 'numbering', 'hidden']),
      text: z.string(),
    }),
  ),
  /** How a text was read; null for every other file. */
  encoding: z.enum(encodings).nullable(),
  notices: z.array(messageSchema),
  /** Values of lists that no label answers to, the most frequent first. */
  strangers: z.array(z.object({ field: z.string(), typed: z.string(), rows: z.number().int() })),
  /** Rows and columns that the sheet does not show, comments on its cells, and what becomes of them. */
  beside: z.object({
    hiddenRows: z.number().int(),
    hiddenColumns: z.number().int(),
    hidden: takenSchema,
    comments: z.number().int(),
    notes: takenSchema,
  }),
});
export type ImportView = z.infer<typeof importViewSchema>;

const sessionSchema = z.object({ import: idSchema });

const textFormatSchema = z.object({
  encoding: z.enum(['utf8', 'utf8_bom', 'utf16le', 'windows1252']),
  separator: z.enum([';', ',', '\t', '|']),
});

export const spreadsheetOperations = {
  /** Which of these files are spreadsheets by their first bytes, whatever their names say; the others are packages. */
  'spreadsheets.recognise': query({
    input: z.object({ files: z.array(fileHandleSchema).max(200) }),
    output: z.object({ spreadsheets: z.array(fileHandleSchema), others: z.array(fileHandleSchema) }),
    errors: ['file_handle_unknown'],
  }),
  /** Reads a file and proposes an import; the former one that was not applied is forgotten. Writes nothing. */
  'spreadsheets.open': command({
    input: z.object({ file: fileHandleSchema }),
    output: importViewSchema,
    errors: ['F01', 'F04', 'F05', 'X01', 'X02', 'X03', 'X04', 'X05', 'cancelled', 'wrong_role'],
  }),
  /** Reads a text again, in the encoding that a person tells. */
  'spreadsheets.readAs': command({
    input: sessionSchema.extend({ encoding: z.enum(encodings) }),
    output: importViewSchema,
    errors: ['import_gone', 'input_refused', 'X03', 'X04', 'cancelled', 'wrong_role'],
    topics: ['imports'],
  }),
  'spreadsheets.view': query({
    input: sessionSchema,
    output: importViewSchema,
    errors: ['import_gone'],
    topics: ['imports'],
  }),
  'spreadsheets.rows': query({
    input: sessionSchema.extend({
      outcome: outcomeSchema.nullable(),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
    }),
    output: z.object({ total: z.number().int(), rows: z.array(rowViewSchema) }),
    errors: ['import_gone'],
    topics: ['imports'],
  }),
  /** Place, in the list of one outcome, of the next row that asks for a look after this one; null when none is left. */
  'spreadsheets.nextToSee': query({
    input: sessionSchema.extend({ outcome: outcomeSchema.nullable(), after: z.number().int() }),
    output: z.object({ place: z.number().int().nullable() }),
    errors: ['import_gone'],
    topics: ['imports'],
  }),
  /**
   * Another sheet, other rows of headings, other columns, rows of one name joined or not: everything is understood
   * anew.
   */
  'spreadsheets.arrange': command({
    input: sessionSchema.extend({
      sheet: z.number().int().min(0).optional(),
      headings: z.object({ from: z.number().int().min(1), to: z.number().int().min(1) }).optional(),
      targets: z.record(z.string(), targetSchema).optional(),
      repeats: repeatsSchema.optional(),
      hidden: takenSchema.optional(),
      notes: takenSchema.optional(),
    }),
    output: importViewSchema,
    errors: ['import_gone', 'X04', 'cancelled'],
    topics: ['imports'],
  }),
  /** Which code of its list a typed value means, for all rows; remembered for the next import. */
  'spreadsheets.pair': command({
    input: sessionSchema.extend({
      field: z.string(),
      typed: z.string().max(2_000),
      code: z.string().max(60),
    }),
    output: importViewSchema,
    errors: ['import_gone', 'input_refused', 'X04'],
    topics: ['imports'],
  }),
  /** Corrects one cell of the proposal; the file is not touched. */
  'spreadsheets.edit': command({
    input: sessionSchema.extend({
      row: z.number().int(),
      column: z.number().int(),
      text: z.string().max(65_536),
    }),
    output: rowViewSchema,
    errors: ['import_gone', 'X04'],
    topics: ['imports'],
  }),
  'spreadsheets.choose': command({
    input: sessionSchema.extend({ row: z.number().int(), choice: rowChoiceSchema.nullable() }),
    output: rowViewSchema,
    errors: ['import_gone', 'input_refused'],
    topics: ['imports'],
  }),
  /** Writes what is ready as one gesture, all or nothing. Cancelling before the last step leaves nothing. */
  'spreadsheets.apply': command({
    input: sessionSchema,
    output: z.object({
      id: idSchema,
      created: z.number().int(),
      changed: z.number().int(),
      refused: z.number().int(),
    }),
    errors: ['import_gone', 'record_changed', 'cancelled', 'B06'],
    topics: ['imports', 'organisations', 'history'],
  }),
  /** The refused rows with a column of reasons, as a spreadsheet that can be corrected and imported again. */
  'spreadsheets.saveRefused': command({
    input: sessionSchema.extend({ file: fileHandleSchema }),
    output: z.object({ fileName: z.string(), rows: z.number().int() }),
    errors: ['import_gone', 'file_handle_unknown', 'file_not_written', 'B06'],
  }),
  'spreadsheets.close': command({ input: sessionSchema, output: z.object({}), topics: ['imports'] }),
  /** Imports made so far, newest first. */
  'spreadsheets.imports': query({
    input: z.object({}),
    output: z.array(
      z.object({
        id: idSchema,
        fileName: z.string(),
        sheet: z.string(),
        madeAt: instantSchema,
        author: z.string(),
        created: z.number().int(),
        changed: z.number().int(),
        refused: z.number().int(),
        state: z.enum(['in_force', 'undone', 'withdrawn']),
      }),
    ),
    topics: ['imports', 'history'],
  }),
  /**
   * Takes a whole import back as one gesture: records it created go to the trash, fields it changed get their former
   * value. What was edited since is kept as it is and listed.
   */
  'spreadsheets.withdraw': command({
    input: z.object({ id: idSchema }),
    output: z.object({
      trashed: z.number().int(),
      restored: z.number().int(),
      kept: z.array(z.object({ record: idSchema, title: z.string(), fields: z.array(z.string()) })),
    }),
    errors: ['record_missing', 'nothing_to_undo'],
    topics: ['imports', 'organisations', 'persons', 'history'],
  }),
  /**
   * Writes the list as it is shown, or in the programme's cartography layout. `committee`: fields of class
   * confidential are left out. `public`: only what may be published (docs/decisions/0009).
   */
  'spreadsheets.export': command({
    input: z.object({
      file: fileHandleSchema,
      question: listQuestionSchema,
      /** Only these of them; null = all that the question finds. */
      only: listScopeSchema.nullish(),
      /** Heading of the column that holds the group, when the list is grouped. */
      groupHeading: z.string().max(300).nullish(),
      layout: z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('list'),
          columns: z
            .array(z.object({ field: z.string(), heading: z.string().max(300) }))
            .min(1)
            .max(100),
        }),
        z.object({ kind: z.literal('cartography') }),
      ]),
      format: z.enum(['xlsx', 'csv']),
      /** Of a CSV; null = those of the file last imported in this layout, else UTF-8 with BOM and `;`. */
      text: textFormatSchema.nullable(),
      audience: z.enum(['committee', 'public']),
    }),
    output: z.object({
      fileName: z.string(),
      rows: z.number().int(),
      /** Columns that were asked for and left out, by field. */
      leftOut: z.array(z.string()),
      /** Organisations left out of a file for everybody, because they did not agree to be published. */
      unpublished: z.number().int(),
    }),
    errors: ['file_handle_unknown', 'file_not_written', 'input_refused', 'B06'],
  }),
  /** Writes needs × organisations of a region and a theme, or of all, for the committee. */
  'spreadsheets.exportNeeds': command({
    input: z.object({
      file: fileHandleSchema,
      region: z.string().nullable(),
      theme: z.string().nullable(),
      format: z.enum(['xlsx', 'csv']),
    }),
    output: z.object({ fileName: z.string(), rows: z.number().int() }),
    errors: ['file_handle_unknown', 'file_not_written', 'wrong_role', 'B06'],
  }),
};
