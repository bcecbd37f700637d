import type { EntityDescription, FieldDescription, FieldValue } from '../contract/fields';
import type { EntityName } from '../contract/records/operations';
import { reportedEntities, reportedFields } from '../packages/service';
import type { ReportPart } from './precedence';

/** The tables of a report as the coordination compares and replaces them. */

export type ReportRow = Readonly<Record<string, FieldValue>>;

/** Rows by table and record; a record is the id of a row, or the parts of its natural key joined with `:`. */
export type Snapshot = Readonly<Record<string, ReadonlyMap<string, ReportRow>>>;

interface ComparedTable {
  readonly name: string;
  /** Names of the fields in the order of the sheet; owner, id and revision are not compared. */
  readonly fields: readonly string[];
}

/** A table of records: it follows the rule of its part, and a row of it disappears by a tombstone only. */
export interface RecordTable extends ComparedTable {
  readonly holds: 'records';
  readonly part: ReportPart;
  readonly entity: EntityName;
  readonly description: EntityDescription;
}

/** A table of numbers computed by the committee: a group that is not there any more counts zero. */
export interface NumberTable extends ComparedTable {
  readonly holds: 'numbers';
  readonly part: ReportPart;
}

export const recordTables: readonly RecordTable[] = reportedEntities.map(({ entity, table, description }) => {
  const fields: readonly FieldDescription[] = reportedFields(description);
  return {
    holds: 'records',
    name: table,
    part: fields.some((field) => field.name === 'quarter') ? 'quarter' : 'register',
    entity,
    description,
    fields: fields.map((field) => field.name),
  };
});

/** Persons who are not named, by sex and age band (DESIGN.md §6). */
export const personCounts: NumberTable = {
  holds: 'numbers',
  name: 'person_counts',
  part: 'register',
  fields: ['persons'],
};

/** In the order in which a review shows them. */
export const comparedTables: readonly (RecordTable | NumberTable)[] = [...recordTables, personCounts];

export function tableNamed(name: string): RecordTable | NumberTable | null {
  return comparedTables.find((table) => table.name === name) ?? null;
}
