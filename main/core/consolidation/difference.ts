import type { DifferenceRow } from '../contract/consolidation/operations';
import type { FieldValue } from '../contract/fields';
import { fold } from '../search/fold';
import type { NumberTable, RecordTable, ReportRow, Snapshot } from './tables';

/** The difference of two snapshots, table by table (PACKAGES.md §1.8 V15). Pure. */

export type Nature = DifferenceRow['nature'];
export const natures: readonly Nature[] = ['vanished', 'removed', 'changed', 'new', 'identical'];

/** How a record and a value are shown in a review. */
export interface Wording {
  /** Title and hint of a record. */
  name(table: string, row: ReportRow): { readonly title: string; readonly hint: string };
  /** A value as a person reads it: the name of a record in place of its id. Codes stay codes. */
  value(table: string, field: string, value: FieldValue): FieldValue;
}

/** Number of records of one table by nature. */
export type NatureCounts = { readonly table: string } & Readonly<Record<Nature, number>>;

/**
 * Every record of either snapshot once, the suspicious first: what vanished without notice, then table by table what
 * was removed, changed and added, and last what is identical.
 * @param buried `<table>:<id>` of the tombstones that came with `after`
 */
export function differenceOf(
  before: Snapshot,
  after: Snapshot,
  buried: ReadonlySet<string>,
  tables: readonly (RecordTable | NumberTable)[],
  wording: Wording,
): DifferenceRow[] {
  return tables
    .flatMap((table, place) => {
      const records = differenceOfTable(before, after, buried, table, wording);
      return records.map((row) => ({ row, block: blockOf(row.nature), place, key: fold(row.title) }));
    })
    .sort(
      (one, other) =>
        one.block - other.block ||
        one.place - other.place ||
        natures.indexOf(one.row.nature) - natures.indexOf(other.row.nature) ||
        compareText(one.key, other.key) ||
        compareText(one.row.record, other.row.record),
    )
    .map(({ row }) => row);
}

/** Records of each table by nature, in the order of the tables; tables without any record are left out. */
export function countNatures(
  rows: readonly DifferenceRow[],
  tables: readonly { readonly name: string }[],
): NatureCounts[] {
  const counts = new Map(
    tables.map(({ name }) => [name, { new: 0, changed: 0, removed: 0, vanished: 0, identical: 0 }]),
  );
  for (const row of rows) {
    const count = counts.get(row.table);
    if (count) count[row.nature] += 1;
  }
  return [...counts]
    .map(([table, count]) => ({ table, ...count }))
    .filter((count) => natures.some((nature) => count[nature] > 0));
}

const emptyTable: ReadonlyMap<string, ReportRow> = new Map();

function differenceOfTable(
  before: Snapshot,
  after: Snapshot,
  buried: ReadonlySet<string>,
  table: RecordTable | NumberTable,
  wording: Wording,
): DifferenceRow[] {
  const former = before[table.name] ?? emptyTable;
  const current = after[table.name] ?? emptyTable;
  const described = (record: string, row: ReportRow, nature: Nature, fields: DifferenceRow['fields']) => ({
    table: table.name,
    record,
    nature,
    ...wording.name(table.name, row),
    fields,
  });
  const present = [...current].map(([record, row]) => {
    const known = former.get(record);
    const fields = changedFields(table, known ?? null, row, wording);
    const nature = known === undefined ? 'new' : fields.length > 0 ? 'changed' : 'identical';
    return described(record, row, nature, fields);
  });
  const absent = [...former]
    .filter(([record]) => !current.has(record))
    .map(([record, row]) => described(record, row, natureOfAbsence(table, record, buried), []));
  return [...absent, ...present];
}

function natureOfAbsence(
  table: RecordTable | NumberTable,
  record: string,
  buried: ReadonlySet<string>,
): Nature {
  return table.holds === 'numbers' || buried.has(`${table.name}:${record}`) ? 'removed' : 'vanished';
}

/** The fields that differ; of a new record those that say something beyond its title and its quarter. */
function changedFields(
  table: RecordTable | NumberTable,
  before: ReportRow | null,
  after: ReportRow,
  wording: Wording,
): DifferenceRow['fields'] {
  const said = before === null && table.holds === 'records' ? [table.description.title, 'quarter'] : [];
  return table.fields
    .filter((field) => !said.includes(field) && !sameValue(before?.[field] ?? null, after[field] ?? null))
    .map((field) => ({
      field,
      before: wording.value(table.name, field, before?.[field] ?? null),
      after: wording.value(table.name, field, after[field] ?? null),
    }));
}

/** An empty list says nothing, like null. */
function sameValue(one: FieldValue, other: FieldValue): boolean {
  if (one === other) return true;
  const [left, right] = [asList(one), asList(other)];
  if (left === null || right === null) return false;
  return left.length === right.length && left.every((value, index) => value === right[index]);
}

function asList(value: FieldValue): readonly string[] | null {
  if (value === null) return [];
  return Array.isArray(value) ? value : null;
}

function blockOf(nature: Nature): number {
  if (nature === 'vanished') return 0;
  return nature === 'identical' ? 2 : 1;
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
