import { inArray, isNotNull, isNull, notInArray, or, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { erasedSensitivity } from '../changes/erasure';
import { holdsSeveral } from '../contract/fields';
import type { Filter } from '../contract/members/operations';
import { teachCollation } from './collation';
import { searchExpression } from './expression';
import { fold } from './fold';
import { columnOf, fieldOfSource, type ListReader, type ListSource, type Question } from './list-source';

/** Up to here, looking up the records that a search found is quicker than reading the sorted list for them. */
const fewFound = 2_000;

/**
 * The conditions of a question, to be joined by AND.
 *
 * @param found how many records hold the words searched for; null when none are, or when the index does not know
 */
export function conditionsOf(
  reader: ListReader,
  source: ListSource,
  request: Question,
  found: number | null,
): SQL[] {
  const conditions: SQL[] = [whetherTrashed(source, request, found)];
  const searched = searchCondition(reader, source, request);
  if (searched) conditions.push(searched);
  for (const filter of request.filters) conditions.push(conditionOf(source, filter, reader.today));
  return conditions;
}

function whetherTrashed(source: ListSource, { trashed }: Question, found: number | null): SQL {
  const deletedAt = columnOf(source, 'deletedAt');
  // For `IS NOT NULL` SQLite would read the whole table; an instant is later than the empty text.
  if (trashed === 'only') return sql`${deletedAt} > '' AND sensitivity <> ${erasedSensitivity}`;
  // The + keeps SQLite from reading the whole sorted index for a few records that it can look up by their ids.
  return found !== null && found <= fewFound ? sql`+${deletedAt} IS NULL` : isNull(deletedAt);
}

/** The index holds no record of the trash: there, the title alone is searched. */
function searchCondition(reader: ListReader, source: ListSource, request: Question): SQL | null {
  if (request.trashed === 'only') {
    const text = fold(request.search);
    if (text === '') return null;
    teachCollation(reader.database);
    return sql`fold_text(${columnOf(source, source.description.title)}) LIKE ${`%${text}%`}`;
  }
  const expression = searchExpression(request.search);
  if (!expression) return null;
  return sql`${columnOf(source, 'id')} IN (SELECT record FROM search_rows WHERE row_id IN (SELECT rowid FROM search_index WHERE search_index MATCH ${expression}))`;
}

function conditionOf(source: ListSource, filter: Filter, today: string): SQL {
  const column = columnOf(source, filter.field);
  const field = fieldOfSource(source, filter.field);
  const several = field !== undefined && holdsSeveral(field);
  const values = field?.type === 'flag' ? filter.values.map(flagOf) : [...filter.values];
  switch (filter.rule) {
    case 'any_of':
      return several ? holdsAny(column, filter.values) : inArray(column, values);
    case 'none_of':
      return several
        ? sql`NOT (${holdsAny(column, filter.values)})`
        : (or(isNull(column), notInArray(column, values)) as SQL);
    case 'empty':
      return several ? sql`coalesce(${column}, '[]') = '[]'` : (isNull(column) as SQL);
    case 'filled':
      return several ? sql`coalesce(${column}, '[]') <> '[]'` : (isNotNull(column) as SQL);
    case 'before':
      return sql`(${column} IS NULL OR ${column} < ${comparable(column, filter.values[0] ?? '', today)})`;
    case 'contains':
      return sql`${column} LIKE ${`%${(filter.values[0] ?? '').replace(/[%_]/g, ' ')}%`}`;
  }
}

function flagOf(value: string): boolean {
  return value === 'true';
}

function comparable(column: SQLiteColumn, value: string, today: string): string | number {
  const months = /^-P(\d{1,3})M$/.exec(value)?.[1];
  if (months !== undefined) return monthsBefore(today, Number(months));
  return column.columnType === 'SQLiteInteger' ? Number(value) : value;
}

/** The day some months before; where the month has no such day, the next month begins. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1 - months, date)).toISOString().slice(0, 10);
}

function holdsAny(column: SQLiteColumn, values: readonly string[]): SQL {
  return sql`EXISTS (SELECT 1 FROM json_each(coalesce(${column}, '[]')) WHERE value IN ${[...values]})`;
}
