import { and, eq, sql } from 'drizzle-orm';
import { changeHeads, changeLog } from '../../../db/schema';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';
import type { Gesture } from './gesture';
import { indexRecord } from './index-text';
import type { EntityRules, RecordValues } from './registry';

/**
 * The one place where records are written (DESIGN.md §4). Each function updates the row, its derived columns, the
 * search index and the change log together, inside the gesture's transaction.
 */

/** A stored record: the columns every record has, and the values of its described fields. */
export interface StoredRecord {
  readonly id: string;
  readonly committee: string;
  readonly revision: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
  readonly values: RecordValues;
}

interface RowColumns {
  id: string;
  committee: string;
  revision: number;
  createdAt: string;
  updatedAt: string;
  deletedAt: string | null;
  [column: string]: unknown;
}

/** Field of the trash entries of the log. */
const trashField = 'deletedAt';
/** Name under which the creation stands in the heads: the head of every field never edited since. */
const creationHead = '*';

/** Reads one record, in the trash or not. Throws record_missing. */
export function readRecord(
  database: Gesture['workspace']['database'],
  rules: EntityRules,
  entity: EntityName,
  id: string,
): StoredRecord {
  const row = database.select().from(rules.table).where(sql`id = ${id}`).get() as RowColumns | undefined;
  if (!row) throw new DomainError('record_missing', { entity, id });
  return recordOfRow(rules, row);
}

/** The record in a row of its table. */
export function recordOfRow(rules: EntityRules, row: Readonly<Record<string, unknown>>): StoredRecord {
  const columns = row as RowColumns;
  const values: Record<string, FieldValue> = {};
  for (const field of rules.description.fields) values[field.name] = (row[field.name] ?? null) as FieldValue;
  return {
    id: columns.id,
    committee: columns.committee,
    revision: columns.revision,
    createdAt: columns.createdAt,
    updatedAt: columns.updatedAt,
    deletedAt: columns.deletedAt,
    values,
  };
}

/** Creates a record: one entry of the log that holds it whole. */
export function createRecord(gesture: Gesture, entity: EntityName, id: string, values: RecordValues): void {
  const { workspace } = gesture;
  const rules = workspace.entities[entity];
  const whole: Record<string, FieldValue> = {};
  for (const field of rules.description.fields) whole[field.name] = values[field.name] ?? null;
  workspace.database
    .insert(rules.table)
    .values({
      ...whole,
      ...rules.derive(whole),
      id,
      committee: workspace.code,
      revision: 1,
      createdAt: gesture.at,
      createdBy: gesture.author,
      updatedAt: gesture.at,
      updatedBy: gesture.author,
      deletedAt: null,
    })
    .run();
  append(gesture, { entity, record: id, field: null, before: null, after: filledValues(whole) });
  indexRecord(workspace, entity, id, rules.searchText(whole));
}

/** The values that say something: what the entry of a creation holds. */
export function filledValues(whole: RecordValues): RecordValues {
  return Object.fromEntries(Object.entries(whole).filter(([, value]) => value !== null));
}

/**
 * Changes fields of a record; fields that keep their value leave no trace. Gives the revision afterwards.
 * Throws record_missing; record_changed when `expectedRevision` is given and is not the stored one.
 */
export function updateRecord(
  gesture: Gesture,
  entity: EntityName,
  id: string,
  changes: RecordValues,
  expectedRevision: number | null,
): number {
  const { workspace } = gesture;
  const rules = workspace.entities[entity];
  const stored = readRecord(workspace.database, rules, entity, id);
  if (expectedRevision !== null && stored.revision !== expectedRevision) {
    throw new DomainError('record_changed', { entity, id });
  }
  const changed = Object.entries(changes).filter(
    ([name, value]) => !sameValue(stored.values[name] ?? null, value),
  );
  if (changed.length === 0) return stored.revision;
  const after: RecordValues = { ...stored.values, ...Object.fromEntries(changed) };
  const revision = stored.revision + 1;
  workspace.database
    .update(rules.table)
    .set({
      ...Object.fromEntries(changed),
      ...rules.derive(after),
      revision,
      updatedAt: gesture.at,
      updatedBy: gesture.author,
    })
    .where(sql`id = ${id}`)
    .run();
  for (const [field, value] of changed) {
    append(gesture, { entity, record: id, field, before: stored.values[field] ?? null, after: value });
  }
  indexRecord(workspace, entity, id, stored.deletedAt ? null : rules.searchText(after));
  return revision;
}

/** Puts a record in the trash or takes it out; what belongs to it goes along. Gives the number of records moved. */
export function moveRecord(
  gesture: Gesture,
  entity: EntityName,
  id: string,
  to: 'trash' | 'register',
): number {
  const { workspace } = gesture;
  const rules = workspace.entities[entity];
  const stored = readRecord(workspace.database, rules, entity, id);
  const target = to === 'trash' ? gesture.at : null;
  if ((stored.deletedAt === null) === (target === null)) return 0;
  workspace.database
    .update(rules.table)
    .set({
      deletedAt: target,
      revision: stored.revision + 1,
      updatedAt: gesture.at,
      updatedBy: gesture.author,
    })
    .where(sql`id = ${id}`)
    .run();
  append(gesture, { entity, record: id, field: trashField, before: stored.deletedAt, after: target });
  indexRecord(workspace, entity, id, target ? null : rules.searchText(stored.values));
  let moved = 1;
  for (const owned of rules.owns) {
    for (const child of childrenToMove(gesture, owned, id, stored.deletedAt)) {
      moved += moveRecord(gesture, owned.entity, child, to);
    }
  }
  return moved;
}

/** Children go with their owner, and come back only if they went with it (same instant), not if they went before. */
function childrenToMove(
  gesture: Gesture,
  owned: { readonly entity: EntityName; readonly by: string },
  owner: string,
  since: string | null,
): readonly string[] {
  const { table } = gesture.workspace.entities[owned.entity];
  const condition = since === null ? sql`deleted_at IS NULL` : sql`deleted_at = ${since}`;
  const rows = gesture.workspace.database
    .select({ id: sql<string>`id` })
    .from(table)
    .where(and(sql`${sql.identifier(owned.by)} = ${owner}`, condition))
    .all();
  return rows.map((row) => row.id);
}

/**
 * Notes in one entry that a coordination accepted or returned a package; the gesture's cause is its digest. The rows
 * that came with it have no entries of their own: their history is the archive (DESIGN.md §4).
 */
export function logPackage(
  gesture: Gesture,
  submission: string,
  decided: Readonly<Record<string, string | number>>,
): void {
  append(gesture, { entity: 'packages', record: submission, field: null, before: null, after: decided });
}

interface Entry {
  readonly entity: EntityName | 'packages';
  readonly record: string;
  readonly field: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

function append(gesture: Gesture, entry: Entry): void {
  const { database, clock, device, environment } = gesture.workspace;
  const id = environment.newId();
  const head = entry.field ?? creationHead;
  const parents = headsOf(gesture, entry.entity, entry.record, head);
  database
    .insert(changeLog)
    .values({
      ...entry,
      id,
      batch: gesture.batch,
      instant: clock.next(),
      device,
      author: gesture.author,
      parents,
      cause: gesture.cause,
    })
    .run();
  database
    .delete(changeHeads)
    .where(
      and(
        eq(changeHeads.entity, entry.entity),
        eq(changeHeads.record, entry.record),
        eq(changeHeads.field, head),
      ),
    )
    .run();
  database
    .insert(changeHeads)
    .values({ entity: entry.entity, record: entry.record, field: head, entry: id })
    .run();
}

/** The heads of a field; a field never edited has the creation as its head. */
function headsOf(
  gesture: Gesture,
  entity: Entry['entity'],
  record: string,
  field: string,
): readonly string[] {
  const of = (name: string) =>
    gesture.workspace.database
      .select({ entry: changeHeads.entry })
      .from(changeHeads)
      .where(and(eq(changeHeads.entity, entity), eq(changeHeads.record, record), eq(changeHeads.field, name)))
      .all()
      .map((row) => row.entry);
  const own = of(field);
  return own.length > 0 ? own : of(creationHead);
}

/** Two values of a field say the same (lists in the same order). */
export function sameValue(one: FieldValue, other: FieldValue): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => value === other[index]);
  }
  return one === other;
}
