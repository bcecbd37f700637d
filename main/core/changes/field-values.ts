import { DomainError } from '../contract/errors';
import {
  type EntityDescription,
  type FieldDescription,
  type FieldValue,
  valueSchema,
} from '../contract/fields';
import { e164Of } from '../phones';

/** Codes that a controlled list knows; null when the list is open. */
export type KnownCodes = (list: string) => ReadonlySet<string> | null;

/**
 * Checks values typed for some fields against their descriptions: type, length, characters, codes of lists. A phone
 * number that is possible in the country (ISO code; null = only with its calling code) becomes E.164.
 * Throws input_refused with `where` (field) and `why` (reason the page can word).
 */
export function parseFieldValues(
  description: EntityDescription,
  values: Readonly<Record<string, unknown>>,
  known: KnownCodes,
  country: string | null = null,
): Record<string, FieldValue> {
  const parsed: Record<string, FieldValue> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = description.fields.find((candidate) => candidate.name === name);
    if (!field)
      throw new DomainError('input_refused', { where: `${description.entity}.${name}`, why: 'unknown' });
    const checked = parseFieldValue(description.entity, field, value, known);
    parsed[name] =
      field.type === 'phone' && typeof checked === 'string'
        ? (e164Of(checked, { country, prefix: '' }) ?? checked)
        : checked;
  }
  return parsed;
}

function parseFieldValue(
  entity: string,
  field: FieldDescription,
  value: unknown,
  known: KnownCodes,
): FieldValue {
  const result = valueSchema(field).safeParse(value);
  if (!result.success) {
    const why = result.error.issues[0];
    const reason =
      why?.code === 'custom' ? why.message : value === null || value === '' ? 'required' : field.type;
    throw new DomainError('input_refused', { where: `${entity}.${field.name}`, why: reason });
  }
  const parsed = result.data as FieldValue;
  const codes = field.list ? known(field.list) : null;
  if (codes) {
    const given = Array.isArray(parsed) ? parsed : typeof parsed === 'string' ? [parsed] : [];
    const stranger = given.find((code) => !codes.has(code));
    if (stranger !== undefined) {
      throw new DomainError('input_refused', {
        where: `${entity}.${field.name}`,
        why: 'code',
        code: stranger,
      });
    }
  }
  return parsed;
}

/** Throws input_refused for the first required field that stays empty. */
export function requireFields(
  description: EntityDescription,
  values: Readonly<Record<string, FieldValue>>,
): void {
  const missing = description.fields.find((field) => field.required && (values[field.name] ?? null) === null);
  if (missing) {
    throw new DomainError('input_refused', {
      where: `${description.entity}.${missing.name}`,
      why: 'required',
    });
  }
}
