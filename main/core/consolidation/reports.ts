import { and, desc, eq, inArray } from 'drizzle-orm';
import type { WorkspaceDatabase } from '../../../db/open';
import { snapshotRows, submissions } from '../../../db/schema';
import { DomainError } from '../contract/errors';
import { comparedTables, type ReportRow, type Snapshot } from './tables';

/** Reading what was staged and accepted. */

export type StoredReport = typeof submissions.$inferSelect;

/** Every report received, newest arrival first. */
export function allReports(database: WorkspaceDatabase): readonly StoredReport[] {
  return database
    .select()
    .from(submissions)
    .orderBy(desc(submissions.receivedAt), desc(submissions.id))
    .all();
}

/** The accepted reports, of one committee or of all. */
export function acceptedReports(database: WorkspaceDatabase, committee?: string): readonly StoredReport[] {
  const accepted = eq(submissions.state, 'accepted');
  return database
    .select()
    .from(submissions)
    .where(committee === undefined ? accepted : and(accepted, eq(submissions.committee, committee)))
    .all();
}

/** Every report of one committee for one quarter. */
export function reportsOfQuarter(
  database: WorkspaceDatabase,
  committee: string,
  quarter: string,
): readonly StoredReport[] {
  return database
    .select()
    .from(submissions)
    .where(and(eq(submissions.committee, committee), eq(submissions.quarter, quarter)))
    .all();
}

/** One report. Throws record_missing. */
export function reportOf(database: WorkspaceDatabase, id: string): StoredReport {
  const report = database.select().from(submissions).where(eq(submissions.id, id)).get();
  if (!report) throw new DomainError('record_missing', { entity: 'submissions', id });
  return report;
}

/** Rows of some tables of a report as they were signed; nothing for a report that is null or was replaced. */
export function snapshotOf(
  database: WorkspaceDatabase,
  report: Pick<StoredReport, 'id'> | null,
  tables: readonly string[] = comparedTables.map((table) => table.name),
): Snapshot {
  const snapshot: Record<string, Map<string, ReportRow>> = Object.fromEntries(
    tables.map((table) => [table, new Map<string, ReportRow>()]),
  );
  if (report === null) return snapshot;
  for (const { name, record, content } of rowsOf(database, [report.id], tables)) {
    snapshot[name]?.set(record, content);
  }
  return snapshot;
}

/** Rows of one table of some reports, with the report that each comes from. */
export function rowsOfReports<T extends Pick<StoredReport, 'id'>>(
  database: WorkspaceDatabase,
  reports: readonly T[],
  table: string,
): readonly { readonly report: T; readonly row: ReportRow }[] {
  const byId = new Map(reports.map((report) => [report.id, report]));
  return rowsOf(database, [...byId.keys()], [table]).flatMap(({ submission, content }) => {
    const report = byId.get(submission);
    return report ? [{ report, row: content }] : [];
  });
}

/** `<table>:<id>` of the rows that a report says were deleted. */
export function tombstonesOf(
  database: WorkspaceDatabase,
  report: Pick<StoredReport, 'id'>,
): ReadonlySet<string> {
  return new Set(rowsOf(database, [report.id], ['tombstones']).map(({ record }) => record));
}

function rowsOf(database: WorkspaceDatabase, reports: readonly string[], tables: readonly string[]) {
  return (
    database
      .select({
        submission: snapshotRows.submission,
        name: snapshotRows.name,
        record: snapshotRows.record,
        content: snapshotRows.content,
      })
      .from(snapshotRows)
      .where(and(inArray(snapshotRows.submission, [...reports]), inArray(snapshotRows.name, [...tables])))
      .orderBy(snapshotRows.record)
      .all()
      // The verifier has checked every value against the schema of its table (V13).
      .map((row) => ({ ...row, content: row.content as ReportRow }))
  );
}
