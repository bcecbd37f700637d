import { and, asc, eq, isNull } from 'drizzle-orm';
import { organisations, statusPeriods } from '../../../db/schema';
import type { Gesture } from '../changes/gesture';
import { createRecord, updateRecord } from '../changes/log';
import type { RecordValues } from '../changes/registry';
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
  const today = gesture.at.slice(0, 10);
  const periods = periodsOf(gesture, id);
  const entered = organisation.createdAt.slice(0, 10);
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
  const status = statusOn(periodsOf(gesture, period.organisation), gesture.at.slice(0, 10));
  if (!organisation || status === null || status === organisation.status) return;
  updateRecord(gesture, 'organisations', organisation.id, { status }, null);
}

function begin(gesture: Gesture, organisation: string, status: string, since: string): void {
  const id = gesture.workspace.environment.newId();
  createRecord(gesture, 'statusPeriods', id, { organisation, status, since });
}

/** The history of one organisation, oldest first. */
function periodsOf(gesture: Gesture, organisation: string) {
  return gesture.workspace.database
    .select()
    .from(statusPeriods)
    .where(and(eq(statusPeriods.organisation, organisation), isNull(statusPeriods.deletedAt)))
    .orderBy(asc(statusPeriods.since), asc(statusPeriods.id))
    .all();
}
