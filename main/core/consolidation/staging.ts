import { and, eq } from 'drizzle-orm';
import type { WorkspaceDatabase } from '../../../db/open';
import {
  activityLines,
  affiliations,
  narratives,
  needs,
  organisations,
  persons,
  snapshotRows,
  submissions,
} from '../../../db/schema';
import type { Gesture } from '../changes/gesture';
import { DomainError } from '../contract/errors';
import { type AuthenticPackage, type ReceivedPackage, reportTables } from '../packages/service';
import { isLater, newestOf } from './precedence';
import { acceptedReports } from './reports';

/** Staging of a verified report (PACKAGES.md §1.8 V15): its rows beside the region, until a person decides. */

/**
 * Stages a report inside the gesture's transaction and gives its id. It takes the place of a report of the same quarter
 * that still waits; when that one has the greater number (files opened in the wrong order), it is the arriving report
 * that is replaced at once. The rows of a replaced report are not kept (D04): the file is.
 * @throws DomainError P07 two lines for one activity, or two narratives
 */
export function receiveReport(gesture: Gesture, received: ReceivedPackage): string {
  const { workspace } = gesture;
  const { verdict } = received;
  const { colis } = verdict.manifest;
  const { period: quarter, from: committee } = colis;
  if (quarter === null) throw new DomainError('M01', { where: 'colis.period' });
  refuseDoubles(verdict.tables);
  const superseded = !replaceWaiting(gesture, { committee, quarter, ...colis });
  const id = workspace.environment.newId();
  workspace.database
    .insert(submissions)
    .values({
      id,
      committee,
      quarter,
      revision: colis.revision,
      reason: colis.reason,
      epoch: colis.epoch,
      sequence: colis.sequence,
      digest: verdict.digest,
      archive: received.sha256,
      bytes: received.bytes,
      rows: Object.values(verdict.tables).reduce((total, rows) => total + rows.length, 0),
      signerName: received.signer.name,
      signerSince: received.signer.since,
      notices: verdict.notices.map(({ code, params }) => ({ code, params: { ...params } })),
      state: superseded ? 'replaced' : 'to_review',
      comparedWith: newestOf(acceptedReports(workspace.database, committee))?.id ?? null,
      receivedAt: gesture.at,
    })
    .run();
  if (!superseded) {
    // Bytes first, rows second: a kill between them leaves orphans, never a row that names what is not there.
    for (const { role, content } of verdict.blobs) if (role === 'attachment') workspace.blobs.put(content);
    stageRows(gesture, id, verdict.tables);
  }
  return id;
}

const recordsOfTables = {
  organisations,
  persons,
  affiliations,
  needs,
  activity_lines: activityLines,
  narratives,
};

/**
 * Revisions of the rows accepted from a committee, by table and id: its register and the lines of all its quarters.
 * What accepting wrote is what is held.
 */
export function heldRevisions(
  database: WorkspaceDatabase,
  committee: string,
): Readonly<Record<string, Readonly<Record<string, number>>>> {
  return Object.fromEntries(
    Object.entries(recordsOfTables).map(([name, table]) => {
      const rows = database
        .select({ id: table.id, revision: table.revision })
        .from(table)
        .where(eq(table.committee, committee))
        .all();
      return [name, Object.fromEntries(rows.map((row) => [row.id, row.revision]))];
    }),
  );
}

/** Natural keys that the schema of a package cannot tell (PACKAGES.md §1.8 V13 knows ids only). */
function refuseDoubles(tables: AuthenticPackage['tables']): void {
  const activities = (tables.activity_lines ?? []).map((row) => row.activity);
  if (new Set(activities).size < activities.length) throw new DomainError('P07', { table: 'activity_lines' });
  if ((tables.narratives ?? []).length > 1) throw new DomainError('P07', { table: 'narratives' });
}

/** Gives way to, or takes the place of, the report of the quarter that waits. False when a later one waits already. */
function replaceWaiting(
  gesture: Gesture,
  arriving: {
    readonly committee: string;
    readonly quarter: string;
    readonly epoch: number;
    readonly sequence: number;
  },
): boolean {
  const { database } = gesture.workspace;
  const waiting = database
    .select()
    .from(submissions)
    .where(
      and(
        eq(submissions.committee, arriving.committee),
        eq(submissions.quarter, arriving.quarter),
        eq(submissions.state, 'to_review'),
      ),
    )
    .all();
  if (waiting.some((report) => isLater(report, arriving))) return false;
  for (const { id } of waiting) {
    database.update(submissions).set({ state: 'replaced' }).where(eq(submissions.id, id)).run();
    database.delete(snapshotRows).where(eq(snapshotRows.submission, id)).run();
  }
  return true;
}

/** One prepared statement for all rows: a report of ten thousand organisations must not stop the day's work. */
function stageRows(gesture: Gesture, submission: string, tables: AuthenticPackage['tables']): void {
  const insert = gesture.workspace.database.$client.prepare(
    'INSERT INTO snapshot_rows (submission, name, record, revision, content) VALUES (?, ?, ?, ?, ?)',
  );
  for (const schema of reportTables) {
    for (const row of tables[schema.name] ?? []) {
      const record = schema.primaryKey.map((part) => row[part]).join(':');
      const revision = schema.revision === undefined ? 0 : row[schema.revision];
      insert.run(submission, schema.name, record, revision, JSON.stringify(row));
    }
  }
}
