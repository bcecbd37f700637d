import { parseFieldValues } from '../changes/field-values';
import { type Gesture, writeInTurns } from '../changes/gesture';
import { readRecord, updateRecord } from '../changes/log';
import type { EntityRules } from '../changes/registry';
import { causeOfEdit } from '../changes/undo';
import type { FieldDescription, FieldValue } from '../contract/fields';
import type { Input, Output } from '../contract/operations';
import { refusalsListed } from '../contract/records/lists';
import { codesOfList } from '../programme/pack';
import { fold } from '../search/fold';
import { idsInScope, listSourceOf, readerOf } from '../search/scope';
import type { CallContext, OpenWorkspace } from '../session';
import { takingTurns } from '../turns';
import { fieldOfEdit, type Planned, planOf } from './edit-rules';
import { labelsInUse } from './labels';

type Preview = Output<'lists.previewEdit'>;
type Wanted = Input<'lists.edit'>;

/** How many different values the preview tells. */
const valuesTold = 6;

interface Plan {
  readonly rules: EntityRules;
  readonly field: FieldDescription;
  readonly value: FieldValue;
  /** The day from which a dated field has the value; null where it is not dated. */
  readonly since: string | null;
  readonly changed: readonly { readonly id: string; readonly after: FieldValue }[];
  readonly told: Preview;
}

/** What an edit would do, record by record; writes nothing. */
export async function previewEdit(context: CallContext, wanted: Wanted): Promise<Preview> {
  return (await planned(context, context.workspace(), wanted)).told;
}

/**
 * Changes one field of many records as one gesture that undo takes back whole. Throws cancelled, and then nothing has
 * changed.
 */
export async function editMany(context: CallContext, wanted: Wanted): Promise<Output<'lists.edit'>> {
  const workspace = context.workspaceOf('committee');
  const plan = await planned(context, workspace, wanted);
  const { before: _values, ...told } = plan.told;
  if (plan.changed.length === 0) return told;
  const breathe = takingTurns(context);
  await writeInTurns(
    context,
    workspace,
    async (gesture) => {
      for (const [index, { id, after }] of plan.changed.entries()) {
        editOne(gesture, wanted.list, plan, id, after);
        await breathe('edit', index + 1, plan.changed.length);
      }
    },
    causeOfEdit(wanted.list, plan.changed.length),
  );
  return told;
}

function editOne(gesture: Gesture, list: Wanted['list'], plan: Plan, id: string, after: FieldValue): void {
  const { rules, field, since } = plan;
  if (since !== null && rules.dated !== undefined) {
    rules.dated.begin(gesture, id, String(after), since);
    return;
  }
  const { values } = readRecord(gesture.workspace.database, rules, list, id);
  updateRecord(gesture, list, id, { [field.name]: after }, null);
  rules.settle?.(gesture, id, values);
}

async function planned(context: CallContext, workspace: OpenWorkspace, wanted: Wanted): Promise<Plan> {
  const { list, edit } = wanted;
  const rules = workspace.entities[list];
  const field = fieldOfEdit(rules, edit);
  const reader = readerOf(context);
  const source = listSourceOf(workspace, list);
  const value = writtenValue(workspace, wanted, field);
  const ids = idsInScope(reader, source, wanted.scope);
  const isDated = rules.dated?.field === field.name && edit.action === 'set';
  const since = isDated && edit.since !== null && edit.since !== reader.today ? edit.since : null;
  const breathe = takingTurns(context, context.settled);
  const changed: { id: string; after: FieldValue }[] = [];
  const refused: Preview['refused'] = [];
  const before = new Map<string, number>();
  let refusals = 0;
  for (const [index, id] of ids.entries()) {
    const { values, deletedAt } = readRecord(workspace.database, rules, list, id);
    const standing =
      since === null ? values : { ...values, [field.name]: standingOn(workspace, rules, id, since) };
    const plan: Planned =
      deletedAt === null
        ? planOf(rules, field, edit.action, value, standing)
        : { outcome: 'refused', why: 'in_trash' };
    if (plan.outcome === 'changed') {
      changed.push({ id, after: plan.after });
      const key = JSON.stringify(plan.before);
      before.set(key, (before.get(key) ?? 0) + 1);
    }
    if (plan.outcome === 'refused') {
      refusals += 1;
      const title = String(values[rules.description.title] ?? '');
      if (refused.length < refusalsListed) refused.push({ id, title, why: plan.why });
    }
    await breathe('preview', index + 1, ids.length);
  }
  return {
    rules,
    field,
    value,
    since,
    changed,
    told: { selected: ids.length, changed: changed.length, refusals, refused, before: mostFrequent(before) },
  };
}

function standingOn(workspace: OpenWorkspace, rules: EntityRules, id: string, day: string): FieldValue {
  return rules.dated?.standingOn(workspace, id, day) ?? null;
}

function mostFrequent(values: ReadonlyMap<string, number>): Preview['before'] {
  return [...values]
    .sort(([, one], [, other]) => other - one)
    .slice(0, valuesTold)
    .map(([key, count]) => ({ value: JSON.parse(key) as FieldValue, count }));
}

/** The edit's value as its field takes it; a label is written as it is written in the register already. */
function writtenValue(workspace: OpenWorkspace, { list, edit }: Wanted, field: FieldDescription): FieldValue {
  if (edit.action === 'clear') return null;
  const { description } = workspace.entities[list];
  const { [field.name]: value = null } = parseFieldValues(
    description,
    { [field.name]: edit.value },
    codesOfList,
  );
  if (field.type !== 'labels' || !Array.isArray(value)) return value;
  const known = new Map(labelsInUse(workspace, list).map(({ label }) => [fold(label), label]));
  return (value as readonly string[]).map((label) => known.get(fold(label)) ?? label);
}
