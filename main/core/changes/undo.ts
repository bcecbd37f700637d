import { asc, eq } from 'drizzle-orm';
import { changeHeads, changeLog } from '../../../db/schema';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';
import type { EntityName, HistoryEntry } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';
import { type Gesture, write } from './gesture';
import { erasureField, moveRecord, readRecord, updateRecord } from './log';

type LogRow = typeof changeLog.$inferSelect;

/** What a gesture did, in one line: shown beside "undo". */
export interface GestureSummary {
  readonly batch: string;
  readonly action: Exclude<HistoryEntry['action'], 'erased'>;
  readonly entity: EntityName;
  readonly records: number;
  readonly title: string;
}

/** The last gesture of this session that can be taken back, or null. */
export function lastGesture(workspace: OpenWorkspace): GestureSummary | null {
  const batch = workspace.gestures.at(-1);
  if (!batch) return null;
  const entries = entriesOf(workspace, batch);
  const first = entries[0];
  if (!first) return null;
  const action = actionOf(first);
  if (action === 'erased') return null;
  const entity = first.entity as EntityName;
  const rules = workspace.entities[entity];
  const stored = readRecord(workspace.database, rules, entity, first.record);
  return {
    batch,
    action,
    entity,
    records: new Set(entries.map((entry) => entry.record)).size,
    title: String(stored.values[rules.description.title] ?? ''),
  };
}

/**
 * Takes back the last gesture as a new one whose cause names it: nothing leaves the log. `mayTouch` lets an area
 * refuse (a signed quarter). Throws nothing_to_undo; record_changed when a field was changed again since.
 */
export function undoLastGesture(
  workspace: OpenWorkspace,
  mayTouch: (workspace: OpenWorkspace, entity: EntityName, record: string) => void,
): GestureSummary {
  const summary = lastGesture(workspace);
  if (!summary) throw new DomainError('nothing_to_undo');
  const entries = entriesOf(workspace, summary.batch).reverse();
  write(
    workspace,
    (gesture) => {
      for (const entry of entries) {
        mayTouch(workspace, entry.entity as EntityName, entry.record);
        takeBack(gesture, entry);
      }
    },
    'lasting',
    `undo:${summary.batch}`,
  );
  workspace.gestures.pop();
  return summary;
}

function takeBack(gesture: Gesture, entry: LogRow): void {
  const entity = entry.entity as EntityName;
  switch (actionOf(entry)) {
    case 'created':
    case 'restored':
      moveRecord(gesture, entity, entry.record, 'trash');
      return;
    case 'erased':
      throw new DomainError('nothing_to_undo');
    case 'trashed':
      moveRecord(gesture, entity, entry.record, 'register');
      return;
    case 'changed': {
      const field = entry.field ?? '';
      if (!isHead(gesture.workspace, entry))
        throw new DomainError('record_changed', { entity, id: entry.record });
      updateRecord(gesture, entity, entry.record, { [field]: (entry.before ?? null) as FieldValue }, null);
    }
  }
}

function isHead(workspace: OpenWorkspace, entry: LogRow): boolean {
  return (
    workspace.database.select().from(changeHeads).where(eq(changeHeads.entry, entry.id)).get() !== undefined
  );
}

function entriesOf(workspace: OpenWorkspace, batch: string): LogRow[] {
  return workspace.database
    .select()
    .from(changeLog)
    .where(eq(changeLog.batch, batch))
    .orderBy(asc(changeLog.instant))
    .all();
}

/** What an entry of the log did to its record. */
export function actionOf(entry: {
  readonly field: string | null;
  readonly after: unknown;
}): HistoryEntry['action'] {
  if (entry.field === null) return 'created';
  if (entry.field === erasureField) return 'erased';
  if (entry.field === 'deletedAt') return entry.after === null ? 'restored' : 'trashed';
  return 'changed';
}
