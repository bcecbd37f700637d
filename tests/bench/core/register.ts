import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { openWorkspaceDatabase, type WorkspaceDatabase } from '../../../db/open';
import type { FieldValue } from '../../../main/core/contract/fields';
import { parseQuarter } from '../../../main/core/contract/programme/quarter';
import { idOfNaturalKey } from '../../../main/core/environment';
import { memberEntities } from '../../../main/core/members/entities';
import { referencePack } from '../../../main/core/programme/pack';
import { filesOf } from '../../../main/core/workspace/folder';
import { keyFor } from '../../../main/core/workspace/opening';
import { demoCountries, generateCommitteeDemo } from '../../../resources/demo/committee';
import type { DemoOrganisation } from '../../../resources/demo/records';
import { type Laptop, passphrase } from '../../support/laptop';

/** Large registers, filled beside the application: what is measured is reading them, not typing them. */

export type Record = Readonly<globalThis.Record<string, unknown>>;

/** The workspace database of a laptop whose core is closed. */
export function openBeside(laptop: Laptop): WorkspaceDatabase {
  const folder = laptop.workspaceFolder;
  const key = keyFor(folder, passphrase, 'passphrase');
  if (key === null) throw new Error('The passphrase of the laptop does not open it');
  return openWorkspaceDatabase({
    file: filesOf(folder).database,
    key,
    migrationsFolder: laptop.settings.migrationsFolder,
  });
}

/** Organisations as they stand in the database, made from those of the demonstration; no two have the same name. */
export function organisations(committee: string, count: number): Record[] {
  const models = demoCountries.flatMap((country) => demoOf(country).organisations);
  return Array.from({ length: count }, (_, n) => {
    const model = models[n % models.length] as DemoOrganisation;
    const name = `${model.name} ${String(Math.floor(n / models.length) + 1)}`;
    const values = { ...model, name } as unknown as globalThis.Record<string, FieldValue>;
    return {
      ...values,
      ...memberEntities.organisations.derive(values),
      ...stampOf(committee, idOfNaturalKey('bench organisation', committee, String(n))),
    };
  });
}

/** One need for each organisation. */
export function needsOf(committee: string, owners: readonly Record[]): Record[] {
  const { needs } = demoOf(committee);
  return owners.map((owner, n) => {
    const { organisationIndex: _model, ...values } = needs[n % needs.length] ?? { organisationIndex: 0 };
    const id = idOfNaturalKey('bench need', committee, String(n));
    return { ...values, ...stampOf(committee, id), organisation: owner.id };
  });
}

/** Fills a register: rows and search index in one transaction. */
export function fill(
  database: WorkspaceDatabase,
  members: readonly Record[],
  needs: readonly Record[],
): void {
  const { $client } = database;
  const row = $client.prepare('INSERT INTO search_rows (entity, record) VALUES (?, ?)');
  const text = $client.prepare('INSERT INTO search_index (rowid, body) VALUES (?, ?)');
  $client.transaction(() => {
    insertAll(database, memberEntities.organisations.table, members);
    insertAll(database, memberEntities.needs.table, needs);
    for (const member of members) {
      const values = member as globalThis.Record<string, FieldValue>;
      const { lastInsertRowid } = row.run('organisations', member.id);
      text.run(lastInsertRowid, memberEntities.organisations.searchText(values));
    }
  })();
}

/** The raw prepared insert of rows into their table. */
export function insertAll(database: WorkspaceDatabase, table: SQLiteTable, rows: readonly Record[]): void {
  const run = preparedInsert(database, table);
  for (const values of rows.map(boundTo(table))) run(values);
}

export function preparedInsert(database: WorkspaceDatabase, table: SQLiteTable) {
  const columns = columnsOf(table);
  const names = columns.map(([, column]) => column.name).join(', ');
  const places = columns.map(() => '?').join(', ');
  const statement = database.$client.prepare(
    `INSERT INTO ${getTableName(table)} (${names}) VALUES (${places})`,
  );
  return (values: readonly unknown[]) => statement.run(values);
}

/** A row as the statement takes it. */
export function boundTo(table: SQLiteTable): (row: Record) => readonly unknown[] {
  const columns = columnsOf(table);
  return (row) =>
    columns.map(([name, column]) => {
      const value = row[name] ?? column.default ?? null;
      return value === null ? null : column.mapToDriverValue(value);
    });
}

function columnsOf(table: SQLiteTable): readonly [string, SQLiteColumn][] {
  return Object.entries(getTableColumns(table));
}

function stampOf(committee: string, id: string): Record {
  const at = '2026-07-01T08:00:00.000Z';
  const by = 'bench';
  return { id, committee, revision: 1, createdAt: at, createdBy: by, updatedAt: at, updatedBy: by };
}

function demoOf(country: string) {
  return generateCommitteeDemo({
    pack: referencePack,
    country,
    seed: 1,
    quarter: parseQuarter('2026-Q2'),
    today: '2026-07-01',
  });
}
