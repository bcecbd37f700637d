import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ListRequest } from '../../../main/core/contract/members/operations';
import type { Input, Output, QueryName } from '../../../main/core/contract/operations';
import { answerKey, type CallError, call } from '../../app/calls';

/** Queries that answer a `ListRequest` with rows: the ones a `RecordList` can show. */
export type ListOperation = {
  [N in QueryName]: Input<N> extends ListRequest
    ? Output<N> extends { readonly total: number; readonly rows: readonly { readonly id: string }[] }
      ? N
      : never
    : never;
}[QueryName];
export type RowOf<N extends ListOperation> = Output<N>['rows'][number];

/** What a list asks, apart from the page. */
export type ListQuestion = Omit<ListRequest, 'offset' | 'limit'>;

const pageSize = 100;

interface PagedRows<Row> {
  readonly total: number | undefined;
  readonly rowAt: (index: number) => Row | undefined;
  readonly error: CallError | null;
}

/**
 * The rows of a list, fetched page by page before they come into sight; the row at the cursor is at hand wherever one
 * scrolled. Until the first answer to another question, those of the one before stand there.
 */
export function usePagedRows<N extends ListOperation>(
  operation: N,
  question: ListQuestion,
  near: { readonly from: number; readonly to: number },
  cursor: number,
): PagedRows<RowOf<N>> {
  const first = Math.floor(near.from / pageSize);
  const last = Math.max(first, Math.floor(near.to / pageSize));
  const inSight = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const pages = [...new Set([...inSight, Math.floor(cursor / pageSize)])];
  const answered = useQueries({
    queries: pages.map((page) => {
      const input = { ...question, offset: page * pageSize, limit: pageSize } as Input<N>;
      return {
        queryKey: answerKey(operation, input),
        queryFn: () => call(operation, input),
      };
    }),
    combine: (answers) => {
      const data = answers.map((answer) => answer.data as Output<N> | undefined);
      return {
        total: data.find((answer) => answer !== undefined)?.total,
        rowAt: (index) => {
          const page = Math.floor(index / pageSize);
          return data[pages.indexOf(page)]?.rows[index - page * pageSize] as RowOf<N> | undefined;
        },
        error: (answers.find((answer) => answer.error !== null)?.error ?? null) as CallError | null,
      } satisfies PagedRows<RowOf<N>>;
    },
  });
  const answeredLast = useRef(answered);
  useEffect(() => {
    if (answered.total !== undefined) answeredLast.current = answered;
  }, [answered]);
  return answered.total === undefined && answered.error === null ? answeredLast.current : answered;
}

const longestPage = 500;

/** All rows of a list up to a number: for printing, and for checking everything. */
export async function allRows<N extends ListOperation>(
  operation: N,
  question: ListQuestion,
  atMost: number,
): Promise<readonly RowOf<N>[]> {
  const rows: RowOf<N>[] = [];
  while (rows.length < atMost) {
    const input = { ...question, offset: rows.length, limit: longestPage } as Input<N>;
    const answer: Output<N> = await call(operation, input);
    rows.push(...answer.rows);
    if (answer.rows.length < longestPage) break;
  }
  return rows.slice(0, atMost);
}
