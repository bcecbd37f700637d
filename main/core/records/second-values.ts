import { DomainError } from '../contract/errors';
import type { EntityDescription, FieldValue } from '../contract/fields';
import { phoneParts } from '../contract/typing/phone-text';

type Values = Readonly<Record<string, FieldValue>>;

/**
 * Two numbers typed in one field fill the field and the one that takes its second number (`second`), where that is
 * empty in the record (`before`) and not written at the same time. Pure.
 * Throws input_refused (`two_numbers`) where there is no room: nothing typed is left out.
 */
export function withSecondNumbers(description: EntityDescription, values: Values, before: Values): Values {
  let spread = values;
  for (const { name, type, second } of description.fields) {
    const typed = values[name];
    if (type !== 'phone' || typeof typed !== 'string') continue;
    const [first, other, ...more] = phoneParts(typed);
    if (first === undefined || other === undefined) continue;
    const taken = second === undefined ? null : (values[second] ?? before[second] ?? null);
    if (second === undefined || more.length > 0 || (taken !== null && taken !== ''))
      throw new DomainError('input_refused', { where: `${description.entity}.${name}`, why: 'two_numbers' });
    spread = { ...spread, [name]: first.number, [second]: other.number };
  }
  return spread;
}
