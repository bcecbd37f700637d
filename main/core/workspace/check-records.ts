import { asc, eq } from 'drizzle-orm';
import { changeHeads, changeLog } from '../../../db/schema';
import { erasureField, headOf, recordOfRow, sameValue } from '../changes/log';
import type { RecordValues } from '../changes/registry';
import type { FieldValue } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';

/**
 * Records and their log held against each other. Own records only where the log is asked: a
 * coordination's rows of other parties arrive by package and have no entries of their own.
 */

type LogRow = typeof changeLog.$inferSelect;

/** Own records without a creation in the log, and creations whose record is gone. */
export function recordsWithoutCreation(workspace: OpenWorkspace): number {
  return sumOfEntities(workspace, (entity, table) =>
    count(
      workspace,
      `SELECT (SELECT count(*) FROM ${table} t WHERE committee = :code AND NOT EXISTS (SELECT 1 FROM change_log l WHERE l.entity = :entity AND l.record = t.id AND l.field IS NULL))
       + (SELECT count(DISTINCT record) FROM change_log l WHERE l.entity = :entity AND l.record NOT IN (SELECT id FROM ${table})) AS n`,
      { code: workspace.code, entity },
    ),
  );
}

/** Own records whose revision is not the number of gestures that touched them. */
export function recordsOffTheirRevision(workspace: OpenWorkspace): number {
  return sumOfEntities(workspace, (entity, table) =>
    count(
      workspace,
      `SELECT count(*) AS n FROM ${table} t WHERE committee = :code AND revision <> (SELECT count(DISTINCT batch) FROM change_log l WHERE l.entity = :entity AND l.record = t.id)`,
      { code: workspace.code, entity },
    ),
  );
}

/** Own records of which a field, or the place in the trash, is not what the last entry about it says. */
export function recordsUnlikeTheirLog(workspace: OpenWorkspace): number {
  return sumOfEntities(workspace, (entity) => {
    const rules = workspace.entities[entity];
    const said = lastSaid(workspace, entity);
    const rows = workspace.database.select().from(rules.table).all() as Record<string, unknown>[];
    return rows.filter((row) => {
      if (row.committee !== workspace.code) return false;
      const { id, values, deletedAt } = recordOfRow(rules, row);
      const { deletedAt: trashed = null, ...logged } = said.get(id) ?? {};
      const fields = rules.description.fields.map((field) => field.name);
      return (
        deletedAt !== trashed || fields.some((name) => !sameValue(values[name] ?? null, logged[name] ?? null))
      );
    }).length;
  });
}

/** The log told from its beginning: the values of every record of an entity. */
function lastSaid(workspace: OpenWorkspace, entity: EntityName): ReadonlyMap<string, RecordValues> {
  const said = new Map<string, Record<string, FieldValue>>();
  for (const entry of entriesOf(workspace, entity)) {
    const values = said.get(entry.record) ?? {};
    if (entry.field === null) Object.assign(values, entry.after);
    else values[entry.field] = (entry.after ?? null) as FieldValue;
    // An erasure tells the record anew: what remains of it.
    const remains = entry.field === erasureField ? { ...(entry.after as RecordValues) } : values;
    said.set(entry.record, remains);
  }
  return said;
}

function entriesOf(workspace: OpenWorkspace, entity: EntityName): LogRow[] {
  return workspace.database
    .select()
    .from(changeLog)
    .where(eq(changeLog.entity, entity))
    .orderBy(asc(changeLog.instant))
    .all();
}

/** Heads that are not the last entry of their field, and fields without a head. */
export function wrongHeads(workspace: OpenWorkspace): number {
  const heads = workspace.database.select().from(changeHeads).all();
  const entries = workspace.database.select().from(changeLog).orderBy(asc(changeLog.instant)).all();
  // A creation is the head of its record without a row there, until another entry of the whole record follows.
  const creations = new Set(entries.filter(({ field }) => field === null).map(({ id }) => id));
  const last = lastEntries(entries);
  const keyOf = (head: (typeof heads)[number]) => `${head.entity} ${head.record} ${head.field}`;
  const wrong = heads.filter((head) => last.get(keyOf(head)) !== head.entry);
  const known = new Set(heads.map(keyOf));
  const lost = [...last].filter(([key, entry]) => !known.has(key) && !creations.has(entry));
  return wrong.length + lost.length;
}

/** The last entry of every field; an erasure takes the place of all that came before it. */
function lastEntries(entries: readonly LogRow[]): ReadonlyMap<string, string> {
  const records = new Map<string, Map<string, string>>();
  for (const entry of entries) {
    const key = `${entry.entity} ${entry.record}`;
    const fields = entry.field === erasureField ? new Map<string, string>() : (records.get(key) ?? new Map());
    fields.set(headOf(entry.field), entry.id);
    records.set(key, fields);
  }
  return new Map(
    [...records].flatMap(([key, fields]) =>
      [...fields].map(([field, id]) => [`${key} ${field}`, id] as const),
    ),
  );
}

function sumOfEntities(
  workspace: OpenWorkspace,
  counted: (entity: EntityName, table: string) => number,
): number {
  const names = Object.keys(workspace.entities) as EntityName[];
  return names.reduce((sum, entity) => sum + counted(entity, tableName(entity)), 0);
}

function tableName(entity: EntityName): string {
  return entity.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function count(workspace: OpenWorkspace, sql: string, values: Readonly<Record<string, string>>): number {
  return (workspace.database.$client.prepare(sql).get(values) as { n: number }).n;
}
