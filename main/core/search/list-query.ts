import { and, getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { ListRequest } from '../contract/members/operations';
import { searchExpression } from './expression';
import { conditionsOf } from './list-conditions';
import { isNaturalOrder, orderOf } from './list-order';
import { type Places, placesOf, pluck } from './list-places';
import type { ListReader, ListSource, Question } from './list-source';

export interface ListPage {
  /** Records found, each counted once also where groups repeat it. */
  readonly total: number;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** One page of a list: search, filters, order, groups and window. Throws input_refused for a field the list does not have. */
export function listPage(reader: ListReader, source: ListSource, request: ListRequest): ListPage {
  const { database } = reader;
  const found = foundByWords(reader, source, request);
  if (isNaturalOrder(source, request.sort) && (request.group ?? null) === null) {
    const rows = database
      .select()
      .from(source.table)
      .where(and(...conditionsOf(reader, source, request, found)))
      .orderBy(...orderOf(reader, source, request.sort))
      .limit(request.limit)
      .offset(request.offset)
      .all();
    return { total: countOf(reader, source, request, found), rows };
  }
  const places = placesOf(reader, source, request, found);
  const window = places.rows.slice(request.offset, request.offset + request.limit);
  return { total: places.total, rows: rowsAt(reader, source, window) };
}

/** The rows at these places, in their order. */
function rowsAt({ database }: ListReader, source: ListSource, places: readonly number[]): ListPage['rows'] {
  if (places.length === 0) return [];
  const columns = getTableColumns(source.table) as Record<string, SQLiteColumn>;
  const place = sql<number>`${sql.identifier(getTableName(source.table))}.rowid`;
  const rows = database
    .select({ ...columns, place })
    .from(source.table)
    .where(sql`${place} IN ${[...new Set(places)]}`)
    .all();
  const byPlace = new Map(rows.map((row) => [Number(row.place), row]));
  return places.flatMap((at) => byPlace.get(at) ?? []);
}

/** The groups of a list in their order; none when it is not grouped. */
export function groupsOf(
  reader: ListReader,
  source: ListSource,
  request: Omit<ListRequest, 'offset' | 'limit'>,
): Pick<Places, 'groups' | 'total'> {
  return placesOf(reader, source, request, foundByWords(reader, source, request));
}

/** The identifiers of all that a question finds, in its order, each once. */
export function idsOf(
  reader: ListReader,
  source: ListSource,
  request: Omit<ListRequest, 'offset' | 'limit'>,
): readonly string[] {
  const places = placesOf(reader, source, request, foundByWords(reader, source, request)).rows;
  const table = sql.identifier(getTableName(source.table));
  const ids = pluck(
    reader.database,
    sql`SELECT ${table}.id FROM json_each(${JSON.stringify([...new Set(places)])}) AS place CROSS JOIN ${table} ON ${table}.rowid = place.value ORDER BY place.key`,
  );
  return ids as string[];
}

/** Number of records that a request finds, whatever its window. */
export function countMatches(reader: ListReader, source: ListSource, request: Question): number {
  return countOf(reader, source, request, foundByWords(reader, source, request));
}

/** How many records hold the words searched for; null when none are, or when the index does not know. */
function foundByWords({ database }: ListReader, source: ListSource, request: Question): number | null {
  const expression = request.trashed === 'only' ? null : searchExpression(request.search);
  if (expression === null) return null;
  // CROSS JOIN keeps the order: the index first, then the row of each match.
  const counted = database.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM search_index CROSS JOIN search_rows ON row_id = search_index.rowid WHERE search_index MATCH ${expression} AND entity = ${source.description.entity}`,
  );
  return counted.n;
}

function countOf(reader: ListReader, source: ListSource, request: Question, found: number | null): number {
  if (found !== null && (found === 0 || request.filters.length === 0)) return found;
  const where = and(...conditionsOf(reader, source, request, found)) as SQL;
  return reader.database.select({ n: sql<number>`count(*)` }).from(source.table).where(where).get()?.n ?? 0;
}
