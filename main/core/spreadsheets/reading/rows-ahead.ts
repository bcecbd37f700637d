import type { Cell, SheetTable } from './table';

/** Rows handed over while the rest of their file is still read, so that they can be understood meanwhile. */

/** Rows of one sheet. */
export interface RowsRead extends Pick<SheetTable, 'name' | 'state' | 'rows'> {
  /** Place of the sheet in the file. */
  readonly sheet: number;
  /** Place of the first of these rows; they stand for all that was handed over from there on. */
  readonly from: number;
}

/** Takes every row of a file as it is read, and again those that a file tells out of their order. */
export type TakeRows = (read: RowsRead) => void;

/** What was handed over, put together again. */
export class SheetsSoFar {
  readonly #rows: (readonly Cell[] | undefined)[][] = [];

  /** Takes more rows; gives their sheet as far as it is read now. Its merged areas are known at its end only. */
  add({ sheet, name, state, from, rows }: RowsRead): SheetTable {
    const own = this.#rows[sheet] ?? [];
    this.#rows[sheet] = own;
    own.length = from;
    for (const row of rows) own.push(row);
    return { name, state, rows: own, merges: [] };
  }

  rowsOf(sheet: number): SheetTable['rows'] {
    return this.#rows[sheet] ?? [];
  }
}

/** Some milliseconds of understanding. */
const rowsAtOnce = 250;

/** Hands over rows while they come in their order; from where they do not, all that remain at the end. */
export function inPieces(
  rows: SheetTable['rows'],
  take: (rows: SheetTable['rows'], from: number) => void,
): { before(row: number): void; rest(): void } {
  let taken = 0;
  let inOrder = true;
  const upTo = (end: number) => {
    if (end > taken) take(rows.slice(taken, end), taken);
    taken = end;
  };
  return {
    /** A row begins: those before it are whole, unless it is one of them. */
    before(row) {
      if (row < rows.length) {
        inOrder = false;
        taken = Math.min(taken, row);
      } else if (inOrder && rows.length - taken >= rowsAtOnce) upTo(rows.length);
    },
    rest: () => upTo(rows.length),
  };
}

/** Hands over sheets that are read as a whole, in pieces too. */
export function handOver(sheets: SheetTable[], take: TakeRows): SheetTable[] {
  for (const [sheet, { name, state, rows }] of sheets.entries()) {
    for (let from = 0; from < rows.length; from += rowsAtOnce)
      take({ sheet, name, state, rows: rows.slice(from, from + rowsAtOnce), from });
  }
  return sheets;
}
