import { createContext, useContext } from 'react';

export interface Doorway {
  /** Leaves this workspace for another of the list. */
  switchTo(workspace: string): void;
  /** Starts a new workspace beside those that exist. */
  startAnother(): void;
}

export const DoorwayContext = createContext<Doorway | null>(null);

/** How to leave the open workspace for another one. */
export function useDoorway(): Doorway {
  const doorway = useContext(DoorwayContext);
  if (doorway === null) throw new Error('No doorway above this component');
  return doorway;
}
