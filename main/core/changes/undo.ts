import { asc, eq, inArray } from 'drizzle-orm';
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
  readonly action: Exclude<HistoryEntry['action'], 'erased'> | 'merged' | 'told_apart';
  readonly entity: EntityName;
  readonly records: number;
  readonly title: string;
}

/** Causes of gestures over two records, which are told by the record they are about: `merged:organisations:ID`. */
export function causeOfPair(action: 'merged' | 'told_apart', entity: EntityName, record: string): string {
  return `${action}:${entity}:${record}`;
}

/** The last gesture of this session that can be taken back, or null. */
export function lastGesture(workspace: OpenWorkspace): GestureSummary | null {
  const batches = workspace.gestures.at(-1);
  if (!batches) return null;
  const entries = entriesOf(workspace, batches);
  const first = entries[0];
  if (!first) return null;
  const pair = /^(merged|told_apart):([a-zA-Z]+):(.+)$/.exec(first.cause ?? '');
  if (pair !== null) {
    const action = pair[1] === 'merged' ? 'merged' : 'told_apart';
    const entity = pair[2] as EntityName;
    return {
      batch: first.batch,
      action,
      entity,
      records: 1,
      title: titleOf(workspace, entity, pair[3] ?? ''),
    };
  }
  const action = actionOf(first);
  if (action === 'erased') return null;
  const entity = first.entity as EntityName;
  return {
    batch: first.batch,
    action,
    entity,
    records: new Set(entries.map((entry) => entry.record)).size,
    title: titleOf(workspace, entity, first.record),
  };
}

function titleOf(workspace: OpenWorkspace, entity: EntityName, record: string): string {
  const rules = workspace.entities[entity];
  const stored = readRecord(workspace.database, rules, entity, record);
  return String(stored.values[rules.description.title] ?? '');
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
  const byRecord = entriesByRecord(entriesOf(workspace, workspace.gestures.at(-1) ?? []));
  write(
    workspace,
    (gesture) => {
      for (const entries of byRecord) {
        const first = entries[0];
        if (!first) continue;
        mayTouch(workspace, first.entity as EntityName, first.record);
        takeBack(gesture, first.entity as EntityName, first.record, entries);
      }
    },
    'lasting',
    `undo:${summary.batch}`,
  );
  workspace.gestures.pop();
  return summary;
}

/** The entries of each record, oldest first; what was written last comes first. */
function entriesByRecord(entries: readonly LogRow[]): readonly (readonly LogRow[])[] {
  const records = new Map<string, LogRow[]>();
  for (const entry of entries) {
    const key = `${entry.entity} ${entry.record}`;
    records.set(key, [...(records.get(key) ?? []), entry]);
  }
  return [...records.values()].reverse();
}

/** Takes back what a gesture did to one record, in one step: what it brought goes away whole, whatever it typed in it. */
function takeBack(gesture: Gesture, entity: EntityName, record: string, entries: readonly LogRow[]): void {
  const moved = entries.find((entry) => actionOf(entry) !== 'changed');
  if (moved) {
    moveRecord(gesture, entity, record, actionOf(moved) === 'trashed' ? 'register' : 'trash');
    return;
  }
  const before: Record<string, FieldValue> = {};
  const last = new Map<string, LogRow>();
  for (const entry of entries) {
    const field = entry.field ?? '';
    if (!last.has(field)) before[field] = (entry.before ?? null) as FieldValue;
    last.set(field, entry);
  }
  for (const entry of last.values()) {
    if (!isHead(gesture.workspace, entry)) throw new DomainError('record_changed', { entity, id: record });
  }
  updateRecord(gesture, entity, record, before, null);
}

function isHead(workspace: OpenWorkspace, entry: LogRow): boolean {
  return (
    workspace.database.select().from(changeHeads).where(eq(changeHeads.entry, entry.id)).get() !== undefined
  );
}

function entriesOf(workspace: OpenWorkspace, batches: readonly string[]): LogRow[] {
  return workspace.database
    .select()
    .from(changeLog)
    .where(inArray(changeLog.batch, [...batches]))
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
