import { getTableName } from 'drizzle-orm';
import type { FieldValue } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';
import { foldWords } from '../search/fold';
import type { Gesture } from './gesture';
import { filledValues } from './log';
import type { RecordValues } from './registry';
import { columnsOf, driverValue, statement } from './statements';

/** Creating thousands of records in one gesture: what `createRecord` writes, through statements prepared once. */

/** Creates records; each gets one entry of the log that holds it whole. Gives their ids, in order. */
export function createRecords(
  gesture: Gesture,
  entity: EntityName,
  records: readonly RecordValues[],
  onProgress: (done: number) => void = () => undefined,
): readonly string[] {
  const { workspace } = gesture;
  const { clock, device, environment } = workspace;
  const rules = workspace.entities[entity];
  const prepare = (sql: string) => statement(workspace.database, sql);
  const columns = columnsOf(rules.table);
  const row = prepare(
    `INSERT INTO ${getTableName(rules.table)} (${columns.map(([, column]) => column.name).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const log = prepare(
    `INSERT INTO change_log (id, batch, instant, device, author, entity, record, field, before, after, parents, cause)
     VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?, '[]', ?)`,
  );
  const head = prepare(`INSERT INTO change_heads (entity, record, field, entry) VALUES (?, ?, '*', ?)`);
  const searchRow = prepare('INSERT INTO search_rows (entity, record) VALUES (?, ?)');
  const searchText = prepare('INSERT INTO search_index (rowid, body) VALUES (?, ?)');
  const common: Readonly<Record<string, unknown>> = {
    sensitivity: 'normal',
    committee: workspace.code,
    revision: 1,
    createdAt: gesture.at,
    createdBy: gesture.author,
    updatedAt: gesture.at,
    updatedBy: gesture.author,
  };
  return records.map((values, index) => {
    const id = environment.newId();
    const whole: Record<string, FieldValue> = {};
    for (const field of rules.description.fields) whole[field.name] = values[field.name] ?? null;
    const derived = rules.derive(whole);
    row.run(
      columns.map(([name, column]) => {
        const value = name in whole ? whole[name] : name in derived ? derived[name] : common[name];
        return name === 'id' ? id : driverValue(column, value);
      }),
    );
    const entry = environment.newId();
    const after = JSON.stringify(filledValues(whole));
    log.run(entry, gesture.batch, clock.next(), device, gesture.author, entity, id, after, gesture.cause);
    head.run(entity, id, entry);
    const text = rules.searchText(whole);
    if (text !== null) searchText.run(searchRow.run(entity, id).lastInsertRowid, foldWords(text));
    if ((index + 1) % 500 === 0) onProgress(index + 1);
    return id;
  });
}
