import { asc, eq } from 'drizzle-orm';
import { changeHeads, changeLog } from '../../../db/schema';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';
import type { EntityName, HistoryEntry } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';
import { type Gesture, write } from './gesture';
import { moveRecord, readRecord, updateRecord } from './log';

type LogRow = typeof changeLog.$inferSelect;

/** What a gesture did, in one line: shown beside "undo". */
export interface GestureSummary {
  readonly batch: string;
  readonly action: HistoryEntry['action'] | 'merged' | 'told_apart';
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
  const batch = workspace.gestures.at(-1);
  if (!batch) return null;
  const entries = entriesOf(workspace, batch);
  const first = entries[0];
  if (!first) return null;
  const pair = /^(merged|told_apart):([a-zA-Z]+):(.+)$/.exec(first.cause ?? '');
  if (pair !== null) {
    const action = pair[1] === 'merged' ? 'merged' : 'told_apart';
    const entity = pair[2] as EntityName;
    return { batch, action, entity, records: 1, title: titleOf(workspace, entity, pair[3] ?? '') };
  }
  const entity = first.entity as EntityName;
  return {
    batch,
    action: actionOf(first),
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
  const entries = entriesOf(workspace, summary.batch).reverse();
  write(
    workspace,
    (gesture) => {
      for (const step of stepsOf(entries)) {
        mayTouch(workspace, step.entity, step.record);
        takeBack(gesture, step);
      }
    },
    'lasting',
    `undo:${summary.batch}`,
  );
  workspace.gestures.pop();
  return summary;
}

/** What a gesture did to one record, to be taken back in one write: a gesture raises a revision by one. */
interface Step {
  readonly entity: EntityName;
  readonly record: string;
  readonly action: HistoryEntry['action'];
  /** Of a change: the last entry of each field, and what stood there before the first. */
  readonly fields: Map<string, { readonly last: LogRow; before: FieldValue }>;
}

/** The entries of a gesture, newest first, by record; the changes of one record are one step. */
function stepsOf(entries: readonly LogRow[]): readonly Step[] {
  const steps: Step[] = [];
  const changed = new Map<string, Step>();
  for (const entry of entries) {
    const [entity, { record }, action] = [entry.entity as EntityName, entry, actionOf(entry)];
    const known = action === 'changed' ? changed.get(record) : undefined;
    const step: Step = known ?? { entity, record, action, fields: new Map() };
    if (known === undefined) steps.push(step);
    if (action !== 'changed') continue;
    changed.set(record, step);
    const field = entry.field ?? '';
    const before = (entry.before ?? null) as FieldValue;
    step.fields.set(field, { last: step.fields.get(field)?.last ?? entry, before });
  }
  return steps;
}

function takeBack(gesture: Gesture, { entity, record, action, fields }: Step): void {
  switch (action) {
    case 'created':
    case 'restored':
      moveRecord(gesture, entity, record, 'trash');
      return;
    case 'trashed':
      moveRecord(gesture, entity, record, 'register');
      return;
    case 'changed': {
      for (const { last } of fields.values()) {
        if (!isHead(gesture.workspace, last)) throw new DomainError('record_changed', { entity, id: record });
      }
      const values = Object.fromEntries([...fields].map(([field, { before }]) => [field, before]));
      updateRecord(gesture, entity, record, values, null);
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
  if (entry.field === 'deletedAt') return entry.after === null ? 'restored' : 'trashed';
  return 'changed';
}
