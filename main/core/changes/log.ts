import { getTableName, sql } from 'drizzle-orm';
import { DomainError } from '../contract/errors';
import type { EntityDescription, FieldValue } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';
import type { Gesture } from './gesture';
import { indexRecord } from './index-text';
import type { EntityRules, RecordValues } from './registry';
import { columnsOf, rowById, statement } from './statements';

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
export const trashField = 'deletedAt';
/** Field of the entry that stands for an erasure. */
export const erasureField = 'erased';
/**
 * Name under which entries of whole records stand in the heads: the head of every field never edited since. A creation
 * needs no row there as long as nothing took its place: it is the only such entry of its record.
 */
const creationHead = '*';

/** Reads one record, in the trash or not. Throws record_missing. */
export function readRecord(
  database: Gesture['workspace']['database'],
  rules: EntityRules,
  entity: EntityName,
  id: string,
): StoredRecord {
  const row = rowById(database, rules.table, id);
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
  append(gesture, {
    entity,
    record: id,
    field: null,
    before: null,
    after: filledValues(rules.description, whole),
  });
  indexRecord(workspace, entity, id, rules.searchText(whole));
}

/** The values that say something, in the order of their description: what the entry of a creation holds. */
function filledValues({ fields }: EntityDescription, values: RecordValues): RecordValues {
  const filled: Record<string, FieldValue> = {};
  for (const { name } of fields) {
    const value = values[name] ?? null;
    if (value !== null) filled[name] = value;
  }
  return filled;
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
  statement(
    workspace.database,
    `UPDATE ${getTableName(rules.table)} SET deleted_at = ?, revision = ?, updated_at = ?, updated_by = ? WHERE id = ?`,
  ).run(target, stored.revision + 1, gesture.at, gesture.author, id);
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
  const owning = columnsOf(table).find(([name]) => name === owned.by)?.[1].name;
  const children = `SELECT id FROM ${getTableName(table)} WHERE ${owning} = ? AND deleted_at`;
  const { database } = gesture.workspace;
  const rows =
    since === null
      ? statement(database, `${children} IS NULL`).all(owner)
      : statement(database, `${children} = ?`).all(owner, since);
  return rows.map((row) => String(row.id));
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

/**
 * Notes that a record was erased (DESIGN.md §4). The entry holds what remains, which identifies nobody, and takes the
 * place of the creation: the log goes on telling the record. Gives the identifier of the entry.
 */
export function logErasure(gesture: Gesture, entity: EntityName, id: string, remains: unknown): string {
  return append(gesture, { entity, record: id, field: erasureField, before: null, after: remains });
}

interface Entry {
  readonly entity: EntityName | 'packages';
  readonly record: string;
  readonly field: string | null;
  readonly before: unknown;
  readonly after: unknown;
}

function append(gesture: Gesture, entry: Entry): string {
  const { database, clock, device, environment } = gesture.workspace;
  const id = environment.newId();
  const { entity, record, field } = entry;
  const head = headOf(field);
  const parents = headsOf(gesture, entity, record, head);
  statement(
    database,
    `INSERT INTO change_log (id, batch, instant, device, author, entity, record, field, before, after, parents, cause)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    gesture.batch,
    clock.next(),
    device,
    gesture.author,
    entity,
    record,
    field,
    jsonOf(entry.before),
    jsonOf(entry.after),
    JSON.stringify(parents),
    gesture.cause,
  );
  if (field === null && parents.length === 0) return id;
  statement(database, 'DELETE FROM change_heads WHERE entity = ? AND record = ? AND field = ?').run(
    entity,
    record,
    head,
  );
  statement(database, 'INSERT INTO change_heads (entity, record, field, entry) VALUES (?, ?, ?, ?)').run(
    entity,
    record,
    head,
    id,
  );
  return id;
}

function jsonOf(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}

/** Under which name the entry of a field stands among the heads: creation and erasure hold the whole record. */
export function headOf(field: string | null): string {
  return field === null || field === erasureField ? creationHead : field;
}

/** Is this entry still the last word on its field? */
export function isHead(
  database: Gesture['workspace']['database'],
  entry: {
    readonly id: string;
    readonly entity: string;
    readonly record: string;
    readonly field: string | null;
  },
): boolean {
  const heads = statement(
    database,
    'SELECT entry FROM change_heads WHERE entity = ? AND record = ? AND field = ?',
  ).all(entry.entity, entry.record, headOf(entry.field));
  return heads.length === 0 ? entry.field === null : heads.some((head) => head.entry === entry.id);
}

/** The heads of a field; a field never edited has the creation as its head. */
function headsOf(
  gesture: Gesture,
  entity: Entry['entity'],
  record: string,
  field: string,
): readonly string[] {
  const { database } = gesture.workspace;
  const find = statement(
    database,
    'SELECT entry FROM change_heads WHERE entity = ? AND record = ? AND field = ?',
  );
  const of = (name: string) => find.all(entity, record, name).map((row) => String(row.entry));
  for (const name of new Set([field, creationHead])) {
    const heads = of(name);
    if (heads.length > 0) return heads;
  }
  const creation = 'SELECT id FROM change_log WHERE entity = ? AND record = ? AND field IS NULL';
  return statement(database, creation)
    .all(entity, record)
    .map((row) => String(row.id));
}

/** Two values of a field say the same (lists in the same order). */
export function sameValue(one: FieldValue, other: FieldValue): boolean {
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((value, index) => value === other[index]);
  }
  return one === other;
}
