import { startTransition, useCallback, useState } from 'react';

/** Lines in sight: the first and the last. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** Lines that are fetched before they come into sight, and by which this is told: not at every line scrolled. */
const ahead = 50;

interface Near extends Lines {
  readonly cursor: number;
}

/** Around which lines rows are to be at hand; changes seldom, so that a list is not drawn anew at every line. */
export function useNearLines(cursor: number) {
  const [near, setNear] = useState<Near>(() => ({ from: 0, to: 0, cursor: stepBelow(cursor) }));
  const change = useCallback(
    (part: Partial<Near>) =>
      // What is fetched ahead may wait for what is drawn now.
      startTransition(() =>
        setNear((before) => {
          const after = { ...before, ...part };
          const isSame = (['from', 'to', 'cursor'] as const).every((key) => before[key] === after[key]);
          return isSame ? before : after;
        }),
      ),
    [],
  );
  const see = useCallback(
    ({ from, to }: Lines) =>
      change({ from: Math.max(0, stepBelow(from - ahead)), to: stepBelow(to + 2 * ahead) - 1 }),
    [change],
  );
  const point = useCallback((line: number) => change({ cursor: stepBelow(line) }), [change]);
  return { near, see, point };
}

function stepBelow(line: number): number {
  return Math.floor(line / ahead) * ahead;
}
