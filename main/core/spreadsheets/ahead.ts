import { isDeepStrictEqual } from 'node:util';
import type { Breathe } from '../turns';
import type { SheetTable } from './reading/table';
import {
  arrange,
  type Corrections,
  type Place,
  type RememberedBy,
  rowContextOf,
  sortedRows,
} from './session';
import { type RowContext, type UnderstoodRow, understandRow } from './understanding/read-row';
import type { CandidateRow } from './understanding/sort-rows';

/**
 * Understands rows while the rest of their file is still read, as the first rows let foresee. Where the whole file shows
 * otherwise (another sheet says more, a column is something else, days are written month first), the row is understood
 * anew: nothing but time depends on what was foreseen.
 */
export class RowsAhead {
  readonly #place: Place;
  readonly #remembered: RememberedBy;
  readonly #pairs: Corrections['pairs'];
  readonly #understood = new Map<number, UnderstoodRow>();
  #foreseen: { readonly sheet: number; readonly context: RowContext } | null = null;
  readonly #lookedAt = new Set<number>();
  /** Place of the next row. */
  #next = 0;

  constructor(place: Place, remembered: RememberedBy, pairs: Corrections['pairs']) {
    this.#place = place;
    this.#remembered = remembered;
    this.#pairs = pairs;
  }

  /** Takes a sheet as far as it is read. Throws cancelled. */
  async take(sheet: number, soFar: SheetTable, breathe: Breathe): Promise<void> {
    this.#foreseen ??= this.#foresee(sheet, soFar);
    if (this.#foreseen?.sheet !== sheet) return;
    const { context } = this.#foreseen;
    for (; this.#next < soFar.rows.length; this.#next += 1) {
      const cells = soFar.rows[this.#next]?.slice(0, context.columns.length) ?? [];
      if (cells.length === 0) continue;
      const row = this.#next + 1;
      this.#understood.set(row, understandRow({ row, cells }, context));
      await breathe('reading', row, null);
    }
  }

  /** Understands rows of the whole file: those that were foreseen so are there. */
  within(context: RowContext): (row: CandidateRow) => UnderstoodRow {
    const isForeseen = this.#foreseen !== null && isDeepStrictEqual(this.#foreseen.context, context);
    return (row) => {
      const before = isForeseen ? this.#understood.get(row.row) : undefined;
      return before !== undefined && sameCells(before.cells, row.cells)
        ? before
        : understandRow(row, context);
    };
  }

  /** A visible sheet whose headings are recognised; null for any other. Headings are among its first rows, or nowhere. */
  #foresee(sheet: number, soFar: SheetTable) {
    if (soFar.state !== 'visible' || this.#lookedAt.has(sheet)) return null;
    this.#lookedAt.add(sheet);
    const arrangement = arrange(soFar, { sheet }, this.#remembered, this.#place.today);
    if (arrangement.headings === null || arrangement.found !== 'recognised') return null;
    this.#next = arrangement.headings.to + 1;
    return {
      sheet,
      context: rowContextOf(arrangement, sortedRows(soFar, arrangement), this.#place, this.#pairs),
    };
  }
}

function sameCells(some: CandidateRow['cells'], others: CandidateRow['cells']): boolean {
  return some.length === others.length && some.every((cell, index) => cell === others[index]);
}
