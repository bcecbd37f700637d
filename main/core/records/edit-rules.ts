import type { EntityRules, RecordValues } from '../changes/registry';
import { DomainError } from '../contract/errors';
import { type FieldDescription, type FieldValue, holdsSeveral } from '../contract/fields';
import type { ListEdit } from '../contract/records/lists';
import { fold } from '../search/fold';

/** What one edit of many records makes of each. Pure. */

export type Planned =
  | { readonly outcome: 'changed'; readonly before: FieldValue; readonly after: FieldValue }
  | { readonly outcome: 'same' }
  | { readonly outcome: 'refused'; readonly why: string };

/** The field of an edit. Throws input_refused when it cannot be edited so. */
export function fieldOfEdit(rules: EntityRules, edit: ListEdit): FieldDescription {
  const { description } = rules;
  const where = `${description.entity}.${edit.field}`;
  const field = description.fields.find((candidate) => candidate.name === edit.field);
  if (field === undefined) throw new DomainError('input_refused', { where, why: 'unknown' });
  const partly = edit.action === 'add' || edit.action === 'remove';
  if (partly && !holdsSeveral(field)) throw new DomainError('input_refused', { where, why: field.type });
  if (edit.action === 'clear' && field.required === true) {
    throw new DomainError('input_refused', { where, why: 'required' });
  }
  return field;
}

/** What an edit makes of a record with these values; `value` is the edit's, parsed. */
export function planOf(
  rules: EntityRules,
  field: FieldDescription,
  action: ListEdit['action'],
  value: FieldValue,
  values: RecordValues,
): Planned {
  const before = values[field.name] ?? null;
  const after =
    action === 'clear' ? null : action === 'set' ? value : partlyChanged(before, listOf(value), action);
  if (saysTheSame(before, after)) return { outcome: 'same' };
  const why = rules.refuses?.(values, { [field.name]: after }) ?? null;
  return why === null ? { outcome: 'changed', before, after } : { outcome: 'refused', why };
}

/** Adds values that are not there, or removes those that are; labels that differ by case or accents are the same. */
function partlyChanged(before: FieldValue, given: readonly string[], action: 'add' | 'remove'): FieldValue {
  const own = listOf(before);
  const has = (list: readonly string[], value: string) => list.some((one) => fold(one) === fold(value));
  const after =
    action === 'add'
      ? [...own, ...given.filter((value) => !has(own, value))]
      : own.filter((value) => !has(given, value));
  return after.length === 0 ? null : after;
}

function listOf(value: FieldValue): readonly string[] {
  return Array.isArray(value) ? value : typeof value === 'string' ? [value] : [];
}

function saysTheSame(one: FieldValue, other: FieldValue): boolean {
  const [a, b] = [one, other].map((value) => (Array.isArray(value) && value.length === 0 ? null : value));
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((code) => b.includes(code));
  return a === b;
}
