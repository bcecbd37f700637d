import type { FieldDescription, FieldValue } from '../../../main/core/contract/fields';
import { phoneText } from '../../../main/core/contract/phones';
import { dayText, numberText } from '../../app/formats';
import { textOf } from '../../app/i18n';
import { listLabel } from '../../app/lists';

type Described = Pick<FieldDescription, 'type' | 'list'>;

/** Is there nothing in this value? `false` is an answer. */
export function isEmpty(value: FieldValue | undefined): boolean {
  return (
    value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

/** A value in words, for lists, print, history and differences; null when it is empty. */
export function fieldText(field: Described, value: FieldValue | undefined): string | null {
  if (value === undefined || isEmpty(value)) return null;
  if (typeof value === 'boolean') return textOf(value ? 'common:yes' : 'common:no');
  if (typeof value === 'object' && value !== null) {
    return value.map((code) => (field.list === undefined ? code : listLabel(field.list, code))).join(', ');
  }
  if (typeof value === 'number') return field.type === 'count' ? numberText(value) : String(value);
  if (typeof value === 'string') {
    if (field.list !== undefined) return listLabel(field.list, value);
    if (field.type === 'phone') return phoneText(value);
    return field.type === 'day' ? dayText(value) : value;
  }
  return null;
}

/** Values that stay left to right inside Arabic: numbers, addresses of the network, phones. */
export function readsLeftToRight(field: Described): boolean {
  return ['email', 'phone', 'url', 'day', 'year', 'count', 'decimal'].includes(field.type);
}
