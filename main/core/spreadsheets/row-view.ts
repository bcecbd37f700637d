import type { CellView, RowView } from '../contract/spreadsheets/operations';
import { isError, typedText } from './reading/table';
import type { ImportRow, ImportSession } from './session';
import { fieldOf, markOf } from './understanding/targets';
import { why } from './values/reading';

/** A row as the page shows it. */
export function rowViewOf(session: ImportSession, row: ImportRow): RowView {
  const { understood, comparison } = row;
  const { columns } = session.arrangement;
  const edits = session.corrections.edits.get(understood.row);
  return {
    row: understood.row,
    outcome: comparison.outcome,
    choice: session.corrections.choices.get(understood.row) ?? null,
    cells: columns.map((column) => ({
      ...cellViewOf(row, column.index, column.target),
      edited: edits?.has(column.index) ? ('edited' as const) : ('as_in_file' as const),
    })),
    refusals: [...understood.refusals],
    match: comparison.match && {
      id: comparison.match.record.id,
      title: String(comparison.match.record.values.acronym ?? comparison.match.record.values.name ?? ''),
      reasons: [...comparison.match.reasons],
    },
    twin: comparison.twin,
    changes: comparison.changes.map((change) => ({ ...change })),
  };
}

function cellViewOf(
  { understood }: ImportRow,
  index: number,
  target: string | null,
): Omit<CellView, 'edited'> {
  const cell = understood.cells[index];
  const typed = typedText(cell);
  const reading = understood.readings[index];
  if (fieldOf(target) === null && markOf(target) === null)
    return { typed, value: null, how: 'ignored', why: null };
  if (isError(cell)) return { typed, value: null, how: 'refused', why: why('error_cell') };
  if (reading === undefined || reading.how === 'empty') {
    const missing = target === 'name' && understood.values.name === undefined;
    return { typed, value: null, how: missing ? 'refused' : 'empty', why: missing ? why('no_name') : null };
  }
  if (reading.how === 'unread') return { typed, value: null, how: 'unread', why: reading.why };
  return { typed, value: reading.value, how: reading.how, why: reading.why ?? null };
}
