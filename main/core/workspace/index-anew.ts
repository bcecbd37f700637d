import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { DatabaseRefused, refusal, type WorkspaceDatabase } from '../../../db/open';
import { indexRecord } from '../changes/index-text';
import { recordOfRow } from '../changes/log';
import type { EntityRegistry, EntityRules, RecordValues } from '../changes/registry';
import type { EntityName } from '../contract/records/operations';
import { readSetting, storeSetting } from '../storage/stored-settings';

/** How records are indexed for the search and put in order; another number for each other manner of it (search/). */
export const searchManner = 3;

/** How many records are indexed as now, of how many. */
interface Indexed {
  readonly done: number;
  readonly total: number;
}

/**
 * Indexes all records once more, and makes the keys anew by which lists are in order, when that was done in another
 * manner, by an older version: all or nothing, so that a kill in its middle only means that the next opening begins
 * again. Whoever asks for the next step decides when; who stops asking takes all of it back. Records and their log stay
 * as they are. A full disk keeps nobody from reading: it is tried again at the next opening.
 */
export function* indexAsNow(database: WorkspaceDatabase, entities: EntityRegistry): Generator<Indexed> {
  if (readSetting(database, 'searchManner') === searchManner) return;
  const { $client } = database;
  try {
    $client.exec('BEGIN IMMEDIATE');
    yield* indexAll(database, entities);
    storeSetting(database, 'searchManner', searchManner);
    $client.exec('COMMIT');
  } catch (error) {
    const known = refusal(error);
    if (!(known instanceof DatabaseRefused) || known.failure !== 'full') throw error;
  } finally {
    if ($client.open && $client.inTransaction) $client.exec('ROLLBACK');
  }
}

function* indexAll(database: WorkspaceDatabase, entities: EntityRegistry): Generator<Indexed> {
  const { $client } = database;
  $client.prepare("INSERT INTO search_index (search_index) VALUES ('delete-all')").run();
  $client.prepare('DELETE FROM search_rows').run();
  const names = listedOf(entities);
  const count = (entity: EntityName) =>
    $client
      .prepare(`SELECT count(*) FROM ${getTableName(entities[entity].table)}`)
      .pluck()
      .get() as number;
  const total = names.reduce((sum, entity) => sum + count(entity), 0);
  let done = 0;
  for (const entity of names) {
    const order = orderWriter(database, entities[entity]);
    for (const { id, values, isLiving, row } of recordsOf(database, entities[entity])) {
      const text = isLiving ? entities[entity].searchText(values) : null;
      if (text !== null) indexRecord({ database }, entity, id, text);
      order(id, values, row);
      done += 1;
      yield { done, total };
    }
  }
}

/** Entities whose records are searched and listed: no others are indexed. */
function listedOf(entities: EntityRegistry): readonly EntityName[] {
  return (Object.keys(entities) as EntityName[]).filter((entity) => entities[entity].list !== undefined);
}

/** Writes the key of a record by which its list is in order, where it is another now. */
function orderWriter({ $client }: WorkspaceDatabase, rules: EntityRules) {
  const key = rules.list?.sortTitleBy ?? '';
  const { [key]: column } = getTableColumns(rules.table) as Record<string, SQLiteColumn>;
  if (column === undefined) return () => undefined;
  const update = $client.prepare(`UPDATE ${getTableName(rules.table)} SET "${column.name}" = ? WHERE id = ?`);
  return (id: string, values: RecordValues, row: Readonly<Record<string, unknown>>) => {
    const made = rules.derive(values)[key];
    if (made !== row[key]) update.run(made, id);
  };
}

/** The living records that are searched, with what they are searched by. */
export function* searchedTexts(
  database: WorkspaceDatabase,
  entities: EntityRegistry,
): Generator<{ readonly entity: EntityName; readonly id: string; readonly text: string }> {
  for (const entity of listedOf(entities)) {
    for (const { id, values, isLiving } of recordsOf(database, entities[entity])) {
      const text = isLiving ? entities[entity].searchText(values) : null;
      if (text !== null) yield { entity, id, text };
    }
  }
}

/** Rows read at once: between them others may write. */
const rowsOfPage = 500;

/** The records of a table, those of the trash too, page after page. */
function* recordsOf(database: WorkspaceDatabase, rules: EntityRules) {
  const columns = getTableColumns(rules.table) as Record<string, SQLiteColumn>;
  const place = sql<number>`${sql.identifier(getTableName(rules.table))}.rowid`;
  let last = Number.MIN_SAFE_INTEGER;
  for (;;) {
    const rows: Record<string, unknown>[] = database
      .select({ ...columns, place })
      .from(rules.table)
      .where(sql`${place} > ${last}`)
      .orderBy(place)
      .limit(rowsOfPage)
      .all();
    for (const row of rows) {
      const { id, values, deletedAt } = recordOfRow(rules, row);
      yield { id, values, isLiving: deletedAt === null, row };
    }
    if (rows.length < rowsOfPage) return;
    last = Number(rows.at(-1)?.place);
  }
}
