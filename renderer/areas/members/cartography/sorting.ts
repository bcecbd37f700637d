import type { ListColumn } from '../../../components/list/columns';
import type { Sort } from '../../../components/list/list-state';

/** Rows at hand in the order of a column: numbers as numbers, words as people sort them; ties keep their order. */
export function sorted<Row>(
  rows: readonly Row[],
  sort: Sort,
  columns: readonly ListColumn<Row>[],
): readonly Row[] {
  const column = columns.find((candidate) => candidate.sort === sort.field);
  if (column === undefined) return rows;
  const turn = sort.direction === 'ascending' ? 1 : -1;
  const compare = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' }).compare;
  return rows
    .map((row) => ({ row, text: column.text(row) }))
    .sort((one, other) => turn * compare(one.text, other.text))
    .map(({ row }) => row);
}
