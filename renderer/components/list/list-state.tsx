import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Filter, ListRequest } from '../../../main/core/contract/members/operations';

export type Sort = ListRequest['sort'];

/** What the user has arranged in a list; it is there again when they come back from a sheet. */
export interface ListArrangement {
  readonly view: string;
  readonly search: string;
  readonly filters: readonly Filter[];
  readonly sort: Sort;
  readonly group: string | null;
  /** Columns of a saved view; null: those that this person likes. */
  readonly columns: readonly string[] | null;
  /** Groups that are folded, by their value. */
  readonly folded: readonly (string | null)[];
  /** Line of the cursor: groups have lines of their own. */
  readonly cursor: number;
  readonly scroll: number;
  /** Place of the record opened last, without the lines of groups. */
  readonly place?: number;
  /** What the list last asked, apart from the page: for the sheet's "4 of 138". */
  readonly question?: Omit<ListRequest, 'offset' | 'limit'>;
}

const nothingArranged = {
  search: '',
  filters: [],
  group: null,
  columns: null,
  folded: [],
  cursor: 0,
  scroll: 0,
} as const;

const MemoryContext = createContext<Map<string, ListArrangement> | null>(null);

/** Remembers the arrangement of every list until the workspace is locked. */
export function ListMemoryProvider(props: { readonly children: ReactNode }) {
  const memory = useRef(new Map<string, ListArrangement>());
  return <MemoryContext value={memory.current}>{props.children}</MemoryContext>;
}

function useMemory(): Map<string, ListArrangement> {
  const memory = useContext(MemoryContext);
  if (memory === null) throw new Error('No list memory above this component');
  return memory;
}

/** The arrangement of one list by its name, and how to change parts of it. */
export function useArrangement(name: string, first: { readonly view: string; readonly sort: Sort }) {
  const memory = useMemory();
  const [arrangement, setArrangement] = useState<ListArrangement>(
    () => memory.get(name) ?? { ...first, ...nothingArranged },
  );
  const change = useCallback(
    (part: Partial<ListArrangement>) =>
      setArrangement((before) => {
        const { cursor, scroll } = memory.get(name) ?? before;
        const after = { ...before, cursor, scroll, ...part };
        memory.set(name, after);
        return after;
      }),
    [memory, name],
  );
  // Where one stands is remembered for the way back only: nothing is drawn anew for it.
  const keep = useCallback(
    (place: Partial<Pick<ListArrangement, 'cursor' | 'scroll'>>) => {
      const before = memory.get(name);
      if (before !== undefined) memory.set(name, { ...before, ...place });
    },
    [memory, name],
  );
  const [isNew] = useState(() => !memory.has(name));
  return useMemo(() => ({ arrangement, change, keep, isNew }), [arrangement, change, keep, isNew]);
}

/** What a list was last asked, for the sheet's "4 of 138"; undefined when the list was not opened yet. */
export function useRemembered(name: string): ListArrangement | undefined {
  return useMemory().get(name);
}

/** Moves the remembered cursor of a list, when a sheet goes on to the next record. */
export function useMoveRemembered(name: string): (cursor: number) => void {
  const memory = useMemory();
  return useCallback(
    (cursor) => {
      const before = memory.get(name);
      if (before === undefined) return;
      const place = cursor;
      memory.set(name, { ...before, cursor: before.cursor + place - (before.place ?? before.cursor), place });
    },
    [memory, name],
  );
}

/** Filters a list before going to it: a figure or a region of the map opens the list on what it counts. */
export function useArrangeAhead(name: string): (filters: readonly Filter[]) => void {
  const memory = useMemory();
  return useCallback(
    (filters) => {
      const sort = memory.get(name)?.sort ?? { field: 'acronym', direction: 'ascending' };
      memory.set(name, { ...nothingArranged, view: 'all', sort, filters });
    },
    [memory, name],
  );
}
