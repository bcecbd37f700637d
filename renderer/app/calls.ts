import { keepPreviousData, QueryClient, useMutation, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorCode, ErrorParams } from '../../main/core/contract/errors';
import type { Topic } from '../../main/core/contract/operation';
import {
  type ConcertationBridge,
  type ConcertationEvent,
  type Input,
  type OperationName,
  type Output,
  operations,
  type QueryName,
} from '../../main/core/contract/operations';

declare global {
  interface Window {
    readonly concertation: ConcertationBridge;
  }
}

export type CommandName = Exclude<OperationName, QueryName>;

/** What a call refuses with: the stable code and the values of its sentence (`useErrorSentence` words it). */
export class CallError extends Error {
  readonly code: ErrorCode;
  readonly params: ErrorParams;

  constructor(operation: OperationName, code: ErrorCode, params: ErrorParams) {
    super(`${operation}: ${code}`);
    this.name = 'CallError';
    this.code = code;
    this.params = params;
  }
}

/** Calls one operation through the one door; throws `CallError` when it is refused. */
export async function call<N extends OperationName>(
  operation: N,
  input: Input<N>,
  callName?: string,
): Promise<Output<N>> {
  const answer = await window.concertation.call(operation, input, callName);
  if (answer.ok) return answer.value;
  throw new CallError(operation, answer.error.code, answer.error.params);
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
});

/** Key of a query in the cache: operation first, so that a topic can find it. */
export function answerKey<N extends QueryName>(operation: N, input: Input<N>): readonly [N, Input<N>] {
  return [operation, input];
}

interface AnswerOptions {
  /** `later`: ask nothing yet (what it depends on is not known). */
  readonly ask?: 'now' | 'later';
  /** `previous`: show the former answer while the next one comes, for search and paging. */
  readonly meanwhile?: 'nothing' | 'previous';
}

/** The answer of a query, kept fresh by the change events of its topics. */
export function useAnswer<N extends QueryName>(operation: N, input: Input<N>, options: AnswerOptions = {}) {
  return useQuery<Output<N>, CallError>({
    queryKey: answerKey(operation, input),
    queryFn: () => call(operation, input),
    enabled: options.ask !== 'later',
    ...(options.meanwhile === 'previous' ? { placeholderData: keepPreviousData } : {}),
  });
}

/**
 * The answer of a query that can take more than half a second the first time: `progress` follows what the core tells;
 * `cancel()` asks it to stop, after which `error` is `cancelled` until `refetch()`.
 */
export function useLongAnswer<N extends QueryName>(operation: N, input: Input<N>) {
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const callName = useRef<string | null>(null);
  const answer = useQuery<Output<N>, CallError>({
    queryKey: answerKey(operation, input),
    queryFn: async () => {
      const name = crypto.randomUUID();
      callName.current = name;
      try {
        return await call(operation, input, name);
      } finally {
        if (callName.current === name) callName.current = null;
        setProgress(null);
      }
    },
    placeholderData: keepPreviousData,
  });
  useConcertationEvent((event) => {
    if (event.type === 'progress' && event.call === callName.current) setProgress(event);
  });
  const cancel = useCallback(() => {
    if (callName.current !== null) window.concertation.cancel(callName.current);
  }, []);
  return { ...answer, progress, cancel };
}

/** A command to run on a gesture: `mutate(input)`, `isPending`, `error`. Stale answers are refreshed by the event. */
export function useCommand<N extends CommandName>(operation: N) {
  return useMutation<Output<N>, CallError, Input<N>>({ mutationFn: (input) => call(operation, input) });
}

export interface CallProgress {
  readonly step: string;
  readonly done: number;
  readonly total: number | null;
}

/**
 * A command that can take more than half a second: `run(input)` answers or throws `CallError`; `progress` follows
 * what the core tells; `cancel()` asks it to stop, after which it throws `cancelled` and nothing has changed.
 */
export function useLongCommand<N extends CommandName>(operation: N) {
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const callName = useRef<string | null>(null);
  const command = useMutation<Output<N>, CallError, Input<N>>({
    mutationFn: async (input) => {
      const name = crypto.randomUUID();
      callName.current = name;
      try {
        return await call(operation, input, name);
      } finally {
        callName.current = null;
        setProgress(null);
      }
    },
  });
  useConcertationEvent((event) => {
    if (event.type === 'progress' && event.call === callName.current) setProgress(event);
  });
  const cancel = useCallback(() => {
    if (callName.current !== null) window.concertation.cancel(callName.current);
  }, []);
  return {
    run: command.mutateAsync,
    running: command.isPending,
    error: command.error,
    reset: command.reset,
    progress,
    cancel,
  };
}

/** Listens to what the main side tells without being asked, for as long as the component is mounted. */
export function useConcertationEvent(listener: (event: ConcertationEvent) => void) {
  const current = useRef(listener);
  useEffect(() => {
    current.current = listener;
  });
  useEffect(() => window.concertation.on((event) => current.current(event)), []);
}

/** Marks as stale every answer that depends on one of these topics; those on screen are asked again. */
export function refreshTopics(topics: readonly Topic[]): Promise<void> {
  return queryClient.invalidateQueries({
    predicate: (query) => {
      const name = query.queryKey[0];
      if (typeof name !== 'string' || !(name in operations)) return false;
      return operations[name as OperationName].topics.some((topic) => topics.includes(topic));
    },
  });
}

/** Facts about the window that do not change while it is open: version, platform, who draws the title bar. */
export function useAbout() {
  return useQuery<Output<'shell.about'>, CallError>({
    queryKey: ['shell.about'],
    queryFn: () => call('shell.about', {}),
  });
}
