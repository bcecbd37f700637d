import { getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { FieldValue } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';
import type { Gesture } from './gesture';
import type { EntityRules, RecordValues } from './registry';
import { columnsOf, driverValue, type Statement, statement } from './statements';

/**
 * Creating thousands of records in one gesture: what `createRecord` writes, through statements prepared once, in which
 * only what differs from record to record is bound. Gives a function that creates one record (one entry of the log that
 * holds it whole) and gives its id.
 */
export function recordCreator(gesture: Gesture, entity: EntityName): (values: RecordValues) => string {
  const { clock, entities, environment } = gesture.workspace;
  const rules = entities[entity];
  const writeRow = rowWriter(gesture, rules);
  const { log, searchRow, searchText } = statementsFor(gesture, entity);
  return (values) => {
    const id = environment.newId();
    const after = writeRow(id, values);
    log.run(environment.newId(), clock.next(), id, after);
    const text = rules.searchText(values);
    if (text !== null) searchText.run(searchRow.run(id).lastInsertRowid, text);
    return id;
  };
}

function statementsFor(gesture: Gesture, entity: EntityName) {
  const { database, device } = gesture.workspace;
  const prepare = (sql: string): Statement => database.$client.prepare(sql);
  const [batch, author, cause] = [literal(gesture.batch), literal(gesture.author), literal(gesture.cause)];
  return {
    log: prepare(
      `INSERT INTO change_log (id, batch, instant, device, author, entity, record, field, before, after, parents, cause)
       VALUES (?, ${batch}, ?, ${literal(device)}, ${author}, '${entity}', ?, NULL, NULL, ?, '[]', ${cause})`,
    ),
    searchRow: prepare(`INSERT INTO search_rows (entity, record) VALUES ('${entity}', ?)`),
    searchText: statement(database, 'INSERT INTO search_index (rowid, body) VALUES (?, ?)'),
  };
}

/** A column that the statement writes. */
interface Carried {
  readonly column: SQLiteColumn;
  /** Its place among what is bound; null until a record fills it. */
  place: number | null;
}

/**
 * Writes rows of one table and gives what the log says of each: the values that say something, in the order of their
 * description, as JSON. Columns that no record has filled yet stay out of the statement.
 */
function rowWriter(gesture: Gesture, rules: EntityRules): (id: string, values: RecordValues) => string {
  const { carried, put, run } = growingInsert(gesture, rules.table);
  const fields = rules.description.fields.map(({ name }) => ({ name, into: carried(name) }));
  // Left out, such a column would take its default, where an empty field is to stay empty.
  for (const { into } of fields) if (into.column.hasDefault) put(into, null);
  const own = carried('id');
  return (id, values) => {
    put(own, id);
    const said: Record<string, FieldValue> = {};
    for (const { name, into } of fields) {
      const value = values[name] ?? null;
      if (value === null) continue;
      said[name] = value;
      put(into, driverValue(into.column, value));
    }
    for (const [name, value] of Object.entries(rules.derive(values))) {
      const into = carried(name);
      put(into, driverValue(into.column, value));
    }
    run();
    return JSON.stringify(said);
  };
}

/** An insert that takes in a column when a row first fills it: `put` the values of a row, then `run`. */
function growingInsert(gesture: Gesture, table: SQLiteTable) {
  const columns = new Map(columnsOf(table));
  const known = new Map<string, Carried>();
  const filled: string[] = [];
  const bound: unknown[] = [];
  let insert: Statement | null = null;
  return {
    /** The column that the code calls so. */
    carried(name: string): Carried {
      const before = known.get(name);
      if (before !== undefined) return before;
      const column = columns.get(name);
      if (column === undefined) throw new Error(`${getTableName(table)} has no column ${name}`);
      const fresh = { column, place: null };
      known.set(name, fresh);
      return fresh;
    },
    put(into: Carried, value: unknown): void {
      if (into.place === null) {
        into.place = filled.push(into.column.name) - 1;
        insert = null;
      }
      bound[into.place] = value;
    },
    run(): void {
      insert ??= prepareInsert(gesture, table, filled);
      insert.run(bound);
      bound.fill(null);
    },
  };
}

/** The insert of these columns, by their names in the database; the others of every record are the gesture's. */
function prepareInsert(gesture: Gesture, table: SQLiteTable, filled: readonly string[]): Statement {
  const others = Object.entries(sameInAll(gesture)).filter(([column]) => !filled.includes(column));
  const names = [...filled, ...others.map(([column]) => column)];
  const values = [...filled.map(() => '?'), ...others.map(([, value]) => value)];
  return gesture.workspace.database.$client.prepare(
    `INSERT INTO ${getTableName(table)} (${names.join(', ')}) VALUES (${values.join(', ')})`,
  );
}

/** Columns in which all records of a gesture say the same, as SQL, by their names in the database. */
function sameInAll({ workspace, at, author }: Gesture): Readonly<Record<string, string>> {
  const [when, who] = [literal(at), literal(author)];
  return {
    sensitivity: "'normal'",
    committee: literal(workspace.code),
    revision: '1',
    created_at: when,
    created_by: who,
    updated_at: when,
    updated_by: who,
  };
}

/** As SQL writes it: for what the application made itself (identifiers, instants, codes), never for what was typed. */
function literal(text: string | null): string {
  return text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`;
}
