import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DifferenceRow, ReviewDraft } from '../../../../main/core/contract/consolidation/operations';
import { answerKey, call, queryClient } from '../../../app/calls';

const nothingTyped: ReviewDraft = { decision: null, general: '', deadline: null, remarks: [] };
/** What is typed is written so many milliseconds after the first key that is not written yet: what a kill can cost. */
const pause = 400;

export type Remark = ReviewDraft['remarks'][number];

export interface DraftDesk {
  readonly draft: ReviewDraft;
  change(part: Partial<ReviewDraft>): void;
  /** Writes the remark of a record; an empty one is taken away. */
  remark(row: Pick<DifferenceRow, 'table' | 'record' | 'title'>, text: string): void;
  /** Writes now what waits: a field was left, the page is going. */
  flush(): void;
  /** Why the last writing failed, or null. */
  readonly error: unknown;
}

/** What is typed of a review, kept in the encrypted workspace a moment after each keystroke and when a field is left. */
export function useDraft(id: string, stored: ReviewDraft | null): DraftDesk {
  const [draft, setDraft] = useState(stored ?? nothingTyped);
  const [error, setError] = useState<unknown>(null);
  const current = useRef(draft);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);

  const flush = useCallback(() => {
    if (waiting.current === null) return;
    clearTimeout(waiting.current);
    waiting.current = null;
    const written = current.current;
    queryClient.setQueryData(answerKey('submissions.draft', { id }), written);
    call('submissions.saveDraft', { id, draft: written }).then(() => setError(null), setError);
  }, [id]);
  const change = useCallback(
    (part: Partial<ReviewDraft>) => {
      current.current = { ...current.current, ...part };
      setDraft(current.current);
      waiting.current ??= setTimeout(flush, pause);
    },
    [flush],
  );
  useEffect(() => flush, [flush]);

  return useMemo(
    () => ({
      draft,
      change,
      flush,
      error,
      remark: ({ table, record, title }, text) => {
        const others = (remark: Remark) => remark.table !== table || remark.record !== record;
        const { remarks } = current.current;
        const known = remarks.findIndex((remark) => !others(remark));
        const written: Remark = { table, record, field: null, title: title.slice(0, 300), text };
        if (text.trim() === '') change({ remarks: remarks.filter(others) });
        else if (known < 0) change({ remarks: [...remarks, written] });
        else change({ remarks: remarks.map((remark, index) => (index === known ? written : remark)) });
      },
    }),
    [draft, change, flush, error],
  );
}
