import { cleanLine } from '../../contract/text';
import { type Area, apart, areasDown } from '../reading/merges';
import { bareValue, type Cell, type SheetTable, typedText } from '../reading/table';
import { keyOf } from '../values/words';
import { isTagRow } from './hashtags';
import { type HeadingRows, headingsOf } from './headings';
import type { Column } from './mapping';
import { guessOf } from './targets';

/** Which rows below the headings are organisations, and which are set aside: totals, titles, stubs. Pure. */

export interface AsideRow {
  /** Number of the row, from 1. */
  readonly row: number;
  readonly why: 'total' | 'stub' | 'title' | 'repeated_headings' | 'second_table' | 'numbering' | 'hidden';
  readonly text: string;
}

/** A row to understand: its cells, those of merged areas filled in. */
export interface CandidateRow {
  readonly row: number;
  readonly cells: readonly (Cell | undefined)[];
  /** Comments on its cells, as lines for the notes. */
  readonly remarks?: readonly string[];
}

export interface SortedRows {
  readonly rows: readonly CandidateRow[];
  readonly aside: readonly AsideRow[];
  readonly blank: number;
  /** Cells that stand in for others by merging (X09). */
  readonly merged: number;
}

const total =
  /^(sous )?tota(l|ux)\b|^ensemble$|^total general|^nombre total|^sub ?total|^grand total|^المجموع|^مجموع/;

/** Sorts the rows below the headings; nothing is dropped without being listed. */
export function sortRows(table: SheetTable, headings: HeadingRows, columns: readonly Column[]): SortedRows {
  const rows: CandidateRow[] = [];
  const aside: AsideRow[] = [];
  const own = columns.map((column) => column.heading.trim().toLowerCase());
  const nameColumn = columns.findIndex((column) => column.target === 'name');
  const areasOver = areasDown(mergedDown(table, headings.to));
  const wide = wideAreas(table);
  let blank = 0;
  let merged = 0;
  let secondTable = false;
  let gap = false;
  const last = lastFilled(table);
  for (let at = headings.to + 1; at <= last; at += 1) {
    const bare = table.rows[at];
    const filled = filledColumns(bare);
    if (filled.length === 0) {
      blank += 1;
      gap = true;
      continue;
    }
    const why = secondTable
      ? 'second_table'
      : asideReason(table, wide, at, filled, columns, own, nameColumn, gap);
    if (why === 'second_table') secondTable = true;
    gap = false;
    if (why !== null) {
      aside.push({ row: at + 1, why, text: textOfRow(bare) });
      continue;
    }
    const { cells, filledIn } = withMerged(table, areasOver(at), at, columns.length);
    merged += filledIn;
    rows.push({ row: at + 1, cells });
  }
  return { rows, aside, blank, merged };
}

function lastFilled(table: SheetTable): number {
  let at = table.rows.length - 1;
  while (at >= 0 && filledColumns(table.rows[at]).length === 0) at -= 1;
  return at;
}

function filledColumns(row: readonly Cell[] | undefined): number[] {
  const filled: number[] = [];
  for (let column = 0; column < (row?.length ?? 0); column += 1)
    if (bareValue(row?.[column]) !== null) filled.push(column);
  return filled;
}

function textOfRow(row: readonly Cell[] | undefined): string {
  return (row ?? [])
    .map((cell) => cleanLine(typedText(cell).slice(0, 300)))
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 200);
}

function asideReason(
  table: SheetTable,
  wide: ReadonlySet<string>,
  at: number,
  filled: readonly number[],
  columns: readonly Column[],
  own: readonly string[],
  nameColumn: number,
  gap: boolean,
): AsideRow['why'] | null {
  const row = table.rows[at] ?? [];
  if ((isTotal(typedText(row[filled[0] ?? 0])) || isTotal(typedText(row[nameColumn]))) && holdsSums(row))
    return 'total';
  let same = 0;
  for (const column of filled)
    if (own[column] !== '' && sameText(typedText(row[column]), own[column])) same += 1;
  if (same >= 2 && same >= filled.length / 2) return 'repeated_headings';
  if (isTagRow(row.map((cell) => typedText(cell).trim()))) return 'repeated_headings';
  if (gap && filled.length >= 3 && isOtherHeadings(table, at)) return 'second_table';
  if (
    filled.length >= 3 &&
    filled.every(
      (column, index) => Number(bareValue(row[column])) === Number(bareValue(row[filled[0] ?? 0])) + index,
    )
  )
    return 'numbering';
  if (filled.length > 1) return null;
  const [only = 0] = filled;
  if (wide.has(`${at}:${only}`)) return 'title';
  const target = columns[only]?.target ?? null;
  return target === 'name' && typedText(row[only]).trim().length > 3 ? null : 'stub';
}

/** Most cells hold none of these letters: only the others are folded and looked at. */
function isTotal(text: string): boolean {
  return text.length < 60 && /tota|ensemble|nombre|جموع/i.test(text) && total.test(keyOf(text));
}

/** A total stands beside sums: an organisation named `Ensemble` stands beside its town and its telephone. */
function holdsSums(row: readonly Cell[]): boolean {
  return row.filter((cell) => /\p{L}{2}/u.test(typedText(cell))).length <= 2;
}

function sameText(text: string, heading: string | undefined): boolean {
  const bare = text.trim();
  return bare.length === heading?.length && bare.toLowerCase() === heading;
}

/** Words that name other columns, after a gap: another table begins. */
function isOtherHeadings(table: SheetTable, at: number): boolean {
  const texts = headingsOf(table, { from: at, to: at }).filter((text) => text !== '');
  const known = texts.filter((text) => guessOf(text)?.strength === 3);
  return known.length >= 3 && known.length >= texts.length / 2;
}

/** A title stands in cells merged over several columns. */
function wideAreas(table: SheetTable): ReadonlySet<string> {
  return new Set(
    table.merges.filter(([, left, , right]) => right - left >= 2).map(([top, left]) => `${top}:${left}`),
  );
}

/** Areas merged down over rows of data; one that covers most of a list is its frame, not a value. */
function mergedDown(table: SheetTable, headings: number): Area[] {
  return apart(
    table.merges.filter(
      ([top, , bottom]) => top > headings && bottom - top >= 1 && bottom - top <= tallestArea,
    ),
  );
}

const tallestArea = 2_000;

/** The cells of a row, the value of an area merged downwards repeated in each of its rows and marked so. */
function withMerged(
  table: SheetTable,
  areas: readonly Area[],
  at: number,
  width: number,
): { cells: (Cell | undefined)[]; filledIn: number } {
  const cells: (Cell | undefined)[] = (table.rows[at] ?? []).slice(0, width);
  let filledIn = 0;
  for (const [top, left] of areas) {
    if (left >= width) continue;
    const source = table.rows[top]?.[left];
    const value = bareValue(source);
    if (value === null || bareValue(cells[left]) !== null) continue;
    cells[left] = {
      is: typeof source === 'object' && source !== null ? source.is : 'plain',
      value,
      from: 'merge',
    };
    filledIn += 1;
  }
  return { cells, filledIn };
}
