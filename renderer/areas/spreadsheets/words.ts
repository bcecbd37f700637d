import type { FieldDescription } from '../../../main/core/contract/fields';
import { organisationFields } from '../../../main/core/contract/members/fields';
import type { Message } from '../../../main/core/contract/values';
import { hasText, labelOfField, textOf } from '../../app/i18n';
import { listLabel } from '../../app/lists';

const fields: readonly FieldDescription[] = organisationFields.fields;

/** Why a cell or a row asks for a look, in words. */
export function reasonText(reason: Message): string {
  const key = `spreadsheets:why.${reason.code}`;
  return hasText(key) || reason.params.count !== undefined ? textOf(key, reason.params) : reason.code;
}

/** What speaks for a row being the record it resembles, or against it (`mais lieux différents`), in words. */
export function likenessText(reason: Message): string {
  const text = textOf(`duplicates:reasons.${reason.code}`);
  return reason.params.speaks === 'for' ? text : textOf('duplicates:against', { reasons: text });
}

export function fieldOfTarget(target: string | null): FieldDescription | null {
  return fields.find((field) => field.name === target) ?? null;
}

/** What a column fills, in words. */
export function targetLabel(target: string | null): string {
  if (target === null) return textOf('spreadsheets:grid.ignore');
  if (target === 'prefix' || target === 'kept') return textOf(`spreadsheets:grid.${target}`);
  const [name = '', code] = target.split(':');
  const marked = fieldOfTarget(name);
  if (code !== undefined && marked !== null) {
    const label = listLabel(marked.list ?? '', code);
    return name === 'themes'
      ? textOf('spreadsheets:grid.theme', { label })
      : textOf('spreadsheets:grid.choice', { field: labelOfField(organisationFields, marked), label });
  }
  const field = fieldOfTarget(target);
  return field === null ? target : labelOfField(organisationFields, field);
}

/** Every target a column can have, the fields first; those that columns have already stand last. */
export function allTargets(
  themes: readonly string[],
  columns: readonly { readonly target: string | null }[],
): readonly string[] {
  const offered = [
    ...fields.map((field) => field.name),
    'prefix',
    'kept',
    ...themes.map((code) => `themes:${code}`),
  ];
  const taken = columns.flatMap(({ target }) => (target === null ? [] : [target]));
  return [...new Set([...offered, ...taken])];
}
