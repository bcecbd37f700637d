import { cleanLine } from '../../contract/text';
import { bareValue, type Cell, isDay, type SheetTable, typedText } from '../reading/table';
import { repaired } from '../reading/text-encoding';
import { longest } from './heading-words';
import { guessOf } from './targets';

/** Finding the rows of headings: under titles, over one to five rows, with merged cells. Pure. */

/** Rows of the sheet, from 0, both included. */
export interface HeadingRows {
  readonly from: number;
  readonly to: number;
}

const searched = 60;
const tallest = 5;

/** The rows whose headings say most; null when no row names at least two fields, or the name alone (X08). */
export function findHeadings(table: SheetTable): HeadingRows | null {
  return bestHeadings(table)?.rows ?? null;
}

/** How much a sheet says about organisations: what its headings name, and over how many rows. */
export function worthOf(table: SheetTable): number {
  const best = bestHeadings(table);
  return best === null ? 0 : best.score * Math.log2(2 + table.rows.length - best.rows.to);
}

/**
 * The row that looks like headings where none is known: the first one of words alone that is nearly as wide as the
 * sheet. The person says then what stands under them.
 */
export function likelyHeadings(table: SheetTable): HeadingRows | null {
  const first = table.rows.slice(0, searched);
  const widest = Math.max(0, ...first.map(filledIn));
  const at = first.findIndex(
    (row) =>
      filledIn(row) >= Math.max(2, widest * 0.6) && looksLikeHeadings(row) && !(row ?? []).some(isValue),
  );
  return at < 0 || at === table.rows.length - 1 ? null : { from: at, to: at };
}

function bestHeadings(table: SheetTable): { readonly rows: HeadingRows; readonly score: number } | null {
  let best: { rows: HeadingRows; score: number } | null = null;
  const last = Math.min(table.rows.length, searched);
  for (let from = 0; from < last; from += 1) {
    if (filledIn(table.rows[from]) === 0) continue;
    for (let to = from; to < Math.min(from + tallest, last); to += 1) {
      if (to > from && !looksLikeHeadings(table.rows[to])) break;
      const score = scoreOf(table, { from, to });
      if (score > (best?.score ?? 0)) best = { rows: { from, to }, score };
    }
  }
  return best;
}

function filledIn(row: readonly Cell[] | undefined): number {
  return (row ?? []).reduce<number>((sum, cell) => sum + (bareValue(cell) === null ? 0 : 1), 0);
}

/** A further row of headings holds words, no numbers or days. */
function looksLikeHeadings(row: readonly Cell[] | undefined): boolean {
  const cells = (row ?? []).filter((cell) => bareValue(cell) !== null);
  return (
    cells.length > 0 &&
    cells.every((cell) => typeof bareValue(cell) === 'string' && !isDay(cell) && typedText(cell).length < 80)
  );
}

/** Fields that the headings name, surest first; every further row must earn its place. */
function scoreOf(table: SheetTable, rows: HeadingRows): number {
  const seen = new Map<string, number>();
  for (const heading of headingsOf(table, rows)) {
    const guess = guessOf(heading);
    if (guess !== null) seen.set(guess.target, Math.max(seen.get(guess.target) ?? 0, guess.strength));
  }
  const strong = [...seen.values()].reduce((sum, strength) => sum + strength, 0);
  const namesSomething = seen.size >= 2 || seen.get('name') === 3;
  if (!namesSomething || strong < 3) return 0;
  const values = (table.rows[rows.to] ?? []).filter(isValue).length;
  return strong - 2.5 * (rows.to - rows.from) - values;
}

/** Numbers, days, codes and addresses are what stands under headings. */
function isValue(cell: Cell): boolean {
  const value = bareValue(cell);
  if (typeof value === 'number' || isDay(cell)) return true;
  if (typeof value !== 'string') return false;
  const digits = value.replace(/\D/g, '').length;
  return (digits >= 4 && digits * 2 >= value.trim().length) || /\S@\S+\.\S|^https?:/i.test(value);
}

/**
 * The heading of every column: its own words, after those of merged cells above it (`Contacts`, `Tél` → `Contacts
 * Tél`) unless its own already say a field.
 */
export function headingsOf(table: SheetTable, rows: HeadingRows): string[] {
  const width = Math.max(
    ...Array.from(
      { length: rows.to - rows.from + 1 },
      (_, index) => table.rows[rows.from + index]?.length ?? 0,
    ),
    0,
  );
  const areas = table.merges.filter(([top, , bottom]) => top <= rows.to && bottom >= rows.from);
  return Array.from({ length: width }, (_, column) => {
    const parts: string[] = [];
    for (let row = rows.from; row <= rows.to; row += 1) {
      const typed = typedText(coveredBy(table, areas, row, column)).slice(0, longest);
      const text = cleanLine(repaired(typed) ?? typed);
      if (text !== '' && parts.at(-1) !== text) parts.push(text);
    }
    const own = parts.at(-1) ?? '';
    return parts.length < 2 || guessOf(own)?.strength === 3 ? own : parts.join(' ');
  });
}

/** The cell, or the one whose merged area covers it. */
function coveredBy(
  table: SheetTable,
  areas: SheetTable['merges'],
  row: number,
  column: number,
): Cell | undefined {
  const own = table.rows[row]?.[column];
  if (bareValue(own) !== null) return own;
  const area = areas.find(
    ([top, left, bottom, right]) => row >= top && row <= bottom && column >= left && column <= right,
  );
  return area === undefined ? own : table.rows[area[0]]?.[area[1]];
}
