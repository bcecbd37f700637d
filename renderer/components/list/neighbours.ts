import { useQuery } from '@tanstack/react-query';
import type { Input, Output } from '../../../main/core/contract/operations';
import { answerKey, type CallError, call } from '../../app/calls';
import { useMoveRemembered, useRemembered } from './list-state';
import type { ListOperation } from './paged-rows';

interface Neighbours {
  /** Place in the list as it was last arranged, from 0. */
  readonly at: number;
  readonly total: number;
  /** Moves to the record before or after; its id, or undefined at the end. */
  go(step: -1 | 1): string | undefined;
}

/**
 * The records around the one shown, in the list one came from; null when one did not come from a list or when the
 * record is not where the list left it.
 */
export function useNeighbours(list: string, operation: ListOperation, id: string): Neighbours | null {
  const remembered = useRemembered(list);
  const move = useMoveRemembered(list);
  const at = remembered?.place ?? remembered?.cursor ?? 0;
  const offset = Math.max(0, at - 1);
  const input: Input<ListOperation> = {
    ...(remembered?.question ?? {
      search: '',
      filters: [],
      sort: { field: 'updatedAt', direction: 'ascending' },
      trashed: 'without',
    }),
    offset,
    limit: 3,
  };
  const answer = useQuery<Output<ListOperation>, CallError>({
    queryKey: answerKey(operation, input),
    queryFn: () => call(operation, input),
    enabled: remembered?.question !== undefined,
  });
  const rows = answer.data?.rows ?? [];
  const own = rows.findIndex((row) => row.id === id);
  if (answer.data === undefined || own < 0) return null;
  const place = offset + own;
  return {
    at: place,
    total: answer.data.total,
    go: (step) => {
      const target = rows[own + step];
      if (target !== undefined) move(place + step);
      return target?.id;
    },
  };
}
