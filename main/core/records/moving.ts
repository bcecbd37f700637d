import { sql } from 'drizzle-orm';
import { endAlias } from '../changes/aliases';
import { erasedSensitivity } from '../changes/erasure';
import type { Gesture } from '../changes/gesture';
import { moveRecord, readRecord } from '../changes/log';
import { DomainError } from '../contract/errors';
import type { EntityName } from '../contract/records/operations';
import type { OpenWorkspace } from '../session';

/** Puts a record in the trash or takes it out, with what follows from that. Throws record_missing. */
export function moveOne(gesture: Gesture, entity: EntityName, id: string, to: 'trash' | 'register'): boolean {
  const { workspace } = gesture;
  const rules = workspace.entities[entity];
  refuseErased(workspace, entity, id);
  if (to === 'register') endAlias(gesture, id);
  const { values } = readRecord(workspace.database, rules, entity, id);
  const moved = moveRecord(gesture, entity, id, to) > 0;
  rules.settle?.(gesture, id, values);
  return moved;
}

/** What was erased stays where it is: there is nothing to restore. Throws record_missing. */
function refuseErased(workspace: OpenWorkspace, entity: EntityName, id: string): void {
  const row = workspace.database
    .select({ sensitivity: sql<string>`sensitivity` })
    .from(workspace.entities[entity].table)
    .where(sql`id = ${id}`)
    .get();
  if (row?.sensitivity === erasedSensitivity) throw new DomainError('record_missing', { entity, id });
}
