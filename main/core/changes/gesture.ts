import type { OpenWorkspace } from '../session';
import { instantToIso } from './clock';

/** One gesture of the user: everything it writes shares a batch, an author and a transaction. */
export interface Gesture {
  readonly workspace: OpenWorkspace;
  readonly batch: string;
  readonly author: string;
  readonly cause: string | null;
  /** UTC ISO instant of the gesture, for the rows. */
  readonly at: string;
  /** Registers what must happen once the transaction is committed, and only then (the ledger). */
  afterCommit(act: () => void): void;
}

/** Author of what the application does by itself before somebody is chosen (first records of a new workspace). */
export const unnamedAuthor = 'application';

/**
 * Runs `act` in one immediate transaction. Nothing is kept when it throws. With `undoable` the batch becomes the
 * last gesture that undo takes back; with `continuing` it joins the last one, so that undo takes both back.
 */
export function write<T>(
  workspace: OpenWorkspace,
  act: (gesture: Gesture) => T,
  kind: 'undoable' | 'continuing' | 'lasting' = 'undoable',
  cause: string | null = null,
): T {
  const afterwards: (() => void)[] = [];
  const gesture: Gesture = {
    workspace,
    batch: workspace.environment.newId(),
    author: workspace.person ?? unnamedAuthor,
    cause,
    at: instantToIso(workspace.clock.next()),
    afterCommit: (act) => afterwards.push(act),
  };
  const result = workspace.database.$client
    .transaction(() => {
      const done = act(gesture);
      workspace.stageWrite();
      return done;
    })
    .immediate();
  for (const act of afterwards) act();
  workspace.countWrite();
  if (kind === 'undoable') workspace.gestures.push([gesture.batch]);
  if (kind === 'continuing') workspace.gestures.push([...(workspace.gestures.pop() ?? []), gesture.batch]);
  return result;
}
