import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { WorkspaceDatabase } from '../../../db/open';

/**
 * Statements that a gesture over thousands of records runs again and again: prepared once for each open database.
 * Building and preparing them anew costs ten times their work.
 */
export interface Statement {
  run(...values: unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get(...values: unknown[]): Readonly<Record<string, unknown>> | undefined;
  all(...values: unknown[]): Readonly<Record<string, unknown>>[];
}

const prepared = new WeakMap<object, Map<string, Statement>>();

/** The prepared statement of a text; only texts written in the code, never with a value in them. */
export function statement(database: WorkspaceDatabase, sql: string): Statement {
  const { $client } = database;
  let known = prepared.get($client);
  if (known === undefined) {
    known = new Map();
    prepared.set($client, known);
  }
  const before = known.get(sql);
  if (before !== undefined) return before;
  const fresh = $client.prepare(sql) as unknown as Statement;
  known.set(sql, fresh);
  return fresh;
}

const columnsByTable = new WeakMap<SQLiteTable, readonly (readonly [string, SQLiteColumn])[]>();

/** The columns of a table by the names the code uses. */
export function columnsOf(table: SQLiteTable): readonly (readonly [string, SQLiteColumn])[] {
  const known = columnsByTable.get(table);
  if (known !== undefined) return known;
  const columns = Object.entries(getTableColumns(table) as Record<string, SQLiteColumn>);
  columnsByTable.set(table, columns);
  return columns;
}

/** One row by its identifier, its values as the code knows them; undefined when there is none. */
export function rowById(
  database: WorkspaceDatabase,
  table: SQLiteTable,
  id: string,
): Readonly<Record<string, unknown>> | undefined {
  const raw = statement(database, `SELECT * FROM ${getTableName(table)} WHERE id = ?`).get(id);
  if (raw === undefined) return undefined;
  return Object.fromEntries(
    columnsOf(table).map(([name, column]) => {
      const value = raw[column.name] ?? null;
      return [name, value === null ? null : column.mapFromDriverValue(value)];
    }),
  );
}

/** A value as the database stores it. */
export function driverValue(column: SQLiteColumn, value: unknown): unknown {
  return value === null || value === undefined ? null : column.mapToDriverValue(value);
}
