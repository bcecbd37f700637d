import { z } from 'zod';
import { shellCommand } from '../operation';
import { fileHandleSchema, languageSchema } from '../values';

/** What the Electron shell answers: native dialogs, printing, the window. No path ever reaches the page. */

const chosenFileSchema = z.object({ handle: fileHandleSchema, name: z.string() });

export const shellOperations = {
  'shell.chooseFiles': shellCommand({
    input: z.object({ purpose: z.enum(['packages', 'root_key', 'spreadsheet']) }),
    output: z.array(chosenFileSchema),
  }),
  'shell.chooseFolder': shellCommand({
    input: z.object({ purpose: z.enum(['new_workspace', 'existing_workspace']) }),
    output: chosenFileSchema.nullable(),
  }),
  'shell.chooseWhereToSave': shellCommand({
    input: z.object({
      purpose: z.enum(['package', 'root_key', 'pdf', 'text', 'workbook', 'csv', 'document']),
      suggestedName: z.string().max(120),
    }),
    output: chosenFileSchema.nullable(),
  }),
  /** Prints the window's content with the system's dialog; the page's print style decides what shows. */
  'shell.print': shellCommand({
    input: z.object({}),
    output: z.object({ outcome: z.enum(['printed', 'cancelled']) }),
  }),
  'shell.savePdf': shellCommand({
    input: z.object({ file: fileHandleSchema, landscape: z.enum(['portrait', 'landscape']) }),
    output: z.object({}),
    errors: ['file_handle_unknown', 'file_not_written'],
  }),
  'shell.saveText': shellCommand({
    input: z.object({ file: fileHandleSchema, text: z.string().max(10_000_000) }),
    output: z.object({}),
    errors: ['file_handle_unknown', 'file_not_written'],
  }),
  /** Shows a file that was just written in the system's file browser. */
  'shell.reveal': shellCommand({
    input: z.object({ file: fileHandleSchema }),
    output: z.object({}),
    errors: ['file_handle_unknown'],
  }),
  /** Colours of the title bar's own buttons and language of the native menu and dialogs. */
  'shell.dress': shellCommand({
    input: z.object({ scheme: z.enum(['light', 'dark']), language: languageSchema }),
    output: z.object({}),
  }),
  'shell.openMenu': shellCommand({ input: z.object({ x: z.number(), y: z.number() }), output: z.object({}) }),
  'shell.about': shellCommand({
    input: z.object({}),
    output: z.object({
      version: z.string(),
      platform: z.enum(['windows', 'macos', 'linux']),
      /** The window draws its own title bar beside the system's buttons. */
      titleBar: z.enum(['overlay', 'native']),
    }),
  }),
};
