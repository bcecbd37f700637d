import { getTableName } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { EntityDescription } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';
import type { Gesture } from './gesture';
import { filledValues } from './log';
import type { RecordValues } from './registry';
import { columnsOf, driverValue, statement } from './statements';

/**
 * Creating thousands of records in one gesture: what `createRecord` writes, through statements and columns prepared
 * once. Gives a function that creates one record (one entry of the log that holds it whole) and gives its id.
 */
export function recordCreator(gesture: Gesture, entity: EntityName): (values: RecordValues) => string {
  const { workspace } = gesture;
  const { clock, device, environment } = workspace;
  const rules = workspace.entities[entity];
  const { log, head, searchRow, searchText } = statementsFor(gesture);
  const columns = columnsOf(rules.table);
  const row = statement(
    workspace.database,
    `INSERT INTO ${getTableName(rules.table)} (${columns.map(([, column]) => column.name).join(', ')})
     VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const common: Readonly<Record<string, unknown>> = {
    sensitivity: 'normal',
    committee: workspace.code,
    revision: 1,
    createdAt: gesture.at,
    createdBy: gesture.author,
    updatedAt: gesture.at,
    updatedBy: gesture.author,
  };
  const writers = columns.map(([name, column]) => columnWriter(name, column, rules.description, common));
  return (values) => {
    const id = environment.newId();
    const derived = rules.derive(values);
    row.run(writers.map((write) => write(id, values, derived)));
    const entry = environment.newId();
    const after = JSON.stringify(filledValues(rules.description, values));
    log.run(entry, gesture.batch, clock.next(), device, gesture.author, entity, id, after, gesture.cause);
    head.run(entity, id, entry);
    const text = rules.searchText(values);
    if (text !== null) searchText.run(searchRow.run(entity, id).lastInsertRowid, text);
    return id;
  };
}

function statementsFor({ workspace }: Gesture) {
  const prepare = (sql: string) => statement(workspace.database, sql);
  return {
    log: prepare(
      `INSERT INTO change_log (id, batch, instant, device, author, entity, record, field, before, after, parents, cause)
       VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL, ?, '[]', ?)`,
    ),
    head: prepare(`INSERT INTO change_heads (entity, record, field, entry) VALUES (?, ?, '*', ?)`),
    searchRow: prepare('INSERT INTO search_rows (entity, record) VALUES (?, ?)'),
    searchText: prepare('INSERT INTO search_index (rowid, body) VALUES (?, ?)'),
  };
}

type Derived = Readonly<Record<string, string | number | null>>;
type ColumnWriter = (id: string, values: RecordValues, derived: Derived) => unknown;

/** Where the value of a column comes from: decided once for all records. */
function columnWriter(
  name: string,
  column: SQLiteColumn,
  description: EntityDescription,
  common: Readonly<Record<string, unknown>>,
): ColumnWriter {
  if (name === 'id') return (id) => id;
  if (description.fields.some((field) => field.name === name)) {
    return (_id, values) => driverValue(column, values[name]);
  }
  const fixed = driverValue(column, common[name]);
  return (_id, _values, derived) => (name in derived ? driverValue(column, derived[name]) : fixed);
}
