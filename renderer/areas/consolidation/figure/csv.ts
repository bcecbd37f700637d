import { withoutIsolates } from '../../../../main/core/contract/isolates';

/** A table as a text file that spreadsheets open: UTF-8 with its mark, semicolons, as French ones expect. */

export type CsvCell = string | number | null;

/** Rows of cells as a file; numbers stay numbers, null is empty. */
export function csvText(rows: readonly (readonly CsvCell[])[]): string {
  const lines = rows.map((row) => row.map(cellText).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

/** What a spreadsheet would read as the beginning of a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** Text typed by people never becomes a formula: it gets an apostrophe before it. Numbers need none. */
function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = withoutIsolates(cell);
  const safe = formulaStart.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
