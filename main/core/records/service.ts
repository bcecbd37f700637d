import { meantId } from '../changes/aliases';
import { parseFieldValues, requireFields } from '../changes/field-values';
import { type Gesture, write } from '../changes/gesture';
import { historyOf } from '../changes/history';
import { createRecord, readRecord, updateRecord } from '../changes/log';
import type { RecordValues } from '../changes/registry';
import { lastGesture, lastUndone, redoLastGesture, undoLastGesture } from '../changes/undo';
import { DomainError } from '../contract/errors';
import type { FieldValue } from '../contract/fields';
import type { EntityName, recordOperations } from '../contract/records/operations';
import { dropDraft } from '../drafts/service';
import type { Handlers } from '../handler';
import { codesOfList } from '../programme/pack';
import { refuseLockedRecord } from '../quarter/service';
import type { OpenWorkspace } from '../session';
import { moveOne } from './moving';
import { withSecondNumbers } from './second-values';

export { listHandlers } from './list-service';
export { viewEntities, viewHandlers } from './views';

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
    const parsed = parsedValues(workspace, entity, values, {});
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
    const rules = workspace.entities[entity];
    const { values: before } = readRecord(workspace.database, rules, entity, id);
    const parsed = parsedValues(workspace, entity, values, before);
    refuseLostReferences(workspace, entity, parsed);
    const changed = write(workspace, (gesture) => {
      const after = updateRecord(gesture, entity, id, parsed, revision);
      rules.settle?.(gesture, id, before);
      dropDraft(workspace.database, `${entity}:${id}`, Object.keys(parsed));
      return after;
    });
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
  'changes.redoable': (context) => lastUndone(context.workspace()),
  'changes.undo': async (context) => {
    const { entity, records, title } = await undoLastGesture(context, refuseLockedRecord);
    return { entity, records, title };
  },
  'changes.redo': async (context) => {
    const { entity, records, title } = await redoLastGesture(context, refuseLockedRecord);
    return { entity, records, title };
  },
};

function editable(workspace: OpenWorkspace, entity: EntityName): OpenWorkspace {
  if (!writable.has(entity)) throw new DomainError('input_refused', { where: entity, why: 'read_only' });
  return workspace;
}

function moveAll(
  gesture: Gesture,
  entity: EntityName,
  ids: readonly string[],
  to: 'trash' | 'register',
): number {
  return ids.filter((id) => moveOne(gesture, entity, id, to)).length;
}

/** Values as they are stored: checked, phones by the country of their record, references as they are meant now. */
function parsedValues(
  workspace: OpenWorkspace,
  entity: EntityName,
  values: Readonly<Record<string, FieldValue>>,
  before: RecordValues,
): RecordValues {
  const country = values.country ?? before.country;
  const home = typeof country === 'string' ? country : workspace.country;
  const { description } = workspace.entities[entity];
  const spread = withSecondNumbers(description, values, before);
  return withMeantReferences(workspace, entity, parseFieldValues(description, spread, codesOfList, home));
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
