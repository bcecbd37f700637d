import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { quarterAfter } from './formats';
import { useWorkspace } from './workspace';

interface QuarterChoice {
  /** The quarter the pages show: `2026-Q3`. */
  readonly quarter: string;
  choose(quarter: string): void;
  step(quarters: number): void;
}

const QuarterContext = createContext<QuarterChoice | null>(null);

/**
 * Holds the quarter chosen in the title bar. A committee starts at the current one, where it works; a coordination at
 * the one before, the last that can be read whole.
 */
export function QuarterProvider(props: { readonly children: ReactNode }) {
  const { currentQuarter, role } = useWorkspace();
  const [chosen, setChosen] = useState<string | null>(null);
  const quarter = chosen ?? (role === 'coordination' ? quarterAfter(currentQuarter, -1) : currentQuarter);
  const choice = useMemo<QuarterChoice>(
    () => ({ quarter, choose: setChosen, step: (quarters) => setChosen(quarterAfter(quarter, quarters)) }),
    [quarter],
  );
  return <QuarterContext value={choice}>{props.children}</QuarterContext>;
}

/** The quarter chosen in the title bar, and how to choose another. */
export function useQuarter(): QuarterChoice {
  const choice = useContext(QuarterContext);
  if (choice === null) throw new Error('No quarter above this component');
  return choice;
}
