import type { FieldType } from '../../contract/fields';
import { bareValue, type Cell, type SheetTable } from '../reading/table';
import { readFlag } from '../values/choices/flag';
import { readValue } from '../values/read-value';
import type { HeadingRows } from './headings';
import type { Column } from './mapping';
import { fieldOf, guessOf } from './targets';

/**
 * A heading that only begins with, or holds, a known word is a guess: the cells under it must bear it out. `Members
 * only` over yes and no is no number of members; `Statut de la demande` no legal status. Pure.
 */

const looked = 60;
const fewest = 2;

/** Types of field whose cells can be told from others. */
const tellable: ReadonlySet<FieldType> = new Set([
  'choice',
  'choices',
  'flag',
  'count',
  'decimal',
  'day',
  'year',
  'email',
  'url',
]);
const words: ReadonlySet<FieldType> = new Set(['name', 'line', 'text', 'arabic', 'labels']);

/** The columns, without the targets that no cell of theirs bears out. */
export function borneOut(
  columns: readonly Column[],
  table: SheetTable,
  headings: HeadingRows,
  today: string,
): Column[] {
  return columns.map((column) => {
    if (column.origin !== 'proposed') return column;
    const cells = filledBelow(table, headings.to, column.index);
    return cells.length >= fewest && isBelied(column, cells, today)
      ? { ...column, target: null, origin: 'unknown' }
      : column;
  });
}

function filledBelow(table: SheetTable, headings: number, column: number): Cell[] {
  const cells: Cell[] = [];
  for (let row = headings + 1; row < table.rows.length && cells.length < looked; row += 1) {
    const cell = table.rows[row]?.[column];
    if (cell !== undefined && bareValue(cell) !== null && !String(bareValue(cell)).startsWith('#'))
      cells.push(cell);
  }
  return cells;
}

function isBelied(column: Column, cells: readonly Cell[], today: string): boolean {
  const field = fieldOf(column.target);
  if (field === null) return false;
  if (words.has(field.type)) return cells.every(saysYesOrNo);
  if (!tellable.has(field.type) || guessOf(column.heading)?.strength === 3) return false;
  const context = { country: null, prefix: '', pairs: new Map(), today, order: 'day_first' } as const;
  return cells.every((cell) => {
    const { how } = readValue(cell, field, context);
    return how === 'unread' || how === 'empty';
  });
}

/** Words of yes and no; a cross or a figure may stand for anything. */
function saysYesOrNo(cell: Cell): boolean {
  const value = bareValue(cell);
  return (
    typeof value === 'boolean' ||
    (typeof value === 'string' && value.length > 2 && 'value' in readFlag(value))
  );
}
