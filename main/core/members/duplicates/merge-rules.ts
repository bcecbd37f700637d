import type { RecordValues } from '../../changes/registry';
import { DomainError } from '../../contract/errors';
import type { EntityDescription, FieldDescription, FieldValue } from '../../contract/fields';
import { protectingAnswers, type Take } from '../../contract/members/duplicate-operations';
import { isFilled } from '../rules';

/** Pure rules of a merge: what the record kept says afterwards. */

/**
 * The values of the record kept. A field without a choice keeps its own value, or takes the other's when it is empty.
 * Throws input_refused for `both` where two values cannot stand together.
 */
export function mergedValues(
  description: EntityDescription,
  kept: RecordValues,
  other: RecordValues,
  takes: Readonly<Record<string, Take>>,
): RecordValues {
  return Object.fromEntries(
    description.fields.map((field) => {
      const [own, theirs] = [kept[field.name] ?? null, other[field.name] ?? null];
      const strict = protectingAnswers[field.name];
      if (strict !== undefined && (own === strict || theirs === strict)) return [field.name, strict];
      const take = takes[field.name] ?? (isFilled(own) ? 'kept' : 'other');
      return [field.name, keptValue(description.entity, field, own, theirs, take)];
    }),
  );
}

function keptValue(
  entity: string,
  field: FieldDescription,
  own: FieldValue,
  theirs: FieldValue,
  take: Take,
): FieldValue {
  if (take === 'kept') return own;
  if (take === 'other') return field.required && !isFilled(theirs) ? own : theirs;
  if (Array.isArray(own) || Array.isArray(theirs)) return [...new Set([...listOf(own), ...listOf(theirs)])];
  if (field.type === 'text') return [own, theirs].filter(isFilled).join('\n\n') || null;
  throw new DomainError('input_refused', { where: `${entity}.${field.name}`, why: 'both' });
}

function listOf(value: FieldValue): readonly string[] {
  return Array.isArray(value) ? value : [];
}

export interface DatedConsent {
  readonly id: string;
  readonly purpose: string;
  readonly givenOn: string;
  readonly withdrawnOn: string | null;
}

/**
 * Consents of one person noted on two sheets. What one sheet says was withdrawn is withdrawn, also when the other
 * sheet did not know: an agreement given before that day ends on it. One given afterwards stands. An agreement that
 * only one sheet knows is that person's, and stands. Gives the day of withdrawal of each consent that changes.
 */
export function withdrawalsAfterMerge(
  one: readonly DatedConsent[],
  other: readonly DatedConsent[],
): ReadonlyMap<string, string> {
  return new Map([...withdrawn(one, other), ...withdrawn(other, one)]);
}

function withdrawn(
  consents: readonly DatedConsent[],
  others: readonly DatedConsent[],
): readonly (readonly [string, string])[] {
  return consents.flatMap(({ id, purpose, givenOn, withdrawnOn }) => {
    const days = others
      .filter((consent) => consent.purpose === purpose && consent.withdrawnOn !== null)
      .map((consent) => consent.withdrawnOn ?? '')
      .filter((day) => day >= givenOn && (withdrawnOn === null || day < withdrawnOn))
      .sort();
    return days[0] === undefined ? [] : [[id, days[0]] as const];
  });
}
