import { and, asc, eq, gte, isNull, lte, ne, sql } from 'drizzle-orm';
import type { WorkspaceDatabase } from '../../../db/open';
import { organisations, statusPeriods } from '../../../db/schema';
import { type Gesture, write } from '../changes/gesture';
import { createRecord, updateRecord } from '../changes/log';
import type { RecordValues } from '../changes/registry';
import { localDayOf, todayOf } from '../environment';
import type { OpenWorkspace } from '../session';
import { statusOn } from './rules';

/**
 * The status of an organisation and its history (issue "Members and cartography"): the sheet shows the status that has
 * begun last; an organisation without history has had its status since it was entered.
 */

/**
 * A status changed on the sheet begins today; the one before is kept from the day on which the sheet was entered.
 * A change on that very day corrects the entry and leaves no history.
 */
export function keepStatusHistory(gesture: Gesture, id: string, before: RecordValues | null): void {
  const { database } = gesture.workspace;
  const organisation = database.select().from(organisations).where(eq(organisations.id, id)).get();
  if (!organisation || before === null || before.status === organisation.status) return;
  const today = localDayOf(gesture.at);
  const periods = periodsOf(gesture, id);
  const entered = localDayOf(organisation.createdAt);
  if (periods.length === 0) {
    if (entered === today) return;
    begin(gesture, id, String(before.status), entered);
  }
  const ofToday = periods.findLast((period) => period.since === today);
  if (ofToday) updateRecord(gesture, 'statusPeriods', ofToday.id, { status: organisation.status }, null);
  else begin(gesture, id, organisation.status, today);
}

/** A period that was typed, corrected or removed decides the status which the sheet shows. */
export function takeStatusFromHistory(gesture: Gesture, id: string): void {
  const { database } = gesture.workspace;
  const period = database.select().from(statusPeriods).where(eq(statusPeriods.id, id)).get();
  if (!period) return;
  const organisation = database
    .select()
    .from(organisations)
    .where(eq(organisations.id, period.organisation))
    .get();
  const status = statusOn(periodsOf(gesture, period.organisation), localDayOf(gesture.at));
  if (!organisation || status === null || status === organisation.status) return;
  updateRecord(gesture, 'organisations', organisation.id, { status }, null);
}

/**
 * The status that an organisation has on a day: what its history says (null before its first line), or without history
 * the one on its sheet.
 */
export function statusStandingOn({ database }: OpenWorkspace, id: string, day: string): string | null {
  const periods = periodsIn(database, id);
  if (periods.length > 0) return statusOn(periods, day);
  const organisation = database.select().from(organisations).where(eq(organisations.id, id)).get();
  return organisation?.status ?? null;
}

/**
 * A status that was typed for a day to come is on the sheet from that day on. Done when a workspace is opened; nobody
 * typed it now, so that undo knows nothing of it. A database that lost its last writes is left as it is.
 */
export function beginDueStatuses(workspace: OpenWorkspace): void {
  if (workspace.ledger === 'behind' || workspace.role !== 'committee') return;
  const today = todayOf(workspace.environment);
  const due = workspace.database
    .select({ id: statusPeriods.id, organisation: organisations.id, shown: organisations.status })
    .from(statusPeriods)
    .innerJoin(organisations, eq(organisations.id, statusPeriods.organisation))
    .where(
      and(
        isNull(statusPeriods.deletedAt),
        // The + keeps SQLite from beginning with all organisations: few have a status to come.
        sql`+${organisations.deletedAt} IS NULL`,
        ne(statusPeriods.status, organisations.status),
        lte(statusPeriods.since, today),
        // Written before it began: what is written later settles the sheet at once. The day of UTC may be the next one.
        gte(statusPeriods.since, sql`substr(${statusPeriods.updatedAt}, 1, 10)`),
      ),
    )
    .all()
    .filter(({ organisation, shown }) => statusStandingOn(workspace, organisation, today) !== shown);
  if (due.length === 0) return;
  write(
    workspace,
    (gesture) => {
      for (const { id } of due) takeStatusFromHistory(gesture, id);
    },
    'lasting',
    'statuses_begun',
  );
}

/** A status that begins on a day, past or to come; the sheet shows the one that has begun last. */
export function beginStatus(gesture: Gesture, id: string, status: string, since: string): void {
  const { database } = gesture.workspace;
  const organisation = database.select().from(organisations).where(eq(organisations.id, id)).get();
  if (!organisation) return;
  const periods = periodsOf(gesture, id);
  const entered = localDayOf(organisation.createdAt);
  if (periods.length === 0 && entered < since) begin(gesture, id, organisation.status, entered);
  const ofDay = periods.findLast((period) => period.since === since);
  if (ofDay) updateRecord(gesture, 'statusPeriods', ofDay.id, { status }, null);
  takeStatusFromHistory(gesture, ofDay?.id ?? begin(gesture, id, status, since));
}

/** Notes a status in the history; gives the identifier of its period. */
function begin(gesture: Gesture, organisation: string, status: string, since: string): string {
  const id = gesture.workspace.environment.newId();
  createRecord(gesture, 'statusPeriods', id, { organisation, status, since });
  return id;
}

/** The history of one organisation, oldest first. */
function periodsOf(gesture: Gesture, organisation: string) {
  return periodsIn(gesture.workspace.database, organisation);
}

function periodsIn(database: WorkspaceDatabase, organisation: string) {
  return database
    .select()
    .from(statusPeriods)
    .where(and(eq(statusPeriods.organisation, organisation), isNull(statusPeriods.deletedAt)))
    .orderBy(asc(statusPeriods.since), asc(statusPeriods.id))
    .all();
}
