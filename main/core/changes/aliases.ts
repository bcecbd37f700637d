import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { WorkspaceDatabase } from '../../../db/open';
import { aliases } from '../../../db/schema';
import type { EntityName } from '../contract/records/operations';
import type { Gesture } from './gesture';
import { createRecord, moveRecord } from './log';

/**
 * Identifiers that a merge gave up. Whatever still names one (a remark of a slip, a link of another laptop, a
 * spreadsheet) means the record that was kept.
 */

/** The record that an identifier means now: itself, or the one it was merged into, through several merges. */
export function meantId(database: WorkspaceDatabase, id: string): string {
  const followed = new Set([id]);
  let meant = id;
  for (;;) {
    const next = aliasOf(database, meant)?.keptId;
    if (next === undefined || followed.has(next)) return meant;
    followed.add(next);
    meant = next;
  }
}

/** The identifiers that mean this record now without being it: what was merged into it, through several merges. */
export function formerIdsOf(database: WorkspaceDatabase, id: string): readonly string[] {
  const found: string[] = [];
  for (let next: readonly string[] = [id]; next.length > 0; ) {
    const merged = database
      .select({ formerId: aliases.formerId })
      .from(aliases)
      .where(and(inArray(aliases.keptId, [...next]), isNull(aliases.deletedAt)))
      .all()
      .map(({ formerId }) => formerId);
    next = merged.filter((formerId) => formerId !== id && !found.includes(formerId));
    found.push(...next);
  }
  return found;
}

/** Notes that an identifier means another record from now on. */
export function addAlias(gesture: Gesture, kind: EntityName, formerId: string, keptId: string): void {
  createRecord(gesture, 'aliases', gesture.workspace.environment.newId(), { kind, formerId, keptId });
}

/** A record that comes back from the trash is its own again. */
export function endAlias(gesture: Gesture, formerId: string): void {
  const alias = aliasOf(gesture.workspace.database, formerId);
  if (alias !== undefined) moveRecord(gesture, 'aliases', alias.id, 'trash');
}

function aliasOf(database: WorkspaceDatabase, formerId: string) {
  return database
    .select({ id: aliases.id, keptId: aliases.keptId })
    .from(aliases)
    .where(and(eq(aliases.formerId, formerId), isNull(aliases.deletedAt)))
    .get();
}
