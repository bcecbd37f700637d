import { keepPreviousData, useQueries } from '@tanstack/react-query';
import type { DifferenceRow } from '../../../../main/core/contract/consolidation/operations';
import type { Output } from '../../../../main/core/contract/operations';
import { answerKey, type CallError, call } from '../../../app/calls';
import type { Question } from './question';

const pageSize = 100;

interface DifferencePages {
  readonly total: number | undefined;
  readonly rowAt: (index: number) => DifferenceRow | undefined;
  readonly error: CallError | null;
}

/** The differences of a report, fetched page by page as they come into sight. */
export function useDifference(
  id: string,
  question: Question,
  visible: { readonly from: number; readonly to: number },
): DifferencePages {
  // The row before the first one in sight tells whether a new table begins there.
  const first = Math.floor(Math.max(0, visible.from - 1) / pageSize);
  const last = Math.max(first, Math.floor(visible.to / pageSize));
  const pages = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return useQueries({
    queries: pages.map((page) => {
      const input = { id, ...question, offset: page * pageSize, limit: pageSize };
      return {
        queryKey: answerKey('submissions.difference', input),
        queryFn: () => call('submissions.difference', input),
        placeholderData: keepPreviousData,
      };
    }),
    combine: (answers) => {
      const data = answers.map((answer) => answer.data as Output<'submissions.difference'> | undefined);
      return {
        total: data.find((answer) => answer !== undefined)?.total,
        rowAt: (index) => {
          const page = Math.floor(index / pageSize);
          return data[page - first]?.rows[index - page * pageSize];
        },
        error: (answers.find((answer) => answer.error !== null)?.error ?? null) as CallError | null,
      } satisfies DifferencePages;
    },
  });
}
