import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Gesture } from '../changes/gesture';
import { indexRecord } from '../changes/index-text';
import type { EntityRules } from '../changes/registry';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';
import { snapshotOf } from './reports';
import type { Review } from './review';
import { type RecordTable, type ReportRow, recordTables } from './tables';

/** Acceptance: the committee's rows in the region become those of the report (DESIGN.md §5). */

/** When and by whom a row was written; a row that did not change keeps them. */
interface Stamp {
  readonly createdAt: string;
  readonly createdBy: string;
  readonly updatedAt: string;
  readonly updatedBy: string;
}

/**
 * Replaces, inside the gesture's transaction, the rows of the parts that the report replaces (`precedence.ts`), with
 * their own ids and revisions. Derived columns and search index follow; the change log gets one entry for the package,
 * not one a row (DESIGN.md §4): that is the caller's.
 * @throws DomainError P09 when a row has the id of a record of another committee
 */
export function replaceRows(gesture: Gesture, review: Review): void {
  const { report, comparison } = review;
  const tables = recordTables.filter((table) => comparison.replaces.has(table.part));
  const rows = snapshotOf(
    gesture.workspace.database,
    report,
    tables.map((table) => table.name),
  );
  const identical = new Map(tables.map((table) => [table.name, new Set<string>()]));
  for (const row of review.rows) {
    if (row.nature === 'identical') identical.get(row.table)?.add(row.record);
  }
  const replacements = tables.map((table) => ({
    table,
    rows: rows[table.name] ?? new Map<string, ReportRow>(),
    stamps: stampsOf(gesture, table, review),
    identical: identical.get(table.name) ?? new Set<string>(),
  }));
  for (const { table } of [...replacements].reverse()) deleteRows(gesture, table, review);
  for (const replacement of replacements) insertRows(gesture, review, replacement);
}

interface Replacement {
  readonly table: RecordTable;
  readonly rows: ReadonlyMap<string, ReportRow>;
  readonly stamps: ReadonlyMap<string, Stamp>;
  readonly identical: ReadonlySet<string>;
}

function rulesOf(gesture: Gesture, table: RecordTable): EntityRules {
  return gesture.workspace.entities[table.entity];
}

/** The rows that give way: the committee's register, or its lines of the quarter. */
function replacedRows(table: RecordTable, { report }: Review): SQL {
  const own = sql`committee = ${report.committee}`;
  return table.part === 'quarter' ? sql`${own} AND quarter = ${report.quarter}` : own;
}

function stampsOf(gesture: Gesture, table: RecordTable, review: Review): ReadonlyMap<string, Stamp> {
  const rows = gesture.workspace.database
    .select({
      id: sql<string>`id`,
      createdAt: sql<string>`created_at`,
      createdBy: sql<string>`created_by`,
      updatedAt: sql<string>`updated_at`,
      updatedBy: sql<string>`updated_by`,
    })
    .from(rulesOf(gesture, table).table)
    .where(replacedRows(table, review))
    .all();
  return new Map(rows.map(({ id, ...stamp }) => [id, stamp]));
}

function deleteRows(gesture: Gesture, table: RecordTable, review: Review): void {
  gesture.workspace.database.delete(rulesOf(gesture, table).table).where(replacedRows(table, review)).run();
}

function insertRows(gesture: Gesture, review: Review, replacement: Replacement): void {
  const { table, rows, stamps, identical } = replacement;
  const { workspace } = gesture;
  const rules = rulesOf(gesture, table);
  refuseForeignRows(gesture, rules.table, table.name, review);
  const insert = insertInto(gesture, rules.table);
  for (const [id, row] of rows) {
    const values = valuesOf(rules, row);
    const known = stamps.get(id);
    const unchanged = identical.has(id) && known !== undefined;
    insert({
      ...values,
      ...rules.derive(values, 'received'),
      id,
      committee: review.report.committee,
      revision: Number(row.revision),
      createdAt: known?.createdAt ?? gesture.at,
      createdBy: known?.createdBy ?? gesture.author,
      updatedAt: unchanged ? known.updatedAt : gesture.at,
      updatedBy: unchanged ? known.updatedBy : gesture.author,
      deletedAt: null,
    });
    if (!unchanged) indexRecord(workspace, table.entity, id, rules.searchText(values));
  }
  for (const id of stamps.keys()) {
    if (!rows.has(id)) indexRecord(workspace, table.entity, id, null);
  }
}

/** Every described field; those that do not leave their committee are empty here. */
function valuesOf(rules: EntityRules, row: ReportRow): Readonly<Record<string, FieldValue>> {
  return Object.fromEntries(rules.description.fields.map((field) => [field.name, row[field.name] ?? null]));
}

/** The verifier knows what was accepted; two reports that wait together may still claim one id. */
function refuseForeignRows(gesture: Gesture, table: SQLiteTable, name: string, { report }: Review): void {
  const foreign = gesture.workspace.database.$client
    .prepare(
      `SELECT s.record AS record FROM snapshot_rows s JOIN ${getTableName(table)} r ON r.id = s.record
       WHERE s.submission = ? AND s.name = ? LIMIT 1`,
    )
    .get(report.id, name) as { record: string } | undefined;
  if (foreign) throw new DomainError('P09', { table: name, row: foreign.record });
}

/** One prepared statement for all rows of a table; columns that are not given take their default. */
function insertInto(
  gesture: Gesture,
  table: SQLiteTable,
): (values: Readonly<Record<string, unknown>>) => void {
  const columns: [string, SQLiteColumn][] = Object.entries(getTableColumns(table));
  const names = columns.map(([, column]) => column.name).join(', ');
  const places = columns.map(() => '?').join(', ');
  const statement = gesture.workspace.database.$client.prepare(
    `INSERT INTO ${getTableName(table)} (${names}) VALUES (${places})`,
  );
  return (values) => {
    statement.run(
      columns.map(([name, column]) => {
        const value = values[name] ?? column.default ?? null;
        return value === null ? null : column.mapToDriverValue(value);
      }),
    );
  };
}
