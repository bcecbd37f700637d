import { asc, desc, eq, getTableName } from 'drizzle-orm';
import { changeLog, imports, people } from '../../../db/schema';
import { type Gesture, write } from '../changes/gesture';
import { isHead, moveRecord, readRecord, type StoredRecord, updateRecord } from '../changes/log';
import { columnsOf, statement } from '../changes/statements';
import { undoneBatches } from '../changes/undo';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';
import type { Output } from '../contract/operations';
import type { EntityName } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';

/** The imports made so far, and taking one back whole. */

type Import = typeof imports.$inferSelect;
type Withdrawn = Output<'spreadsheets.withdraw'>;

/** Imports, newest first, with what became of them. */
export function importsMade(workspace: OpenWorkspace): Output<'spreadsheets.imports'> {
  const { database } = workspace;
  const rows = database
    .select({ made: imports, author: people.name })
    .from(imports)
    .leftJoin(people, eq(people.id, imports.madeBy))
    .orderBy(desc(imports.madeAt))
    .all();
  const undone = undoneBatches(
    database,
    rows.flatMap(({ made }) => [made.batch, made.withdrawnBatch ?? '']),
  );
  return rows.map(({ made, author }) => ({
    id: made.id,
    fileName: made.fileName,
    sheet: made.sheet,
    madeAt: made.madeAt,
    author: author ?? '',
    created: made.created,
    changed: made.changed,
    refused: made.refused,
    state: stateOf(made, undone),
  }));
}

function stateOf(made: Import, undone: ReadonlySet<string>): 'in_force' | 'undone' | 'withdrawn' {
  if (undone.has(made.batch)) return 'undone';
  return made.withdrawnBatch !== null && !undone.has(made.withdrawnBatch) ? 'withdrawn' : 'in_force';
}

/** Takes an import back as one gesture. Throws record_missing; nothing_to_undo when it is not in force. */
export function withdrawImport(workspace: OpenWorkspace, id: string): Withdrawn {
  const made = workspace.database.select().from(imports).where(eq(imports.id, id)).get();
  if (made === undefined) throw new DomainError('record_missing', { entity: 'imports', id });
  if (
    stateOf(made, undoneBatches(workspace.database, [made.batch, made.withdrawnBatch ?? ''])) !== 'in_force'
  ) {
    throw new DomainError('nothing_to_undo');
  }
  return write(workspace, (gesture) => takeBack(gesture, made), 'undoable', `withdraw:${id}`);
}

function takeBack(gesture: Gesture, made: Import): Withdrawn {
  const { database } = gesture.workspace;
  const entries = database
    .select()
    .from(changeLog)
    .where(eq(changeLog.batch, made.batch))
    .orderBy(asc(changeLog.instant))
    .all();
  const byRecord = new Map<string, typeof entries>();
  for (const entry of entries) {
    const own = byRecord.get(entry.record);
    if (own === undefined) byRecord.set(entry.record, [entry]);
    else own.push(entry);
  }
  const kept: Withdrawn['kept'] = [];
  let trashed = 0;
  let restored = 0;
  for (const [id, own] of byRecord) {
    const entity = own[0]?.entity as EntityName;
    const stored = readRecord(database, gesture.workspace.entities[entity], entity, id);
    if (stored.deletedAt !== null) continue;
    if (own.some((entry) => entry.field === null)) {
      const since = editedSince(gesture, stored, made.batch, entity);
      if (since.length > 0) kept.push({ record: id, title: titleOf(gesture, stored, entity), fields: since });
      else if (moveRecord(gesture, entity, id, 'trash') > 0) trashed += 1;
      continue;
    }
    const still = own.filter((entry) => isHead(database, entry));
    const later = own.filter((entry) => !isHead(database, entry)).map((entry) => entry.field ?? '');
    if (later.length > 0) kept.push({ record: id, title: titleOf(gesture, stored, entity), fields: later });
    const former = Object.fromEntries(
      still.map((entry) => [entry.field ?? '', (entry.before ?? null) as FieldValue]),
    );
    if (still.length === 0) continue;
    updateRecord(gesture, entity, id, former, null);
    restored += 1;
  }
  database.update(imports).set({ withdrawnBatch: gesture.batch }).where(eq(imports.id, made.id)).run();
  return { trashed, restored, kept };
}

/** Fields of a record that were edited after the import created it, and what was attached to it. */
function editedSince(gesture: Gesture, stored: StoredRecord, batch: string, entity: EntityName): string[] {
  const { database, entities } = gesture.workspace;
  const later = statement(
    database,
    `SELECT DISTINCT field FROM change_log
     WHERE entity = ? AND record = ? AND batch <> ? AND field IS NOT NULL AND field <> 'deletedAt'`,
  )
    .all(entity, stored.id, batch)
    .map((entry) => String(entry.field));
  const attached = entities[entity].owns.filter(({ entity: child, by }) => {
    const { table } = entities[child];
    const column = columnsOf(table).find(([name]) => name === by)?.[1].name;
    const find = `SELECT 1 FROM ${getTableName(table)} WHERE ${column} = ? AND deleted_at IS NULL`;
    return statement(database, find).get(stored.id) !== undefined;
  });
  return [...later, ...attached.map(({ entity: child }) => child)];
}

function titleOf(gesture: Gesture, stored: StoredRecord, entity: EntityName): string {
  return String(stored.values[gesture.workspace.entities[entity].description.title] ?? '');
}
