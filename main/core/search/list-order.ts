import { asc, desc, type SQL, sql } from 'drizzle-orm';
import { DomainError } from '../contract/errors';
import type { ListRequest } from '../contract/members/operations';
import { columnOf, fieldOfSource, type ListReader, type ListSource } from './list-source';

type Sort = ListRequest['sort'];

/** Is this the order in which the table is indexed? */
export function isNaturalOrder(source: ListSource, { field, second }: Sort): boolean {
  return second === undefined && (field === source.description.title || field === source.sortTitleBy);
}

/** The terms of ORDER BY: rows without a value last in either direction, what is alike by its title. */
export function orderOf(reader: ListReader, source: ListSource, sort: Sort): SQL[] {
  const title = asc(columnOf(source, source.sortTitleBy));
  return [
    ...termsOf(reader, source, sort),
    ...(sort.second === undefined ? [] : termsOf(reader, source, sort.second)),
    ...(isNaturalOrder(source, sort) ? [] : [title]),
    asc(columnOf(source, 'id')),
  ];
}

function termsOf(reader: ListReader, source: ListSource, sort: Pick<Sort, 'field' | 'direction'>): SQL[] {
  const direction = sort.direction === 'ascending' ? asc : desc;
  if (sort.field === source.description.title || sort.field === source.sortTitleBy) {
    return [direction(columnOf(source, source.sortTitleBy))];
  }
  const key = keyOf(reader, source, sort.field);
  return [sql`${direction(key)} NULLS LAST`];
}

/** By what a field is put in order; null where it says nothing. */
function keyOf(reader: ListReader, source: ListSource, name: string): SQL {
  const computed = source.computed?.[name];
  if (computed !== undefined) return computed;
  const column = columnOf(source, name);
  const field = fieldOfSource(source, name);
  switch (field?.type) {
    case 'choice':
      return codeKey(reader, field.list, sql`${column}`);
    case 'choices':
      return codeKey(reader, field.list, sql`json_extract(${column}, '$[0]')`);
    case 'labels':
      return sql`sort_text(json_extract(${column}, '$[0]'))`;
    case 'name':
    case 'arabic':
    case 'line':
    case 'text':
      return sql`sort_text(${column})`;
    case 'decimal':
      return sql`CAST(${column} AS REAL)`;
    default:
      return sql`${column}`;
  }
}

function codeKey({ language }: ListReader, list: string | undefined, value: SQL): SQL {
  return sql`sort_code(${list ?? ''}, ${language}, ${value})`;
}

/** How rows are put into groups: each row with each of its values. */
export interface Grouping {
  /** The value of the group, as text or null. */
  readonly value: SQL;
  readonly order: SQL;
  /** Joins a row with its several values; null where it has one. */
  readonly join: SQL | null;
}

/** How a list is grouped by a field. Throws input_refused for a field that cannot group. */
export function groupingOf(reader: ListReader, source: ListSource, name: string): Grouping {
  const field = fieldOfSource(source, name);
  const column = columnOf(source, name);
  const each = sql`each_value.value`;
  const join = sql`JOIN json_each(coalesce(nullif(${column}, '[]'), '[null]')) AS each_value`;
  switch (field?.type) {
    case 'choice':
      return { value: sql`${column}`, order: codeKey(reader, field.list, sql`${column}`), join: null };
    case 'choices':
      return { value: each, order: codeKey(reader, field.list, each), join };
    case 'labels':
      return { value: each, order: sql`sort_text(${each})`, join };
    case 'flag':
      return {
        value: sql`CASE ${column} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END`,
        order: sql`1 - ${column}`,
        join: null,
      };
    default:
      throw new DomainError('input_refused', { where: `${source.description.entity}.${name}`, why: 'group' });
  }
}
