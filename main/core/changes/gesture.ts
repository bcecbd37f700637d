import { DomainError } from '../contract/errors';
import type { OpenWorkspace } from '../session';
import { instantToIso } from './clock';
import { statement } from './statements';

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
 * `undoable`: the batch becomes the last gesture that undo takes back. `continuing`: it joins the last one, so that
 * undo takes both back. `lasting`: undo knows nothing of it.
 */
export type GestureKind = 'undoable' | 'continuing' | 'lasting';

/** Runs `act` in one immediate transaction. Nothing is kept when it throws. */
export function write<T>(
  workspace: OpenWorkspace,
  act: (gesture: Gesture) => T,
  kind: GestureKind = 'undoable',
  cause: string | null = null,
): T {
  const { gesture, committed } = begin(workspace, kind, cause);
  const result = workspace.database.$client
    .transaction(() => {
      const done = act(gesture);
      workspace.stageWrite();
      return done;
    })
    .immediate();
  committed();
  return result;
}

/** What a long write calls between its steps: tells how far it is and lets it be cancelled. */
export interface Pace {
  /** Breathes when it is time to. Throws cancelled when the user asked to stop. */
  step(done: number, total: number): Promise<void>;
}

/** Milliseconds of work between two breaths. */
const breathEvery = 40;

/** The pace of one call. */
export function paceOf(
  context: {
    readonly signal: AbortSignal;
    progress(step: string, done: number, total: number | null): void;
  },
  step: string,
): Pace {
  let last = performance.now();
  return {
    async step(done, total) {
      if (performance.now() - last < breathEvery) return;
      context.progress(step, done, total);
      await new Promise((resolve) => setImmediate(resolve));
      if (context.signal.aborted) throw new DomainError('cancelled');
      last = performance.now();
    },
  };
}

/**
 * Like `write`, for what takes long: `act` may breathe between its steps, so that progress is told and cancelling is
 * heard. Reading waits for its end; commands wait for one another anyway. Nothing is kept when it throws.
 */
export async function writeInSteps<T>(
  workspace: OpenWorkspace,
  act: (gesture: Gesture) => Promise<T>,
  kind: GestureKind = 'undoable',
  cause: string | null = null,
): Promise<T> {
  const { gesture, committed } = begin(workspace, kind, cause);
  const { $client } = workspace.database;
  const written = async () => {
    $client.exec('BEGIN IMMEDIATE');
    try {
      const done = await act(gesture);
      workspace.stageWrite();
      $client.exec('COMMIT');
      return done;
    } catch (error) {
      if ($client.open && $client.inTransaction) $client.exec('ROLLBACK');
      throw error;
    }
  };
  const writing = written();
  workspace.writing = writing.catch(() => undefined);
  try {
    const result = await writing;
    committed();
    return result;
  } finally {
    workspace.writing = null;
  }
}

function begin(workspace: OpenWorkspace, kind: GestureKind, cause: string | null) {
  const afterwards: (() => void)[] = [];
  const gesture: Gesture = {
    workspace,
    batch: workspace.environment.newId(),
    author: workspace.person ?? unnamedAuthor,
    cause,
    at: instantToIso(workspace.clock.next()),
    afterCommit: (act) => afterwards.push(act),
  };
  const committed = () => {
    for (const act of afterwards) act();
    workspace.countWrite();
    if (kind !== 'lasting' && leftATrace(gesture)) keep(workspace, gesture.batch, kind);
  };
  return { gesture, committed };
}

/** A gesture that changed nothing is none: there would be nothing to take back. */
function leftATrace({ workspace, batch }: Gesture): boolean {
  return (
    statement(workspace.database, 'SELECT 1 FROM change_log WHERE batch = ? LIMIT 1').get(batch) !== undefined
  );
}

/** Remembers a gesture for undo. What was taken back before it cannot be made again: it would come on top of something else. */
function keep(workspace: OpenWorkspace, batch: string, kind: 'undoable' | 'continuing'): void {
  const { gestures, undone } = workspace;
  undone.length = 0;
  gestures.push(kind === 'continuing' ? [...(gestures.pop() ?? []), batch] : [batch]);
}
