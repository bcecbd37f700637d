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
import { Watch } from './watch';

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

  readonly #watch: Watch;

  constructor(place: Place, remembered: RememberedBy, pairs: Corrections['pairs'], watch = new Watch()) {
    this.#watch = watch;
    this.#place = place;
    this.#remembered = remembered;
    this.#pairs = pairs;
  }

  /** Takes a sheet as far as it is read. Throws X04, cancelled. */
  async take(sheet: number, soFar: SheetTable, breathe: Breathe): Promise<void> {
    this.#foreseen ??= this.#watch.over(() => this.#foresee(sheet, soFar));
    if (this.#foreseen?.sheet !== sheet) return;
    const { context } = this.#foreseen;
    const from = this.#next;
    this.#next = Math.max(from, soFar.rows.length);
    const read = (place: number) => {
      const cells = soFar.rows[place]?.slice(0, context.columns.length) ?? [];
      if (cells.length === 0) return;
      const row = place + 1;
      this.#understood.set(row, understandRow({ row, cells }, context));
    };
    await this.#watch.each(from, soFar.rows.length, read, 'reading', breathe, null);
  }

  /** Understands rows of the whole file: those that were foreseen so are there. */
  within(context: RowContext): (row: CandidateRow) => UnderstoodRow {
    const isForeseen = this.#foreseen !== null && isDeepStrictEqual(this.#foreseen.context, context);
    return (row) => {
      const before = isForeseen ? this.#understood.get(row.row) : undefined;
      return before !== undefined && row.remarks === undefined && sameCells(before.cells, row.cells)
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
