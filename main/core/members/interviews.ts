import { parseFieldValues, requireFields } from '../changes/field-values';
import { type Gesture, write } from '../changes/gesture';
import { createRecord } from '../changes/log';
import type { RecordValues } from '../changes/registry';
import { DomainError } from '../contract/errors';
import type { EntityDescription } from '../contract/fields';
import { affiliationFields, needFields, organisationFields, personFields } from '../contract/members/fields';
import type { interviewOperations } from '../contract/members/interview-operations';
import type { Input } from '../contract/operations';
import type { EntityName } from '../contract/records/operations';
import { todayOf } from '../environment';
import type { Handlers } from '../handler';
import { codesOfList } from '../programme/pack';
import type { OpenWorkspace } from '../session';
import { readSetting, storeSetting } from '../storage/stored-settings';

/** Typing back the paper of an interview: the draft survives a kill, the whole sheet enters as one gesture. */
export const interviewHandlers: Handlers<typeof interviewOperations> = {
  'interviews.draft': (context) => readSetting(context.workspaceOf('committee').database, 'interviewDraft'),
  'interviews.saveDraft': (context, { draft }) => {
    const workspace = context.workspaceOf('committee');
    write(workspace, () => storeSetting(workspace.database, 'interviewDraft', draft), 'lasting');
    return {};
  },
  'interviews.enter': (context, sheet) => ({ id: enter(context.workspaceOf('committee'), sheet) }),
};

type Sheet = Input<'interviews.enter'>;

/**
 * Writes a sheet whole, and puts the draft that follows in the place of what was typed.
 * @throws DomainError input_refused, and nothing is written
 */
function enter(workspace: OpenWorkspace, sheet: Sheet): string {
  const organisation = organisationOf(workspace, sheet);
  const day = organisation.surveyDate ?? null;
  const needs = sheet.needs.map((need) =>
    checked(workspace, needFields, { ...need, source: 'interview', assessedOn: day }, ['organisation']),
  );
  const person = sheet.contact === null ? null : checked(workspace, personFields, sheet.contact.person);
  const role = checked(workspace, affiliationFields, { role: sheet.contact?.role ?? null }, [
    'person',
    'organisation',
  ]);
  return write(workspace, (gesture) => {
    const id = created(gesture, 'organisations', organisation);
    created(gesture, 'statusPeriods', { organisation: id, status: 'surveyed', since: day });
    for (const need of needs) created(gesture, 'needs', { ...need, organisation: id });
    if (person !== null) {
      const contact = created(gesture, 'persons', person);
      created(gesture, 'affiliations', { ...role, person: contact, organisation: id, isMainContact: true });
    }
    storeSetting(workspace.database, 'interviewDraft', sheet.next);
    return id;
  });
}

/** The organisation as the interview leaves it: surveyed that day, and thereby verified with itself that day. */
function organisationOf(workspace: OpenWorkspace, sheet: Sheet): RecordValues {
  const values = checked(workspace, organisationFields, {
    ...sheet.organisation,
    country: workspace.country,
    status: 'surveyed',
    surveyMethod: 'interview',
  });
  const day = values.surveyDate ?? null;
  if (typeof day !== 'string') {
    throw new DomainError('input_refused', { where: 'organisations.surveyDate', why: 'required' });
  }
  if (day > todayOf(workspace.environment)) {
    throw new DomainError('input_refused', { where: 'organisations.surveyDate', why: 'day_to_come' });
  }
  return { ...values, verifiedOn: day };
}

/** Values checked against their descriptions; `later`: required fields that the gesture itself fills. */
function checked(
  workspace: OpenWorkspace,
  description: EntityDescription,
  values: Readonly<Record<string, unknown>>,
  later: readonly string[] = [],
): RecordValues {
  const parsed = parseFieldValues(description, values, codesOfList, workspace.country);
  const asked = description.fields.filter((field) => !later.includes(field.name));
  requireFields({ ...description, fields: asked }, parsed);
  return parsed;
}

function created(gesture: Gesture, entity: EntityName, values: RecordValues): string {
  const { workspace } = gesture;
  const id = workspace.environment.newId();
  createRecord(gesture, entity, id, values);
  workspace.entities[entity].settle?.(gesture, id, null);
  return id;
}
