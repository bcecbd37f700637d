import { type EntityDescription, type FieldDescription, leavesCommittee } from '../../contract/fields';
import {
  affiliationFields,
  committeeFields,
  needFields,
  organisationFields,
  organisationLinkFields,
  personFields,
  seatFields,
  statusPeriodFields,
} from '../../contract/members/fields';
import { activityLineFields, narrativeFields } from '../../contract/quarter/fields';
import type { EntityName } from '../../contract/records/operations';
import { attachmentsTable, tombstonesTable } from '../format/kind-tables';
import type { TableField, TableSchema } from '../format/table-schema';

/**
 * Tables of a report, version 1, made from the field descriptions: only `public` and `regional` fields leave
 * (PACKAGES.md §1.4). A test pins their form: once released, a change is a new version.
 */

/** Entities that travel, and the table each becomes. */
export const reportedEntities = [
  { entity: 'organisations', table: 'organisations', description: organisationFields },
  { entity: 'persons', table: 'persons', description: personFields },
  { entity: 'affiliations', table: 'affiliations', description: affiliationFields },
  { entity: 'needs', table: 'needs', description: needFields },
  { entity: 'statusPeriods', table: 'status_periods', description: statusPeriodFields },
  { entity: 'organisationLinks', table: 'organisation_links', description: organisationLinkFields },
  { entity: 'seats', table: 'seats', description: seatFields },
  { entity: 'committees', table: 'committees', description: committeeFields },
  { entity: 'activityLines', table: 'activity_lines', description: activityLineFields },
  { entity: 'narratives', table: 'narratives', description: narrativeFields },
] as const satisfies readonly { entity: EntityName; table: string; description: EntityDescription }[];

/** Persons who did not agree to be named: numbers only, never names (DESIGN.md §6). */
const personCountsTable: TableSchema = {
  name: 'person_counts',
  primaryKey: ['sex', 'ageBand'],
  owner: 'committee',
  fields: [
    { name: 'committee', type: 'party' },
    { name: 'sex', type: 'code' },
    { name: 'ageBand', type: 'code' },
    { name: 'persons', type: 'integer', min: 1 },
  ],
};

/** The fields of an entity that leave its committee. */
export function reportedFields(description: EntityDescription): readonly FieldDescription[] {
  return description.fields.filter((field) => leavesCommittee(field.sensitivity));
}

export const reportTables: readonly TableSchema[] = [
  ...reportedEntities.map(({ table, description }) => tableOf(table, description)),
  personCountsTable,
  tombstonesTable,
  attachmentsTable,
];

/** Version of the tables that this application writes. */
export const reportSchemaVersion = 1;

function tableOf(name: string, description: EntityDescription): TableSchema {
  const fields = reportedFields(description);
  const ofQuarter = fields.some((field) => field.name === 'quarter');
  return {
    name,
    primaryKey: ['id'],
    owner: 'committee',
    revision: 'revision',
    ...(ofQuarter ? { period: 'quarter' } : {}),
    fields: [
      { name: 'id', type: 'id' },
      { name: 'committee', type: 'party' },
      { name: 'revision', type: 'integer', min: 1 },
      ...fields.map(fieldOf),
    ],
  };
}

function fieldOf(field: FieldDescription): TableField {
  const { name } = field;
  const nullable = field.required ? {} : { nullable: true as const };
  switch (field.type) {
    case 'name':
    case 'arabic':
      return { name, type: 'name', ...nullable };
    case 'line':
      return name === 'quarter'
        ? { name, type: 'quarter', ...nullable }
        : { name, type: 'name', ...nullable };
    case 'url':
      return { name, type: 'name', max: 2_000, ...nullable };
    case 'text':
      return { name, type: 'text', ...nullable };
    case 'email':
    case 'phone':
      return { name, type: field.type, ...nullable };
    case 'day':
      return { name, type: 'date', ...nullable };
    case 'year':
      return { name, type: 'integer', min: 1_800, max: 2_200, ...nullable };
    case 'count':
      return { name, type: 'integer', min: field.min ?? 0, max: field.max ?? 1_000_000_000, ...nullable };
    case 'decimal':
      return { name, type: 'decimal', ...nullable };
    case 'choice':
      return { name, type: 'code', ...nullable };
    case 'choices':
      return { name, type: 'codes', ...nullable };
    case 'labels':
      throw new Error(`${name}: labels stay in their workspace`);
    case 'flag':
      return { name, type: 'boolean', ...nullable };
    case 'reference':
      return { name, type: 'id', references: field.of ?? '', ...nullable };
  }
}
