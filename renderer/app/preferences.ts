import { useCallback, useSyncExternalStore } from 'react';

/**
 * How this person likes the windows: density, folded navigation, columns of a list. Kept in the browser storage of
 * the profile; never holds anything of a record.
 */
const prefix = 'concertation.';
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** A preference by name, with the value it has until it is chosen, and how to choose it. */
export function usePreference<T extends string>(name: string, byDefault: T): [T, (value: T) => void] {
  const stored = useSyncExternalStore(subscribe, () => localStorage.getItem(prefix + name));
  const choose = useCallback(
    (value: T) => {
      localStorage.setItem(prefix + name, value);
      for (const listener of listeners) listener();
    },
    [name],
  );
  return [(stored as T | null) ?? byDefault, choose];
}
