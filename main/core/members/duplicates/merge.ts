import { and, isNull, sql } from 'drizzle-orm';
import { addAlias } from '../../changes/aliases';
import type { Gesture } from '../../changes/gesture';
import {
  moveRecord,
  readRecord,
  recordOfRow,
  type StoredRecord,
  sameValue,
  updateRecord,
} from '../../changes/log';
import type { RecordValues } from '../../changes/registry';
import { DomainError } from '../../contract/errors';
import type { FieldDescription } from '../../contract/fields';
import type { DuplicateKind, Take } from '../../contract/members/duplicate-operations';
import type { EntityName } from '../../contract/records/operations';
import type { OpenWorkspace } from '../../session';
import { mergedValues, withdrawalsAfterMerge } from './merge-rules';

export interface MergedPair {
  readonly kind: DuplicateKind;
  readonly kept: { readonly id: string; readonly revision: number };
  readonly other: { readonly id: string; readonly revision: number };
  readonly takes: Readonly<Record<string, Take>>;
}

/**
 * Makes one record of two, inside the gesture. Every record that names the other through a described reference moves,
 * so that an area added later needs nothing here. Each record is written once: a gesture raises a revision by one.
 * Throws record_missing when one is in the trash, record_changed when one is not as the page shows it.
 */
export function mergeRecords(gesture: Gesture, { kind, kept, other, takes }: MergedPair) {
  if (kept.id === other.id) throw new DomainError('record_missing', { entity: kind, id: other.id });
  const { workspace } = gesture;
  const { description } = workspace.entities[kind];
  const keptRecord = livingRecord(workspace, kind, kept);
  const otherRecord = livingRecord(workspace, kind, other);
  const values = mergedValues(description, keptRecord.values, otherRecord.values, takes);
  const revision = updateRecord(gesture, kind, kept.id, values, kept.revision);
  const moved = referencesTo(workspace, kind).reduce(
    (count, reference) => count + moveLinks(gesture, reference, kept.id, other.id),
    0,
  );
  moveRecord(gesture, kind, other.id, 'trash');
  addAlias(gesture, kind, other.id, kept.id);
  return { id: kept.id, revision, moved };
}

function livingRecord(
  workspace: OpenWorkspace,
  kind: DuplicateKind,
  wanted: MergedPair['kept'],
): StoredRecord {
  const stored = readRecord(workspace.database, workspace.entities[kind], kind, wanted.id);
  if (stored.deletedAt !== null) throw new DomainError('record_missing', { entity: kind, id: wanted.id });
  if (stored.revision !== wanted.revision) {
    throw new DomainError('record_changed', { entity: kind, id: wanted.id });
  }
  return stored;
}

interface Reference {
  readonly entity: EntityName;
  readonly fields: readonly FieldDescription[];
}

/** The entities whose records name records of this kind, with the fields that do. */
export function referencesTo(workspace: OpenWorkspace, kind: DuplicateKind): readonly Reference[] {
  return (Object.keys(workspace.entities) as EntityName[])
    .map((entity) => ({
      entity,
      fields: workspace.entities[entity].description.fields.filter((field) => field.of === kind),
    }))
    .filter(({ fields }) => fields.length > 0);
}

/** The records of an entity, not in the trash, that name a record through one of these fields. */
export function linksOf(
  workspace: OpenWorkspace,
  { entity, fields }: Reference,
  id: string,
): readonly StoredRecord[] {
  const rules = workspace.entities[entity];
  const named = sql.join(
    fields.map((field) => sql`${sql.identifier(columnOf(field.name))} = ${id}`),
    sql` OR `,
  );
  return workspace.database
    .select()
    .from(rules.table)
    .where(and(sql`(${named})`, isNull(sql`deleted_at`)))
    .orderBy(sql`id`)
    .all()
    .map((row) => recordOfRow(rules, row));
}

function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Moves the links of the other to the one kept; gives how many. A link that the one kept has already goes with the other. */
function moveLinks(gesture: Gesture, reference: Reference, kept: string, other: string): number {
  const { workspace } = gesture;
  const own = linksOf(workspace, reference, kept);
  const theirs = linksOf(workspace, reference, other);
  const adjusted = adjustments(reference, own, theirs);
  for (const { id } of own) {
    const change = adjusted.get(id);
    if (change !== undefined) updateRecord(gesture, reference.entity, id, change, null);
  }
  let moved = 0;
  for (const link of theirs) {
    const target = renamed(link.values, reference.fields, other, kept);
    const doubled =
      own.some((known) => sameLink(known.values, target)) || namesItself(target, reference.fields);
    if (doubled) {
      moveRecord(gesture, reference.entity, link.id, 'trash');
      continue;
    }
    updateRecord(gesture, reference.entity, link.id, { ...target, ...adjusted.get(link.id) }, null);
    moved += 1;
  }
  return moved;
}

function renamed(
  values: RecordValues,
  fields: readonly FieldDescription[],
  from: string,
  to: string,
): RecordValues {
  const changes = fields
    .filter((field) => values[field.name] === from)
    .map((field) => [field.name, to] as const);
  return withoutRepetition({ ...values, ...Object.fromEntries(changes) }, fields);
}

/** Who sits on a seat does not stand in for themselves: an optional reference that says the same again is emptied. */
function withoutRepetition(values: RecordValues, fields: readonly FieldDescription[]): RecordValues {
  const repeated = fields.filter(
    (field, place) =>
      !field.required &&
      values[field.name] !== null &&
      fields.slice(0, place).some((earlier) => values[earlier.name] === values[field.name]),
  );
  return { ...values, ...Object.fromEntries(repeated.map((field) => [field.name, null])) };
}

function sameLink(one: RecordValues, other: RecordValues): boolean {
  return Object.keys(other).every((name) => sameValue(one[name] ?? null, other[name] ?? null));
}

/** A link between two records that have become one means nothing. */
function namesItself(values: RecordValues, fields: readonly FieldDescription[]): boolean {
  const ids = fields.filter((field) => field.required).map((field) => values[field.name]);
  return ids.length > 1 && new Set(ids).size === 1;
}

/** What changes on links beside the record they name: one main contact stays, and no agreement outlives its withdrawal. */
function adjustments(
  { entity, fields }: Reference,
  own: readonly StoredRecord[],
  theirs: readonly StoredRecord[],
): ReadonlyMap<string, RecordValues> {
  if (entity === 'affiliations') {
    const moves = fields.some((field) => field.name === 'organisation');
    const mains = own.filter((link) => link.values.isMainContact === true);
    return new Map(
      theirs
        .filter(
          ({ values }) =>
            values.isMainContact === true &&
            mains.some((main) => moves || main.values.organisation === values.organisation),
        )
        .map((link) => [link.id, { isMainContact: false }]),
    );
  }
  if (entity === 'consents') {
    const withdrawals = withdrawalsAfterMerge(own.map(datedConsent), theirs.map(datedConsent));
    return new Map([...withdrawals].map(([id, withdrawnOn]) => [id, { withdrawnOn }]));
  }
  return new Map();
}

function datedConsent({ id, values }: StoredRecord) {
  const { purpose, givenOn, withdrawnOn } = values;
  return {
    id,
    purpose: String(purpose),
    givenOn: String(givenOn),
    withdrawnOn: typeof withdrawnOn === 'string' ? withdrawnOn : null,
  };
}
