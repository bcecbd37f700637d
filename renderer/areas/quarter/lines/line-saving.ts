import { useCallback, useState } from 'react';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { answerKey, call, queryClient } from '../../../app/calls';
import type { TypedFieldName } from './grid-moves';

export type LineValue = string | number | null;
export type SaveLine = (
  activity: string,
  field: TypedFieldName,
  value: LineValue,
  typing?: 'begins' | 'goes_on',
) => Promise<void>;

/**
 * Writes one value of a line at once. It shows before the core has answered; when the core refuses, what stands there
 * comes back and `error` says why.
 */
export function useSaveLine(quarter: string): { readonly save: SaveLine; readonly error: unknown } {
  const [error, setError] = useState<unknown>(null);
  const save = useCallback<SaveLine>(
    async (activity, field, value, typing = 'begins') => {
      const key = answerKey('quarter.overview', { quarter });
      await queryClient.cancelQueries({ queryKey: key });
      queryClient.setQueryData<QuarterOverview>(
        key,
        (before) => before && withValue(before, activity, field, value),
      );
      try {
        await call('quarter.saveLine', { quarter, activity, values: { [field]: value }, typing });
        setError(null);
      } catch (refusal) {
        setError(refusal);
        throw refusal;
      } finally {
        void queryClient.invalidateQueries({ queryKey: key });
      }
    },
    [quarter],
  );
  return { save, error };
}

function withValue(
  overview: QuarterOverview,
  activity: string,
  field: TypedFieldName,
  value: LineValue,
): QuarterOverview {
  return {
    ...overview,
    lines: overview.lines.map((line) => (line.activity === activity ? { ...line, [field]: value } : line)),
  };
}
