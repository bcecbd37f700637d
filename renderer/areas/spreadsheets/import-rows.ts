import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { Outcome, RowView } from '../../../main/core/contract/spreadsheets/operations';
import { answerKey, call } from '../../app/calls';

const pageSize = 100;

/** A row of the proposal with the identifier that a table wants. */
export type GridRow = RowView & { readonly id: string };

/** The rows of a proposal, fetched page by page as they come into sight. */
export function useImportRows(
  id: string,
  outcome: Outcome | null,
  visible: { readonly from: number; readonly to: number },
): { readonly total: number | undefined; readonly rowAt: (index: number) => GridRow | undefined } {
  const first = Math.floor(visible.from / pageSize);
  const last = Math.max(first, Math.floor(visible.to / pageSize));
  const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return useQueries({
    queries: pages.map((page) => {
      const input = { import: id, outcome, offset: page * pageSize, limit: pageSize };
      return {
        queryKey: answerKey('spreadsheets.rows', input),
        queryFn: () => call('spreadsheets.rows', input),
        placeholderData: keepPreviousData,
      };
    }),
    combine: (answers) => ({
      total: answers.find((answer) => answer.data !== undefined)?.data?.total,
      rowAt: (index) => {
        const page = Math.floor(index / pageSize);
        const row = answers[page - first]?.data?.rows[index - page * pageSize];
        return row === undefined ? undefined : { ...row, id: String(row.row) };
      },
    }),
  });
}
