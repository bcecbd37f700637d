import { type CellObject, utils, type WorkSheet, write } from 'xlsx';
import { writeDelimited } from './reading/delimited';
import type { TextManner } from './reading/table';
import { encodeText } from './reading/text-encoding';

/** Writing spreadsheets: XLSX and CSV whose cells are never taken for formulas. */

export type OutCell =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'number'; readonly number: number }
  /** `YYYY-MM-DD`. */
  | { readonly is: 'day'; readonly day: string };

export const text = (value: string): OutCell => ({ is: 'text', text: value });

/** A workbook of one sheet; texts are string cells, days are days. */
export function writeXlsx(
  sheetName: string,
  headings: readonly string[],
  rows: readonly (readonly OutCell[])[],
): Buffer {
  const data = [headings.map(text), ...rows].map((row) => row.map(xlsxCell));
  const width = Math.max(1, ...data.map((row) => row.length));
  const sheet: WorkSheet = {
    '!data': data,
    '!ref': utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, data.length - 1), c: width - 1 } }),
    '!cols': headings.map((heading) => ({ wch: Math.min(40, Math.max(10, heading.length + 2)) })),
    '!autofilter': {
      ref: utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(0, data.length - 1), c: width - 1 } }),
    },
  };
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, sheetName.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31) || 'Liste');
  return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** Longest text that a cell of a workbook holds, in UTF-16 units; longer ones go on in the next column (`continued`). */
export const longestCell = 32_767;

function xlsxCell(cell: OutCell): CellObject {
  switch (cell.is) {
    case 'text':
      return { t: 's', v: cell.text };
    case 'number':
      return { t: 'n', v: cell.number };
    case 'day':
      return cell.day < firstDayOfWorkbooks
        ? { t: 's', v: shownDay(cell.day) }
        : { t: 'n', v: serialOf(cell.day), z: 'dd/mm/yyyy' };
  }
}

/** Workbooks have no days before 1900, and a 29 February 1900 that never was: such days are texts. */
const firstDayOfWorkbooks = '1900-03-01';

function shownDay(day: string): string {
  return day.split('-').reverse().join('/');
}

/** Serial number of a day in the 1900 system, without any time zone. */
function serialOf(day: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** Delimited text in the given manner. */
export function writeCsv(
  headings: readonly string[],
  rows: readonly (readonly OutCell[])[],
  manner: TextManner,
): Buffer {
  const lines = [headings.map(harmless), ...rows.map((row) => row.map(csvCell))];
  return encodeText(writeDelimited(lines, manner), manner.encoding);
}

function csvCell(cell: OutCell): string {
  switch (cell.is) {
    case 'text':
      return harmless(cell.text);
    case 'number':
      return String(cell.number).replace('.', ',');
    case 'day':
      return shownDay(cell.day);
  }
}

/** What a spreadsheet computes, and what would be taken for text that was kept from it. */
const computed = /^'*[=+\-@\t\r]/;
/** A sign and one number, a phone as it is stored or shown among them: it computes to nothing else. */
const oneNumber = /^[+-]\d+(?: \d+)*(?:[.,]\d+)?$/;

/**
 * A text that a spreadsheet would compute gets an apostrophe before it (PACKAGES.md §4.8); reading takes it off again. `+225-07-07-07` is a sum.
 */
export function harmless(value: string): string {
  return computed.test(value) && !oneNumber.test(value) ? `'${value}` : value;
}
