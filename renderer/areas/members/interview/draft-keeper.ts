import { useEffect, useRef, useState } from 'react';
import { call } from '../../../app/calls';
import type { Answers } from './answers';

/** Typing pauses this long before it is written; leaving a field writes at once. Milliseconds. */
const pause = 300;

/**
 * Keeps what is typed in the encrypted store: after a kill it is there again. `keep` writes after a pause, `flush` at
 * once, `settled` forgets what waits (the core has written another draft itself).
 */
export function useDraftKeeper() {
  const waiting = useRef<Answers | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const [state, setState] = useState<'nothing' | 'keeping' | 'kept'>('nothing');
  const [error, setError] = useState<unknown>(null);
  const flush = () => {
    window.clearTimeout(timer.current);
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
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => current.current(), pause);
    },
    settled: () => {
      window.clearTimeout(timer.current);
      waiting.current = null;
      setState('nothing');
    },
  };
}
