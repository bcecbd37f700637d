import { and, eq, ne, sql } from 'drizzle-orm';
import { changeHeads, changeLog } from '../../../db/schema';
import type { EntityName } from '../contract/records/operations';
import type { Gesture } from './gesture';
import { dropDeletedWords, indexRecord } from './index-text';
import { logErasure, readRecord } from './log';
import type { RecordValues } from './registry';

/**
 * Erasing (DESIGN.md §4): the values of a record go from its row, from the log and from the search index; the log
 * keeps that something happened, when and by whom, and what remains, which identifies nobody. It is the one act that undo cannot take back:
 * the gestures that touched the record are forgotten.
 */

/** Sensitivity of a record that was erased: it stands in no list and cannot be restored. */
export const erasedSensitivity = 'erased';

/**
 * Erases a record and leaves `remains` of it, which identify nobody.
 *
 * @param to `trash`: the record counts no more; `register`: it goes on counting, under a name that is none
 */
export function eraseRecord(
  gesture: Gesture,
  entity: EntityName,
  id: string,
  remains: RecordValues,
  to: 'trash' | 'register',
): void {
  const { workspace } = gesture;
  const { database } = workspace;
  const rules = workspace.entities[entity];
  const stored = readRecord(database, rules, entity, id);
  const values = Object.fromEntries(
    rules.description.fields.map((field) => [field.name, remains[field.name] ?? null]),
  );
  const deletedAt = to === 'trash' ? (stored.deletedAt ?? gesture.at) : stored.deletedAt;
  forgetGestures(gesture, entity, id);
  database
    .update(rules.table)
    .set({
      ...values,
      ...rules.derive(values),
      revision: stored.revision + 1,
      updatedAt: gesture.at,
      updatedBy: gesture.author,
      deletedAt,
      sensitivity: to === 'trash' ? erasedSensitivity : 'confidential',
    })
    .where(sql`id = ${id}`)
    .run();
  database
    .update(changeLog)
    .set({ before: null, after: null })
    .where(and(eq(changeLog.entity, entity), eq(changeLog.record, id)))
    .run();
  const told = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
  const entry = logErasure(gesture, entity, id, deletedAt === null ? told : { ...told, deletedAt });
  // It is the head of the whole record: the fields have none of their own any more.
  database
    .delete(changeHeads)
    .where(and(eq(changeHeads.entity, entity), eq(changeHeads.record, id), ne(changeHeads.entry, entry)))
    .run();
  indexRecord(workspace, entity, id, to === 'trash' ? null : rules.searchText(values));
  dropDeletedWords(workspace);
}

/** What was done to the record in this session can neither be taken back nor made again. */
function forgetGestures(gesture: Gesture, entity: EntityName, id: string): void {
  const { database, gestures, undone } = gesture.workspace;
  const touched = new Set(
    database
      .select({ batch: changeLog.batch })
      .from(changeLog)
      .where(and(eq(changeLog.entity, entity), eq(changeLog.record, id)))
      .all()
      .map((entry) => entry.batch),
  );
  for (let index = gestures.length - 1; index >= 0; index -= 1) {
    if (gestures[index]?.some((batch) => touched.has(batch))) gestures.splice(index, 1);
  }
  const still = undone.filter((batch) => !touched.has(batch));
  undone.splice(0, undone.length, ...still);
}
