import { asc, inArray } from 'drizzle-orm';
import type { WorkspaceDatabase } from '../../../db/open';
import { changeLog } from '../../../db/schema';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';
import type { EntityName, HistoryEntry } from '../contract/records/operations';
import type { CallContext, OpenWorkspace } from '../session';
import { takingTurns } from '../turns';
import { type Gesture, writeInTurns } from './gesture';
import { erasureField, headOf, isHead, moveRecord, readRecord, trashField, updateRecord } from './log';
import { statement } from './statements';

type LogRow = typeof changeLog.$inferSelect;

/** What a gesture did, in one line: shown beside "undo" and "redo". */
export interface GestureSummary {
  /** The batch of the gesture as it was made first, however often it was taken back and made again. */
  readonly batch: string;
  readonly action: Exclude<HistoryEntry['action'], 'erased'> | 'merged' | 'told_apart';
  readonly entity: EntityName;
  readonly records: number;
  readonly title: string;
}

/** Lets an area refuse that a record is touched (a signed quarter). */
type MayTouch = (workspace: OpenWorkspace, entity: EntityName, record: string) => void;

/** Causes of gestures over two records, which are told by the record they are about: `merged:organisations:ID`. */
export function causeOfPair(action: 'merged' | 'told_apart', entity: EntityName, record: string): string {
  return `${action}:${entity}:${record}`;
}

/** Cause of one edit of many records, which is told by their number: `edited:organisations:134`. */
export function causeOfEdit(entity: EntityName, records: number): string {
  return `edited:${entity}:${records}`;
}

/** The last gesture of this session that can be taken back, or null. */
export function lastGesture(workspace: OpenWorkspace): GestureSummary | null {
  const batches = workspace.gestures.at(-1);
  return batches === undefined ? null : summaryOf(workspace, entriesOf(workspace, batches));
}

/** The gesture that was taken back last and can be made again, or null. */
export function lastUndone(workspace: OpenWorkspace): GestureSummary | null {
  const batch = workspace.undone.at(-1);
  return batch === undefined ? null : summaryOf(workspace, entriesOf(workspace, [batch]));
}

/** What a gesture did; one that was made again, or its taking back, is told as the gesture itself. */
function summaryOf(workspace: OpenWorkspace, entries: readonly LogRow[]): GestureSummary | null {
  const first = entries[0];
  if (!first) return null;
  const again = /^(?:undo|redo):(.+)$/.exec(first.cause ?? '');
  if (again !== null) return summaryOf(workspace, entriesOf(workspace, [again[1] ?? '']));
  const told = /^(merged|told_apart|edited):([a-zA-Z]+):(.+)$/.exec(first.cause ?? '');
  if (told !== null) return toldByCause(workspace, first, entries, told);
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

function toldByCause(
  workspace: OpenWorkspace,
  { batch }: LogRow,
  entries: readonly LogRow[],
  [, action, name = '', about = '']: readonly (string | undefined)[],
): GestureSummary {
  const entity = name as EntityName;
  if (action === 'edited') {
    const record = entries.find((entry) => entry.entity === entity)?.record;
    const title = record === undefined ? '' : titleOf(workspace, entity, record);
    return { batch, action: 'changed', entity, records: Number(about), title };
  }
  return {
    batch,
    action: action === 'merged' ? 'merged' : 'told_apart',
    entity,
    records: 1,
    title: titleOf(workspace, entity, about),
  };
}

function titleOf(workspace: OpenWorkspace, entity: EntityName, record: string): string {
  const rules = workspace.entities[entity];
  const stored = readRecord(workspace.database, rules, entity, record);
  return String(stored.values[rules.description.title] ?? '');
}

/**
 * Takes back the last gesture as a new one whose cause names it: nothing leaves the log. Throws nothing_to_undo;
 * record_changed when a field was changed again since; cancelled, and then nothing has changed.
 */
export async function undoLastGesture(context: CallContext, mayTouch: MayTouch): Promise<GestureSummary> {
  const workspace = context.workspace();
  const summary = lastGesture(workspace);
  if (!summary) throw new DomainError('nothing_to_undo');
  const entries = entriesOf(workspace, workspace.gestures.at(-1) ?? []);
  const batch = await takeAllBack(context, entries, mayTouch, 'undo', `undo:${summary.batch}`);
  workspace.gestures.pop();
  workspace.undone.push(batch);
  return summary;
}

/**
 * Makes the gesture again that was taken back last, by taking back what took it back. Throws nothing_to_redo;
 * redo_outdated when a record moved on since; cancelled, and then nothing has changed.
 */
export async function redoLastGesture(context: CallContext, mayTouch: MayTouch): Promise<GestureSummary> {
  const workspace = context.workspace();
  const summary = lastUndone(workspace);
  if (!summary) throw new DomainError('nothing_to_redo');
  const entries = entriesOf(workspace, [workspace.undone.at(-1) ?? '']);
  try {
    const batch = await takeAllBack(context, entries, mayTouch, 'redo', `redo:${summary.batch}`);
    workspace.undone.pop();
    workspace.gestures.push([batch]);
    return summary;
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'record_changed') throw error;
    throw new DomainError('redo_outdated', error.params);
  }
}

/** Takes back what these entries did, record by record, as one gesture; gives its batch. */
function takeAllBack(
  context: CallContext,
  entries: readonly LogRow[],
  mayTouch: MayTouch,
  step: 'undo' | 'redo',
  cause: string,
): Promise<string> {
  const workspace = context.workspace();
  const breathe = takingTurns(context);
  const byRecord = entriesByRecord(entries);
  return writeInTurns(
    context,
    workspace,
    async (gesture) => {
      for (const own of byRecord) refuseMovedOn(workspace, own);
      let done = 0;
      for (const own of byRecord) {
        const first = own[0];
        if (!first) continue;
        mayTouch(workspace, first.entity as EntityName, first.record);
        takeBack(gesture, first.entity as EntityName, first.record, own);
        done += 1;
        await breathe(step, done, byRecord.length);
      }
      return gesture.batch;
    },
    cause,
    'lasting',
  );
}

/** The entries of each record, oldest first; what was written last comes first. */
function entriesByRecord(entries: readonly LogRow[]): readonly (readonly LogRow[])[] {
  const records = new Map<string, LogRow[]>();
  for (const entry of entries) {
    const key = `${entry.entity} ${entry.record}`;
    const own = records.get(key);
    if (own === undefined) records.set(key, [entry]);
    else own.push(entry);
  }
  return [...records.values()].reverse();
}

/** Throws record_changed when an entry to be taken back is not the last word on its field any more. */
function refuseMovedOn({ database }: OpenWorkspace, entries: readonly LogRow[]): void {
  const last = new Map(entries.map((entry) => [entry.field ?? '', entry]));
  const wasMoved = entries.some((entry) => actionOf(entry) !== 'changed');
  for (const entry of last.values()) {
    const isAsked = !wasMoved || entry.field === trashField;
    if (isAsked && !isLastWord(database, entry)) {
      throw new DomainError('record_changed', { entity: entry.entity, id: entry.record });
    }
  }
}

/**
 * Does the field still say what this entry said, by it or by later gestures that were all taken back? Somebody else's
 * change to the same value is not taken back with it.
 */
function isLastWord(database: WorkspaceDatabase, entry: LogRow): boolean {
  if (isHead(database, entry)) return true;
  const heads = statement(
    database,
    `SELECT log.cause AS cause, log.after AS after FROM change_heads JOIN change_log AS log ON log.id = change_heads.entry
     WHERE change_heads.entity = ? AND change_heads.record = ? AND change_heads.field = ?`,
  ).all(entry.entity, entry.record, headOf(entry.field));
  const said = JSON.stringify(entry.after ?? null);
  // The trash is the trash, whenever a record came there.
  const saysSo = (after: unknown) =>
    entry.field === trashField ? (after === null) === (entry.after === null) : (after ?? 'null') === said;
  return heads.length === 1 && heads.every(({ cause, after }) => isTurned(cause) && saysSo(after));
}

function isTurned(cause: unknown): boolean {
  return typeof cause === 'string' && /^(undo|redo):/.test(cause);
}

/** Takes back what a gesture did to one record, in one step: what it brought goes away whole, whatever it typed in it. */
function takeBack(gesture: Gesture, entity: EntityName, record: string, entries: readonly LogRow[]): void {
  const moved = entries.find((entry) => actionOf(entry) !== 'changed');
  if (moved) {
    moveRecord(gesture, entity, record, actionOf(moved) === 'trashed' ? 'register' : 'trash');
    return;
  }
  const before: Record<string, FieldValue> = {};
  for (const entry of entries) {
    const field = entry.field ?? '';
    if (!(field in before)) before[field] = (entry.before ?? null) as FieldValue;
  }
  updateRecord(gesture, entity, record, before, null);
}

function entriesOf(workspace: OpenWorkspace, batches: readonly string[]): LogRow[] {
  return workspace.database
    .select()
    .from(changeLog)
    .where(inArray(changeLog.batch, [...batches]))
    .orderBy(asc(changeLog.instant))
    .all();
}

/** Which of these gestures stand taken back: undone once more often than they were made again. */
export function undoneBatches(database: WorkspaceDatabase, batches: readonly string[]): ReadonlySet<string> {
  const asked = batches.filter((batch) => batch !== '');
  if (asked.length === 0) return new Set();
  const found = database
    .selectDistinct({ batch: changeLog.batch, cause: changeLog.cause })
    .from(changeLog)
    .where(
      inArray(
        changeLog.cause,
        asked.flatMap((batch) => [`undo:${batch}`, `redo:${batch}`]),
      ),
    )
    .all();
  const times = (cause: string) => found.filter((row) => row.cause === cause).length;
  return new Set(asked.filter((batch) => times(`undo:${batch}`) > times(`redo:${batch}`)));
}

/** What an entry of the log did to its record. */
export function actionOf(entry: {
  readonly field: string | null;
  readonly after: unknown;
}): HistoryEntry['action'] {
  if (entry.field === null) return 'created';
  if (entry.field === erasureField) return 'erased';
  if (entry.field === trashField) return entry.after === null ? 'restored' : 'trashed';
  return 'changed';
}
