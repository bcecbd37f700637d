import { and, getTableName, type SQL, sql } from 'drizzle-orm';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';
import type { WorkspaceDatabase } from '../../../db/open';
import type { ListRequest } from '../contract/members/operations';
import { teachCollation } from './collation';
import { conditionsOf } from './list-conditions';
import { groupingOf, orderOf } from './list-order';
import type { ListReader, ListSource } from './list-source';

/**
 * The whole order of a list, kept until something is written: paging through a list that no index sorts, or that is
 * grouped, would else sort it anew for every page.
 */
export interface Places {
  /** The rows in their order; grouped, a row of several values comes several times. */
  readonly rows: readonly number[];
  /** How many different records these are. */
  readonly total: number;
  readonly groups: readonly { readonly value: string | null; readonly count: number }[];
}

type Ordered = Pick<ListRequest, 'search' | 'filters' | 'sort' | 'trashed' | 'group'>;

interface Kept {
  readonly changes: number;
  readonly places: Map<string, Places>;
}

const keptAtMost = 8;
const kept = new WeakMap<object, Kept>();
const dialect = new SQLiteSyncDialect();

/** The places of a list. */
export function placesOf(
  reader: ListReader,
  source: ListSource,
  { search, filters, sort, trashed, group = null }: Ordered,
  found: number | null,
): Places {
  const { places } = keptOf(reader.database);
  const { entity } = source.description;
  const key = JSON.stringify([entity, search, filters, sort, trashed, group, reader.language, reader.today]);
  const known = places.get(key);
  if (known !== undefined) return known;
  const made = readPlaces(reader, source, { search, filters, sort, trashed, group }, found);
  const [oldest] = places.keys();
  if (places.size >= keptAtMost && oldest !== undefined) places.delete(oldest);
  places.set(key, made);
  return made;
}

/** What is kept of a connection, unless something was written since. */
function keptOf({ $client }: WorkspaceDatabase): Kept {
  const changes = $client.prepare('SELECT total_changes()').pluck().get() as number;
  const before = kept.get($client);
  if (before !== undefined && before.changes === changes) return before;
  const fresh = { changes, places: new Map<string, Places>() };
  kept.set($client, fresh);
  return fresh;
}

function readPlaces(reader: ListReader, source: ListSource, request: Ordered, found: number | null): Places {
  teachCollation(reader.database);
  const where = and(...conditionsOf(reader, source, request, found)) as SQL;
  const order = sql.join(orderOf(reader, source, request.sort), sql`, `);
  const table = sql.identifier(getTableName(source.table));
  if (request.group === null || request.group === undefined) {
    const rows = pluck(
      reader.database,
      sql`SELECT ${table}.rowid FROM ${table} WHERE ${where} ORDER BY ${order}`,
    ) as number[];
    return { rows, total: rows.length, groups: [] };
  }
  const { value, order: first, join } = groupingOf(reader, source, request.group);
  const matches = raw(
    reader.database,
    sql`SELECT ${table}.rowid, ${value} FROM ${table} ${join ?? sql``} WHERE ${where} ORDER BY ${first} NULLS LAST, ${value}, ${order}`,
  ) as [number, string | null][];
  return grouped(matches);
}

function grouped(found: readonly (readonly [number, string | null])[]): Places {
  const groups: { value: string | null; count: number }[] = [];
  for (const [, value] of found) {
    const last = groups.at(-1);
    if (last !== undefined && last.value === value) last.count += 1;
    else groups.push({ value, count: 1 });
  }
  const rows = found.map(([row]) => row);
  return { rows, total: new Set(rows).size, groups };
}

/** The one column of a query, without the cost of making an object of each row. */
export function pluck(database: WorkspaceDatabase, query: SQL): unknown[] {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return database.$client
    .prepare(text)
    .pluck()
    .all(...params);
}

function raw(database: WorkspaceDatabase, query: SQL): unknown[] {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return database.$client
    .prepare(text)
    .raw()
    .all(...params);
}
