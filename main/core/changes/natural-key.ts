import { inArray, sql } from 'drizzle-orm';
import { changeLog } from '../../../db/schema';
import type { FieldValue } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';
import { write } from './gesture';
import { createRecord, moveRecord, sameValue, updateRecord } from './log';

/** A record that exists once by nature (decision 0004): its identifier is made from its key. */
interface NaturalRecord {
  readonly entity: EntityName;
  readonly id: string;
  /** Fields of the key itself, written at creation. */
  readonly key: Readonly<Record<string, string>>;
}

/**
 * Creates the record of a natural key at its first value, changes it afterwards; saying the same again does nothing. A
 * record whose creation was taken back begins anew: nothing of what it held comes back.
 *
 * @param typing `goes_on`: the value is a sequel of the one typed just before in the same field, and undo takes back both
 */
export function saveNaturalRecord(
  workspace: OpenWorkspace,
  { entity, id, key }: NaturalRecord,
  values: Readonly<Record<string, FieldValue>>,
  typing: 'begins' | 'goes_on' = 'begins',
): void {
  const { description, table } = workspace.entities[entity];
  const stored = workspace.database.select().from(table).where(sql`id = ${id}`).get() as
    | Readonly<Record<string, unknown>>
    | undefined;
  const isThere = stored !== undefined && stored.deletedAt === null;
  const isNew = Object.entries(values).some(
    ([name, value]) => !sameValue(isThere ? ((stored[name] ?? null) as FieldValue) : null, value),
  );
  if (!isNew) return;
  if (stored === undefined) {
    write(workspace, (gesture) => createRecord(gesture, entity, id, { ...key, ...values }));
  } else if (isThere) {
    const [name = '', ...others] = Object.keys(values);
    const goesOn = typing === 'goes_on' && others.length === 0 && lastTyped(workspace, id, name);
    write(
      workspace,
      (gesture) => updateRecord(gesture, entity, id, values, null),
      goesOn ? 'continuing' : 'undoable',
    );
  } else {
    const empty = Object.fromEntries(description.fields.map((field) => [field.name, null]));
    write(workspace, (gesture) => moveRecord(gesture, entity, id, 'register'));
    write(
      workspace,
      (gesture) => updateRecord(gesture, entity, id, { ...empty, ...key, ...values }, null),
      'continuing',
    );
  }
}

/** Was the last gesture typing in this field of this record, and nothing else? */
function lastTyped(workspace: OpenWorkspace, record: string, field: string): boolean {
  const batches = workspace.gestures.at(-1) ?? [];
  const entries = workspace.database
    .select({ record: changeLog.record, field: changeLog.field })
    .from(changeLog)
    .where(inArray(changeLog.batch, [...batches]))
    .all();
  return (
    entries.length > 0 &&
    entries.every((entry) => entry.record === record && (entry.field ?? field) === field)
  );
}
