import {
  and,
  asc,
  desc,
  getTableColumns,
  inArray,
  isNotNull,
  isNull,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WorkspaceDatabase } from '../../../db/open';
import { erasedSensitivity } from '../changes/erasure';
import { DomainError } from '../contract/errors';
import type { EntityDescription } from '../contract/fields';
import type { Filter, ListRequest } from '../contract/members/operations';
import { fold, searchExpression } from './fold';

/** One page of a list: search, filters, order and window, the same for every entity. */
export interface ListSource {
  readonly description: EntityDescription;
  readonly table: SQLiteTable;
  /** Columns beyond the described fields that may be sorted and filtered by (`completeness`, `committee`). */
  readonly extraColumns: readonly string[];
  /** Column that replaces the title in sorting (`sortKey`). */
  readonly sortTitleBy: string;
}

export interface ListPage {
  readonly total: number;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Runs a list request. Throws input_refused for a field the list does not have. */
export function listPage(database: WorkspaceDatabase, source: ListSource, request: ListRequest): ListPage {
  const found = foundByWords(database, source, request);
  const rows = database
    .select()
    .from(source.table)
    .where(and(...conditionsOf(source, request, found)))
    .orderBy(...orderOf(source, request.sort))
    .limit(request.limit)
    .offset(request.offset)
    .all();
  return { total: countOf(database, source, request, found), rows };
}

/** Number of records that a request finds, whatever its window. */
export function countMatches(database: WorkspaceDatabase, source: ListSource, request: Question): number {
  return countOf(database, source, request, foundByWords(database, source, request));
}

type Question = Pick<ListRequest, 'search' | 'filters' | 'trashed'>;

/** Up to here, looking up the records that a search found is quicker than reading the sorted list for them. */
const fewFound = 2_000;

/** How many records hold the words searched for; null when none are, or when the index does not know. */
function foundByWords(database: WorkspaceDatabase, source: ListSource, request: Question): number | null {
  const expression = request.trashed === 'only' ? null : searchExpression(request.search);
  if (expression === null) return null;
  // CROSS JOIN keeps the order: the index first, then the row of each match.
  const counted = database.get<{ n: number }>(
    sql`SELECT count(*) AS n FROM search_index CROSS JOIN search_rows ON row_id = search_index.rowid WHERE search_index MATCH ${expression} AND entity = ${source.description.entity}`,
  );
  return counted.n;
}

function countOf(
  database: WorkspaceDatabase,
  source: ListSource,
  request: Question,
  found: number | null,
): number {
  if (found !== null && (found === 0 || request.filters.length === 0)) return found;
  const where = and(...conditionsOf(source, request, found));
  return database.select({ n: sql<number>`count(*)` }).from(source.table).where(where).get()?.n ?? 0;
}

function conditionsOf(source: ListSource, request: Question, found: number | null): SQL[] {
  const conditions: SQL[] = [whetherTrashed(source, request, found)];
  const searched = searchCondition(source, request);
  if (searched) conditions.push(searched);
  for (const filter of request.filters) conditions.push(conditionOf(source, filter));
  return conditions;
}

function whetherTrashed(source: ListSource, { trashed }: Question, found: number | null): SQL {
  const deletedAt = columnOf(source, 'deletedAt');
  if (trashed === 'only') return sql`${deletedAt} IS NOT NULL AND sensitivity <> ${erasedSensitivity}`;
  // The + keeps SQLite from reading the whole sorted index for a few records that it can look up by their ids.
  return found !== null && found <= fewFound ? sql`+${deletedAt} IS NULL` : isNull(deletedAt);
}

/** The index holds no record of the trash: there, the title alone is searched. */
function searchCondition(source: ListSource, request: Question): SQL | null {
  if (request.trashed === 'only') {
    const text = fold(request.search);
    return text === '' ? null : sql`${columnOf(source, source.sortTitleBy)} LIKE ${`%${text}%`}`;
  }
  const expression = searchExpression(request.search);
  if (!expression) return null;
  return sql`${columnOf(source, 'id')} IN (SELECT record FROM search_rows WHERE row_id IN (SELECT rowid FROM search_index WHERE search_index MATCH ${expression}))`;
}

function conditionOf(source: ListSource, filter: Filter): SQL {
  const column = columnOf(source, filter.field);
  const several = source.description.fields.find((field) => field.name === filter.field)?.type === 'choices';
  switch (filter.rule) {
    case 'any_of':
      return several ? holdsAny(column, filter.values) : inArray(column, [...filter.values]);
    case 'none_of':
      return several
        ? sql`NOT (${holdsAny(column, filter.values)})`
        : (or(isNull(column), notInArray(column, [...filter.values])) as SQL);
    case 'empty':
      return several ? sql`coalesce(${column}, '[]') = '[]'` : (isNull(column) as SQL);
    case 'filled':
      return several ? sql`coalesce(${column}, '[]') <> '[]'` : (isNotNull(column) as SQL);
    case 'before':
      return sql`(${column} IS NULL OR ${column} < ${comparable(column, filter.values[0] ?? '')})`;
    case 'contains':
      return sql`${column} LIKE ${`%${(filter.values[0] ?? '').replace(/[%_]/g, ' ')}%`}`;
  }
}

function comparable(column: SQLiteColumn, value: string): string | number {
  return column.columnType === 'SQLiteInteger' ? Number(value) : value;
}

function holdsAny(column: SQLiteColumn, values: readonly string[]): SQL {
  return sql`EXISTS (SELECT 1 FROM json_each(coalesce(${column}, '[]')) WHERE value IN ${[...values]})`;
}

function orderOf(source: ListSource, sort: ListRequest['sort']): SQL[] {
  const name = sort.field === source.description.title ? source.sortTitleBy : sort.field;
  const column = columnOf(source, name);
  const direction = sort.direction === 'ascending' ? asc : desc;
  const empty = name === source.sortTitleBy ? [] : [sql`${column} IS NULL`];
  const tie = name === source.sortTitleBy ? [] : [asc(columnOf(source, source.sortTitleBy))];
  return [...empty, direction(column), ...tie, asc(columnOf(source, 'id'))];
}

function columnOf(source: ListSource, name: string): SQLiteColumn {
  const allowed =
    name === 'id' ||
    name === 'deletedAt' ||
    name === source.sortTitleBy ||
    source.extraColumns.includes(name) ||
    source.description.fields.some((field) => field.name === name);
  const column = allowed ? (getTableColumns(source.table) as Record<string, SQLiteColumn>)[name] : undefined;
  if (!column)
    throw new DomainError('input_refused', { where: `${source.description.entity}.${name}`, why: 'unknown' });
  return column;
}
