import {
  type EntityDescription,
  type FieldDescription,
  type FieldValue,
  holdsSeveral,
} from '../../../../main/core/contract/fields';
import {
  type ComparedPair,
  type DuplicateKind,
  protectingAnswers,
  type Take,
} from '../../../../main/core/contract/members/duplicate-operations';
import { organisationFields, personFields } from '../../../../main/core/contract/members/fields';
import { isEmpty } from '../../../components/fields/field-text';

/** The fields of two records as a person must see them before one is made of both. */
export interface FieldsOfPair {
  /** Both are filled, and differ: to be chosen. */
  readonly differing: readonly FieldDescription[];
  /** Filled on one side only: taken without a choice. */
  readonly completed: readonly FieldDescription[];
  /** Both are filled, differ, and the answer that protects more stays. */
  readonly guarded: readonly FieldDescription[];
  /** Number of fields that are filled the same on both sides. */
  readonly identical: number;
}

export function descriptionOf(kind: DuplicateKind): EntityDescription {
  return kind === 'organisations' ? organisationFields : personFields;
}

type Values = ComparedPair['records'][number]['values'];

export function fieldsOfPair(description: EntityDescription, one: Values, other: Values): FieldsOfPair {
  const filled = description.fields.filter(
    (field) => !isEmpty(one[field.name]) || !isEmpty(other[field.name]),
  );
  const completed = filled.filter((field) => isEmpty(one[field.name]) !== isEmpty(other[field.name]));
  const both = filled.filter((field) => !completed.includes(field));
  const unlike = both.filter((field) => !same(one[field.name], other[field.name]));
  const guarded = unlike.filter((field) => field.name in protectingAnswers);
  const differing = unlike.filter((field) => !guarded.includes(field));
  return { differing, completed, guarded, identical: both.length - unlike.length };
}

function same(one: FieldValue | undefined, other: FieldValue | undefined): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** Can two values of this field stand together? */
export function takesOf(field: FieldDescription): readonly Take[] {
  return holdsSeveral(field) || field.type === 'text' ? ['kept', 'other', 'both'] : ['kept', 'other'];
}
