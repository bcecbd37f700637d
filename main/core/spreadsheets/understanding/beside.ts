import type { Taken } from '../../contract/spreadsheets/operations';
import { type Beside, bareValue, type SheetTable, typedText } from '../reading/table';
import type { Column } from './mapping';
import { noteLine } from './read-row';
import type { CandidateRow, SortedRows } from './sort-rows';
import { fieldOf } from './targets';

/** What a sheet holds beside its values, taken with its rows or left, as a person chose. Pure. */

export const nothingBeside: Beside = { hiddenRows: [], hiddenColumns: [], notes: [], links: [] };

/** The rows with addresses for the words that stand for them, with or without what is hidden, comments as notes. */
export function withBeside(
  sorted: SortedRows,
  table: SheetTable,
  columns: readonly Column[],
  chosen: { readonly hidden: Taken; readonly notes: Taken },
): SortedRows {
  const { beside } = table;
  if (beside === undefined) return sorted;
  const isLeft = chosen.hidden === 'left';
  const hidden = new Set(isLeft ? beside.hiddenRows : []);
  const emptied = isLeft ? beside.hiddenColumns : [];
  const links = byRow(beside.links);
  const notes = byRow(chosen.notes === 'taken' ? beside.notes : []);
  const rows: CandidateRow[] = [];
  const aside = [...sorted.aside];
  for (const row of sorted.rows) {
    const at = row.row - 1;
    if (hidden.has(at)) {
      aside.push({ row: row.row, why: 'hidden', text: textOf(row) });
      continue;
    }
    const remarks = (notes.get(at) ?? []).map(({ column, text }) =>
      noteLine(columns[column]?.heading ?? '', text),
    );
    const cells = withLinks(row.cells, links.get(at) ?? [], columns, emptied);
    rows.push(remarks.length === 0 ? { ...row, cells } : { ...row, cells, remarks });
  }
  return { ...sorted, rows, aside: aside.sort((one, other) => one.row - other.row) };
}

function byRow(all: Beside['links']): ReadonlyMap<number, Beside['links'][number][]> {
  const rows = new Map<number, Beside['links'][number][]>();
  for (const one of all) {
    const before = rows.get(one.row);
    if (before === undefined) rows.set(one.row, [one]);
    else before.push(one);
  }
  return rows;
}

function textOf(row: CandidateRow): string {
  return row.cells
    .map((cell) => typedText(cell).trim())
    .filter((text) => text !== '')
    .join(' · ')
    .slice(0, 200);
}

function withLinks(
  cells: CandidateRow['cells'],
  links: Beside['links'],
  columns: readonly Column[],
  emptied: readonly number[],
): CandidateRow['cells'] {
  if (links.length === 0 && emptied.length === 0) return cells;
  const own = [...cells];
  for (const { column, text } of links) {
    const address = addressFor(
      fieldOf(columns[column]?.target ?? null)?.type,
      typedText(cells[column]),
      text,
    );
    if (address !== null) own[column] = { is: 'plain', value: address, from: 'link' };
  }
  for (const column of emptied) if (bareValue(own[column]) !== null) own[column] = null;
  return own;
}

/** The address behind words that are none themselves; null where the words say it, or the field holds none. */
function addressFor(type: string | undefined, words: string, link: string): string | null {
  if (type === 'email') {
    const [, address] = /^mailto:([^?]{3,320})/i.exec(link) ?? [];
    return address === undefined || words.includes('@') ? null : address;
  }
  if (type === 'url') return /^https?:\/\//i.test(link) && !/\S\.\S/.test(words) ? link : null;
  return null;
}
