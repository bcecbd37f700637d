import { sql } from 'drizzle-orm';
import { endAlias, meantId } from '../changes/aliases';
import { erasedSensitivity } from '../changes/erasure';
import { parseFieldValues, requireFields } from '../changes/field-values';
import { write } from '../changes/gesture';
import { historyOf } from '../changes/history';
import { createRecord, moveRecord, readRecord, updateRecord } from '../changes/log';
import { lastGesture, undoLastGesture } from '../changes/undo';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';
import type { EntityName, recordOperations } from '../contract/records/operations';
import type { Handlers } from '../handler';
import { codesOfList } from '../programme/pack';
import { refuseLockedRecord } from '../quarter/service';
import type { OpenWorkspace } from '../session';

/** Records of the register are written field by field through these; quarter lines have operations of their own. */
const writable: ReadonlySet<EntityName> = new Set([
  'organisations',
  'persons',
  'affiliations',
  'needs',
  'consents',
  'statusPeriods',
  'organisationLinks',
  'seats',
  'surveyCampaigns',
  'attachments',
]);

export const recordHandlers: Handlers<typeof recordOperations> = {
  'records.create': (context, { entity, values }) => {
    const workspace = editable(context.workspaceOf('committee'), entity);
    const { description } = workspace.entities[entity];
    const parsed = withMeantReferences(workspace, entity, parseFieldValues(description, values, codesOfList));
    requireFields(description, parsed);
    refuseLostReferences(workspace, entity, parsed);
    const id = context.environment.newId();
    write(workspace, (gesture) => {
      createRecord(gesture, entity, id, parsed);
      workspace.entities[entity].settle?.(gesture, id, null);
    });
    return { id, revision: 1 };
  },
  'records.update': (context, { entity, id, revision, values }) => {
    const workspace = editable(context.workspaceOf('committee'), entity);
    const { description } = workspace.entities[entity];
    const parsed = withMeantReferences(workspace, entity, parseFieldValues(description, values, codesOfList));
    refuseLostReferences(workspace, entity, parsed);
    const rules = workspace.entities[entity];
    const changed = write(workspace, (gesture) => {
      const { values: before } = readRecord(workspace.database, rules, entity, id);
      const after = updateRecord(gesture, entity, id, parsed, revision);
      rules.settle?.(gesture, id, before);
      return after;
    });
    if (changed === revision) workspace.gestures.pop();
    return { id, revision: changed };
  },
  'records.trash': (context, { entity, ids }) => {
    const workspace = editable(context.workspaceOf('committee'), entity);
    return { trashed: write(workspace, (gesture) => moveAll(gesture, entity, ids, 'trash')) };
  },
  'records.restore': (context, { entity, ids }) => {
    const workspace = editable(context.workspaceOf('committee'), entity);
    return { restored: write(workspace, (gesture) => moveAll(gesture, entity, ids, 'register')) };
  },
  'records.history': (context, wanted) => historyOf(context.workspace(), wanted),
  'changes.undoable': (context) => lastGesture(context.workspace()),
  'changes.undo': (context) => {
    const { entity, records, title } = undoLastGesture(context.workspaceOf('committee'), refuseLockedRecord);
    return { entity, records, title };
  },
};

function editable(workspace: OpenWorkspace, entity: EntityName): OpenWorkspace {
  if (!writable.has(entity)) throw new DomainError('input_refused', { where: entity, why: 'read_only' });
  return workspace;
}

function moveAll(
  gesture: Parameters<typeof moveRecord>[0],
  entity: EntityName,
  ids: readonly string[],
  to: 'trash' | 'register',
): number {
  const { workspace } = gesture;
  const rules = workspace.entities[entity];
  return ids.filter((id) => {
    refuseErased(workspace, entity, id);
    if (to === 'register') endAlias(gesture, id);
    const { values } = readRecord(workspace.database, rules, entity, id);
    const moved = moveRecord(gesture, entity, id, to) > 0;
    rules.settle?.(gesture, id, values);
    return moved;
  }).length;
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

/** A reference to a record that was merged into another means that other. */
function withMeantReferences(
  workspace: OpenWorkspace,
  entity: EntityName,
  values: Readonly<Record<string, FieldValue>>,
): Readonly<Record<string, FieldValue>> {
  const meant = workspace.entities[entity].description.fields.flatMap((field) => {
    const target = values[field.name];
    if (!field.of || typeof target !== 'string') return [];
    return [[field.name, meantId(workspace.database, target)] as const];
  });
  return { ...values, ...Object.fromEntries(meant) };
}

/** A reference must lead to a record that is there and not in the trash. */
function refuseLostReferences(
  workspace: OpenWorkspace,
  entity: EntityName,
  values: Readonly<Record<string, unknown>>,
): void {
  for (const field of workspace.entities[entity].description.fields) {
    const target = values[field.name];
    if (!field.of || typeof target !== 'string') continue;
    const found = workspace.database.$client
      .prepare(`SELECT 1 FROM ${field.of} WHERE id = ? AND deleted_at IS NULL`)
      .get(target);
    if (!found) throw new DomainError('record_missing', { entity: field.of, id: target });
  }
}
