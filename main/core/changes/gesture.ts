import type { WorkspaceDatabase } from '../../../db/open';
import { DomainError } from '../contract/errors';
import type { CallContext, OpenWorkspace } from '../session';
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

/**
 * The same for a gesture over thousands of records, which takes turns with others (turns.ts): still one transaction,
 * of which nothing is kept when it throws or is cancelled. Meanwhile no other command and no query is answered.
 */
export function writeInTurns<T>(
  context: Pick<CallContext, 'alone'>,
  workspace: OpenWorkspace,
  act: (gesture: Gesture) => Promise<T>,
  cause: string | null,
  kind: GestureKind = 'undoable',
): Promise<T> {
  return context.alone(async () => {
    const { $client } = workspace.database;
    const { gesture, committed } = begin(workspace, kind, cause);
    $client.pragma('wal_autocheckpoint=0');
    $client.exec('BEGIN IMMEDIATE');
    try {
      const result = await act(gesture);
      workspace.stageWrite();
      $client.exec('COMMIT');
      committed();
      return result;
    } catch (error) {
      // The application was closed meanwhile: that has rolled back.
      if (!$client.open) throw new DomainError('cancelled');
      // So has a disk that is full.
      if ($client.inTransaction) $client.exec('ROLLBACK');
      throw error;
    } finally {
      if ($client.open) foldWalLater($client);
    }
  });
}

/** Pages of the WAL after which a commit folds it into the main file: SQLite's own number. */
const pagesOfWal = 1_000;
const whenCalm = 1_000;

/**
 * Thousands of records are safe once they are in the WAL. Folding that into the main file takes as long again as writing
 * them, and can wait until the person has seen the result; a kill or the closing meanwhile loses nothing.
 */
function foldWalLater(client: WorkspaceDatabase['$client']): void {
  client.pragma(`wal_autocheckpoint=${pagesOfWal}`);
  setTimeout(() => {
    if (client.open && !client.inTransaction) client.pragma('wal_checkpoint(PASSIVE)');
  }, whenCalm).unref();
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
