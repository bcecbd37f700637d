import { getTableColumns, type SQL } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WorkspaceDatabase } from '../../../db/open';
import { DomainError } from '../contract/errors';
import type { EntityDescription, FieldDescription } from '../contract/fields';
import type { ListRequest } from '../contract/members/operations';
import type { Language } from '../contract/values';

/** What a list is made of: the same for every entity. */
export interface ListSource {
  readonly description: EntityDescription;
  readonly table: SQLiteTable;
  /** Columns beyond the described fields that may be sorted and filtered by (`completeness`, `committee`). */
  readonly extraColumns: readonly string[];
  /** Column that replaces the title in sorting (`sortKey`). */
  readonly sortTitleBy: string;
  /** What may be sorted by though it is no column: an expression over the row. */
  readonly computed?: Readonly<Record<string, SQL>>;
}

/** Who reads a list, and when: what order, words and relative days depend on. */
export interface ListReader {
  readonly database: WorkspaceDatabase;
  readonly language: Language;
  /** `YYYY-MM-DD` */
  readonly today: string;
}

/** What is looked for, whatever the order and the window. */
export type Question = Pick<ListRequest, 'search' | 'filters' | 'trashed'>;

export function fieldOfSource(source: ListSource, name: string): FieldDescription | undefined {
  return source.description.fields.find((field) => field.name === name);
}

/** Can this list be filtered by the field? */
export function hasColumn(source: ListSource, name: string): boolean {
  return (
    name === 'id' ||
    name === 'deletedAt' ||
    name === source.sortTitleBy ||
    source.extraColumns.includes(name) ||
    fieldOfSource(source, name) !== undefined
  );
}

/** The column of a name that the list may be asked for. Throws input_refused for any other. */
export function columnOf(source: ListSource, name: string): SQLiteColumn {
  const column = hasColumn(source, name)
    ? (getTableColumns(source.table) as Record<string, SQLiteColumn>)[name]
    : undefined;
  if (!column)
    throw new DomainError('input_refused', { where: `${source.description.entity}.${name}`, why: 'unknown' });
  return column;
}
