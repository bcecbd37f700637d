import { and, count, desc, eq, isNull, or } from 'drizzle-orm';
import { changeLog, people } from '../../../db/schema';
import type { FieldValue } from '../contract/fields';
import type { EntityName, HistoryEntry } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';
import { instantToIso } from './clock';
import { actionOf } from './undo';

/** The history of a record, or of one of its fields (its creation included), newest first. */
export function historyOf(
  workspace: OpenWorkspace,
  wanted: {
    readonly entity: EntityName;
    readonly id: string;
    readonly field: string | null;
    readonly limit: number;
  },
): { total: number; entries: HistoryEntry[] } {
  const { database } = workspace;
  const ofRecord = and(eq(changeLog.entity, wanted.entity), eq(changeLog.record, wanted.id));
  const condition = wanted.field
    ? and(ofRecord, or(eq(changeLog.field, wanted.field), isNull(changeLog.field)))
    : ofRecord;
  const total = database.select({ n: count() }).from(changeLog).where(condition).get()?.n ?? 0;
  const rows = database
    .select({ entry: changeLog, name: people.name })
    .from(changeLog)
    .leftJoin(people, eq(people.id, changeLog.author))
    .where(condition)
    .orderBy(desc(changeLog.instant))
    .limit(wanted.limit)
    .all();
  return { total, entries: rows.map(({ entry, name }) => viewOf(entry, name, wanted.field)) };
}

function viewOf(
  entry: typeof changeLog.$inferSelect,
  name: string | null,
  field: string | null,
): HistoryEntry {
  const action = actionOf(entry);
  const whole = action === 'created' || action === 'erased';
  return {
    id: entry.id,
    batch: entry.batch,
    instant: instantToIso(entry.instant),
    author: name ?? '',
    entity: entry.entity as EntityName,
    record: entry.record,
    action,
    field: whole ? field : entry.field,
    before: whole ? null : (entry.before as FieldValue),
    after: whole ? initialValue(entry.after, field) : (entry.after as FieldValue),
    cause: entry.cause,
  };
}

function initialValue(whole: unknown, field: string | null): FieldValue {
  if (field === null || typeof whole !== 'object' || whole === null) return null;
  return ((whole as Record<string, unknown>)[field] ?? null) as FieldValue;
}
