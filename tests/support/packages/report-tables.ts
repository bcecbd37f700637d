import {
  attachmentsTable,
  fixedSchemas,
  type SchemaCatalogue,
  tombstonesTable,
} from '../../../main/core/packages/format/kind-tables';
import type { Row, TableSchema } from '../../../main/core/packages/format/table-schema';

/** A small report that uses every type of field; the application's own tables stand in `packages/tables`. */

export const organisationsTable: TableSchema = {
  name: 'organisations',
  primaryKey: ['id'],
  owner: 'committee',
  revision: 'revision',
  fields: [
    { name: 'id', type: 'id' },
    { name: 'committee', type: 'party' },
    { name: 'revision', type: 'integer', min: 1 },
    { name: 'name', type: 'name' },
    { name: 'mission', type: 'text', nullable: true },
    { name: 'type', type: 'enum', values: ['association', 'union', 'network'] },
    { name: 'region', type: 'code', nullable: true },
    { name: 'themes', type: 'codes', values: ['return', 'rights', 'children'] },
    { name: 'members', type: 'integer', min: 0, max: 1_000_000, nullable: true },
    { name: 'budget', type: 'decimal', nullable: true },
    { name: 'foundedOn', type: 'date', nullable: true },
    { name: 'updatedAt', type: 'instant' },
    { name: 'email', type: 'email', nullable: true },
    { name: 'phone', type: 'phone', nullable: true },
    { name: 'published', type: 'boolean' },
  ],
};

export const linesTable: TableSchema = {
  name: 'quarter_lines',
  primaryKey: ['id'],
  owner: 'committee',
  revision: 'revision',
  period: 'quarter',
  fields: [
    { name: 'id', type: 'id' },
    { name: 'committee', type: 'party' },
    { name: 'revision', type: 'integer', min: 1 },
    { name: 'quarter', type: 'quarter' },
    { name: 'activity', type: 'code' },
    { name: 'organisation', type: 'id', references: 'organisations', nullable: true },
    { name: 'quantity', type: 'integer', min: 0, max: 1_000_000_000 },
  ],
};

export const reportTables = [organisationsTable, linesTable, tombstonesTable, attachmentsTable] as const;

export const catalogue: SchemaCatalogue = { ...fixedSchemas, report: { 1: reportTables } };

/** Identifier of the n-th record of a committee: a UUID of fixed form. */
export function idOf(n: number): string {
  return `01990000-0000-7000-8000-${String(n).padStart(12, '0')}`;
}

/** The n-th organisation of a committee; `change` replaces some of its fields. */
export function organisation(n: number, committee: string, change: Row = {}): Row {
  return {
    id: idOf(n),
    committee,
    revision: 2,
    name: `Association des femmes migrantes n° ${n}`,
    mission: 'Accueil, écoute\net orientation.',
    type: 'association',
    region: 'CI-AB',
    themes: ['return', 'rights'],
    members: 40 + n,
    budget: '1250.50',
    foundedOn: '2009-02-28',
    updatedAt: '2026-09-30T10:00:00.000Z',
    email: `contact${n}@example.org`,
    phone: '+225 07 00 00 00',
    published: true,
    ...change,
  };
}

/** The n-th line of the quarter of a committee. */
export function quarterLine(n: number, committee: string, change: Row = {}): Row {
  return {
    id: idOf(500 + n),
    committee,
    revision: 1,
    quarter: '2026-Q3',
    activity: `A.${n}`,
    organisation: idOf(1),
    quantity: n,
    ...change,
  };
}
