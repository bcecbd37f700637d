import { and, eq, isNull, sql } from 'drizzle-orm';
import {
  activityLines,
  affiliations,
  committees,
  narratives,
  needs,
  organisationLinks,
  organisations,
  persons,
  reportedRows,
  seats,
  statusPeriods,
} from '../../../db/schema';
import { announcedInReport } from '../attachments/service';
import { meantId } from '../changes/aliases';
import { erasedSensitivity } from '../changes/erasure';
import type { FieldDescription } from '../contract/fields';
import { purposesOf } from '../members/service';
import { reportedEntities, reportedFields } from '../packages/service';
import type { OpenWorkspace } from '../session';
import { tombstoneReason } from './rules';

/**
 * What leaves in a report: the one function that serialises records for others (PACKAGES.md §1.4, DESIGN.md §6).
 * Only fields of class `public` and `regional`; persons by name only with a valid consent, else as numbers.
 */

type Value = string | number | boolean | null | readonly string[];
export type SnapshotRow = Readonly<Record<string, Value>>;
export type Snapshot = Readonly<Record<string, readonly SnapshotRow[]>>;

type TableName = (typeof reportedEntities)[number]['table'];
interface OwnColumns {
  readonly id: string;
  readonly committee: string;
  readonly revision: number;
}

/** Tables whose rows belong to one quarter: they need no tombstones. */
const ofOneQuarter: ReadonlySet<string> = new Set(['activity_lines', 'narratives']);

/** The report of a quarter as it would be signed on this day. */
export function snapshotOf(workspace: OpenWorkspace, quarter: string, today: string): Snapshot {
  const { database } = workspace;
  const living = database.select().from(persons).where(ownLiving(workspace, persons)).all();
  const purposes = purposesOf(
    workspace,
    living.map((person) => person.id),
    today,
  );
  const named = living.filter(
    (person) => person.confidential !== true && (purposes.get(person.id)?.includes('region') ?? false),
  );
  const members = database.select().from(organisations).where(ownLiving(workspace, organisations)).all();
  const memberIds = new Set(members.map((row) => row.id));
  const namedIds = new Set(named.map((row) => row.id));
  const links = database
    .select()
    .from(affiliations)
    .where(ownLiving(workspace, affiliations))
    .all()
    .filter((link) => namedIds.has(link.person) && memberIds.has(link.organisation));
  const ofMembers = <T extends { readonly organisation: string }>(rows: readonly T[]) =>
    rows.filter((row) => memberIds.has(row.organisation));
  const observed = ofMembers(database.select().from(needs).where(ownLiving(workspace, needs)).all());
  const periods = database.select().from(statusPeriods).where(ownLiving(workspace, statusPeriods)).all();
  const ties = database
    .select()
    .from(organisationLinks)
    .where(ownLiving(workspace, organisationLinks))
    .all()
    .filter((link) => memberIds.has(link.other));
  const seated = database.select().from(seats).where(ownLiving(workspace, seats)).all();
  const committee = database.select().from(committees).where(ownLiving(workspace, committees)).all();
  const lines = database
    .select()
    .from(activityLines)
    .where(and(ownLiving(workspace, activityLines), eq(activityLines.quarter, quarter)))
    .all();
  const texts = database
    .select()
    .from(narratives)
    .where(and(ownLiving(workspace, narratives), eq(narratives.quarter, quarter)))
    .all();
  const tables = {
    organisations: rowsOf('organisations', members),
    persons: rowsOf('persons', named),
    affiliations: rowsOf('affiliations', links),
    needs: rowsOf('needs', observed),
    status_periods: rowsOf('status_periods', ofMembers(periods)),
    organisation_links: rowsOf('organisation_links', ofMembers(ties)),
    seats: rowsOf('seats', ofMembers(seated)),
    committees: rowsOf('committees', committee),
    activity_lines: rowsOf('activity_lines', lines),
    narratives: rowsOf('narratives', texts),
    person_counts: countsOf(
      workspace.code,
      living.filter((person) => !namedIds.has(person.id)),
    ),
  };
  const attachments = announcedInReport(workspace, { organisations: memberIds, persons: namedIds }, today);
  return { ...tables, tombstones: tombstonesOf(workspace, tables, quarter), attachments };
}

/** The ids of a snapshot that a later one must account for. */
export function accountableRows(snapshot: Snapshot): readonly { name: string; record: string }[] {
  return reportedEntities
    .filter(({ table }) => !ofOneQuarter.has(table))
    .flatMap(({ table }) => (snapshot[table] ?? []).map((row) => ({ name: table, record: String(row.id) })));
}

function ownLiving(
  workspace: OpenWorkspace,
  table:
    | typeof organisations
    | typeof persons
    | typeof affiliations
    | typeof needs
    | typeof statusPeriods
    | typeof organisationLinks
    | typeof seats
    | typeof committees
    | typeof activityLines
    | typeof narratives,
) {
  return and(eq(table.committee, workspace.code), isNull(table.deletedAt));
}

function rowsOf(
  table: TableName,
  rows: readonly (OwnColumns & Readonly<Record<string, unknown>>)[],
): SnapshotRow[] {
  const description = reportedEntities.find((entity) => entity.table === table)?.description;
  const fields = description ? reportedFields(description) : [];
  return rows.map((row) => {
    const leaving: Record<string, Value> = { id: row.id, committee: row.committee, revision: row.revision };
    for (const field of fields) leaving[field.name] = leavingValue(field, row[field.name]);
    return leaving;
  });
}

function leavingValue(field: FieldDescription, value: unknown): Value {
  if (value === undefined || value === null) return null;
  // Lists leave in one order, so that the same choice gives the same bytes.
  if (field.type === 'choices' && Array.isArray(value)) return [...new Set(value as string[])].sort();
  return value as Value;
}

function countsOf(
  committee: string,
  people: readonly { readonly sex: string | null; readonly ageBand: string | null }[],
): SnapshotRow[] {
  const counts = new Map<string, { sex: string; ageBand: string; persons: number }>();
  for (const person of people) {
    const [sex, ageBand] = [person.sex ?? 'undisclosed', person.ageBand ?? 'nr'];
    const count = counts.get(`${sex} ${ageBand}`) ?? { sex, ageBand, persons: 0 };
    counts.set(`${sex} ${ageBand}`, { ...count, persons: count.persons + 1 });
  }
  return [...counts.values()].map((count) => ({ committee, ...count }));
}

/** Why a row that left once leaves no more; an erasure is an order to those who hold it. */
function reasonOf(
  record: string,
  meant: string,
  stored: { readonly deletedAt: string | null; readonly sensitivity: string } | undefined,
): string {
  if (stored?.sensitivity === erasedSensitivity) return 'erased';
  return tombstoneReason(record, meant, stored?.deletedAt ?? null);
}

/** The trash and the sensitivity of the record behind a row that left once; undefined when nothing is left of it. */
function storedState(workspace: OpenWorkspace, tableName: string, record: string) {
  const reported = reportedEntities.find(({ table }) => table === tableName);
  if (!reported) throw new Error(`No table ${tableName} in a report`);
  return workspace.database
    .select({ deletedAt: sql<string | null>`deleted_at`, sensitivity: sql<string>`sensitivity` })
    .from(workspace.entities[reported.entity].table)
    .where(sql`id = ${record}`)
    .get();
}

/**
 * A row that left once and no longer does was deleted, merged into another (which is named), or its person no longer
 * agrees; each is said. The instant is
 * that of the trash, or the start of the quarter for a withdrawn consent, so that the same content gives the same bytes.
 */
function tombstonesOf(workspace: OpenWorkspace, tables: Snapshot, quarter: string): SnapshotRow[] {
  const leaving = new Set(accountableRows(tables).map((row) => `${row.name} ${row.record}`));
  const start = `${quarter.slice(0, 4)}-${String((Number(quarter.slice(6)) - 1) * 3 + 1).padStart(2, '0')}-01`;
  return workspace.database
    .select()
    .from(reportedRows)
    .all()
    .filter((row) => !leaving.has(`${row.name} ${row.record}`))
    .map(({ name, record }) => {
      const stored = storedState(workspace, name, record);
      const deletedAt = stored?.deletedAt ?? null;
      return {
        table: name,
        id: record,
        reason: reasonOf(record, meantId(workspace.database, record), stored),
        deletedAt: deletedAt ?? `${start}T00:00:00Z`,
      };
    });
}
