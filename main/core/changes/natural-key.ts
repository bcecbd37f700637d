import { sql } from 'drizzle-orm';
import type { FieldValue } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';
import { write } from './gesture';
import { createRecord, updateRecord } from './log';

/** A record that exists once by nature (decision 0004): its identifier is made from its key. */
interface NaturalRecord {
  readonly entity: EntityName;
  readonly id: string;
  /** Fields of the key itself, written at creation. */
  readonly key: Readonly<Record<string, string>>;
}

/** Creates it at its first value, changes it afterwards; saying the same again does nothing. */
export function saveNaturalRecord(
  workspace: OpenWorkspace,
  { entity, id, key }: NaturalRecord,
  values: Readonly<Record<string, FieldValue>>,
): void {
  const { table } = workspace.entities[entity];
  const stored = workspace.database
    .select({ revision: sql<number>`revision` })
    .from(table)
    .where(sql`id = ${id}`)
    .get();
  if (!stored && Object.values(values).every((value) => value === null)) return;
  const changed = write(workspace, (gesture) => {
    if (stored) return updateRecord(gesture, entity, id, values, null);
    createRecord(gesture, entity, id, { ...key, ...values });
    return 1;
  });
  if (stored && changed === stored.revision) workspace.gestures.pop();
}
