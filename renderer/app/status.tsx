import { createContext, type ReactNode, useContext, useEffect, useId, useMemo, useState } from 'react';

/** What the status bar says beside the standing facts: the last thing done, and the keys of the screen. */

export interface ScreenKey {
  /** Names of the keys as printed on them: `Ctrl`, `↓`. */
  readonly keys: readonly string[];
  readonly label: string;
}

interface StatusBoard {
  readonly said: string | null;
  say(sentence: string): void;
  readonly screenKeys: readonly ScreenKey[];
  setKeys(owner: string, keys: readonly ScreenKey[] | null): void;
}

const StatusContext = createContext<StatusBoard | null>(null);
const shownFor = 6_000;

export function StatusProvider(props: { readonly children: ReactNode }) {
  const [said, setSaid] = useState<string | null>(null);
  const [owners, setOwners] = useState<readonly (readonly [string, readonly ScreenKey[]])[]>([]);
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), shownFor);
    return () => clearTimeout(timer);
  }, [said]);
  const board = useMemo<StatusBoard>(
    () => ({
      said,
      say: setSaid,
      screenKeys: owners.at(-1)?.[1] ?? [],
      setKeys: (owner, keys) =>
        setOwners((before) => {
          const others = before.filter(([name]) => name !== owner);
          return keys === null ? others : [...others, [owner, keys]];
        }),
    }),
    [said, owners],
  );
  return <StatusContext value={board}>{props.children}</StatusContext>;
}

export function useStatus(): StatusBoard {
  const board = useContext(StatusContext);
  if (board === null) throw new Error('No status bar above this component');
  return board;
}

/** Says in the status bar what was just done ("Annulé : création de « ANAO »"); no toast. */
export function useSay(): (sentence: string) => void {
  return useStatus().say;
}

/** Shows the keys of this screen at the end of the status bar and in the overlay of `?`. */
export function useScreenKeys(keys: readonly ScreenKey[]) {
  const owner = useId();
  const { setKeys } = useStatus();
  const told = JSON.stringify(keys);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text of the keys tells when they change
  useEffect(() => {
    setKeys(owner, keys);
    return () => setKeys(owner, null);
  }, [told]);
}
