import { useEffect, useRef, useState } from 'react';
import { call } from '../../../app/calls';
import type { Answers } from './answers';

/** Milliseconds from the first key that is not written yet; leaving a field writes at once. */
const pause = 300;

/**
 * Keeps what is typed in the encrypted store: after a kill it is there again. `keep` writes soon, `flush` at
 * once, `settled` forgets what waits (the core has written another draft itself).
 */
export function useDraftKeeper() {
  const waiting = useRef<Answers | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const [state, setState] = useState<'nothing' | 'keeping' | 'kept'>('nothing');
  const [error, setError] = useState<unknown>(null);
  const flush = () => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    const answers = waiting.current;
    if (answers === null) return;
    waiting.current = null;
    call('interviews.saveDraft', { draft: { answers: { ...answers } } }).then(
      () => {
        setError(null);
        if (waiting.current === null) setState('kept');
      },
      (refusal: unknown) => setError(refusal),
    );
  };
  const current = useRef(flush);
  useEffect(() => {
    current.current = flush;
  });
  useEffect(() => () => current.current(), []);
  return {
    state,
    error,
    flush,
    keep: (answers: Answers) => {
      waiting.current = answers;
      setState('keeping');
      timer.current ??= window.setTimeout(() => current.current(), pause);
    },
    settled: () => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
      waiting.current = null;
      setState('nothing');
    },
  };
}
