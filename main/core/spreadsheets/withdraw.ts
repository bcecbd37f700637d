import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { changeHeads, changeLog, imports, people } from '../../../db/schema';
import { type Gesture, write } from '../changes/gesture';
import { moveRecord, readRecord, type StoredRecord, updateRecord } from '../changes/log';
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
    workspace,
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

/** Which of these gestures were taken back with undo. */
function undoneBatches(workspace: OpenWorkspace, batches: readonly string[]): ReadonlySet<string> {
  if (batches.length === 0) return new Set();
  const causes = batches.filter((batch) => batch !== '').map((batch) => `undo:${batch}`);
  const found = workspace.database
    .selectDistinct({ cause: changeLog.cause })
    .from(changeLog)
    .where(inArray(changeLog.cause, causes))
    .all();
  return new Set(found.map(({ cause }) => (cause ?? '').slice('undo:'.length)));
}

/** Takes an import back as one gesture. Throws record_missing; nothing_to_undo when it is not in force. */
export function withdrawImport(workspace: OpenWorkspace, id: string): Withdrawn {
  const made = workspace.database.select().from(imports).where(eq(imports.id, id)).get();
  if (made === undefined) throw new DomainError('record_missing', { entity: 'imports', id });
  if (stateOf(made, undoneBatches(workspace, [made.batch, made.withdrawnBatch ?? ''])) !== 'in_force') {
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
    const still = own.filter((entry) => isHead(gesture, entry.id));
    const later = own.filter((entry) => !isHead(gesture, entry.id)).map((entry) => entry.field ?? '');
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
  const later = database
    .select({ field: changeLog.field, batch: changeLog.batch })
    .from(changeLog)
    .where(and(eq(changeLog.entity, entity), eq(changeLog.record, stored.id)))
    .all()
    .filter((entry) => entry.batch !== batch && entry.field !== null && entry.field !== 'deletedAt');
  const attached = entities[entity].owns.filter(({ entity: child, by }) => {
    const column = by.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return (
      database.$client
        .prepare(`SELECT 1 FROM ${child} WHERE ${column} = ? AND deleted_at IS NULL`)
        .get(stored.id) !== undefined
    );
  });
  return [
    ...new Set([...later.map(({ field }) => field ?? ''), ...attached.map(({ entity: child }) => child)]),
  ];
}

function isHead(gesture: Gesture, entry: string): boolean {
  return (
    gesture.workspace.database.select().from(changeHeads).where(eq(changeHeads.entry, entry)).get() !==
    undefined
  );
}

function titleOf(gesture: Gesture, stored: StoredRecord, entity: EntityName): string {
  return String(stored.values[gesture.workspace.entities[entity].description.title] ?? '');
}
