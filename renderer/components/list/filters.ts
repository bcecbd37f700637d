import type { EntityDescription, FieldDescription } from '../../../main/core/contract/fields';
import type { Filter } from '../../../main/core/contract/members/operations';
import { dayText, numberText } from '../../app/formats';
import { labelOfField, textOf } from '../../app/i18n';
import { type ListOption, listLabel, listOptions } from '../../app/lists';

/** A field by which a list can be filtered, with the values to choose from. */
export interface FilterField {
  readonly field: string;
  readonly label: string;
  readonly options: readonly ListOption[];
  readonly labelOf: (code: string) => string;
}

/** The sheets that a figure counted: shown among the filters in force, never offered. */
export function filterOfFigure(): FilterField {
  return { field: 'id', label: textOf('common:filters.figure'), options: [], labelOf: (id) => id };
}

/**
 * The filter of a described field (`choice`, `choices`, `flag`, `labels`); regions are those of the given country.
 *
 * @param labels those in use, for a field of labels
 */
export function filterOfField(
  entity: EntityDescription,
  name: string,
  country: string | null,
  labels: readonly string[] = [],
): FilterField {
  const field: FieldDescription | undefined = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`No field ${name} in ${entity.entity}`);
  const { list } = field;
  const options =
    field.type === 'labels'
      ? labels.map((label) => ({ code: label, label }))
      : list === undefined
        ? answers()
        : listOptions(list, country);
  return {
    field: name,
    label: labelOfField(entity, field),
    options,
    labelOf: (code) =>
      list === undefined
        ? (options.find((option) => option.code === code)?.label ?? code)
        : listLabel(list, code),
  };
}

function answers(): readonly ListOption[] {
  return [
    { code: 'true', label: textOf('common:yes') },
    { code: 'false', label: textOf('common:no') },
  ];
}

/** `avant le 14/08/2026, ou vide`, `depuis plus de 12 mois`, `moins de 100`. */
function beforeText(value: string): string {
  const months = /^-P(\d+)M$/.exec(value)?.[1];
  if (months !== undefined) return textOf('common:filters.monthsAgo', { months });
  return /^\d{4}-\d{2}-\d{2}$/.test(value)
    ? textOf('common:filters.beforeDay', { day: dayText(value) })
    : textOf('common:filters.lessThan', { value });
}

/** What a filter says, as a sentence after the name of its field. */
export function filterText(field: FilterField, filter: Filter): string {
  if (field.field === 'id') return textOf('common:filters.these', { count: filter.values.length });
  const values = filter.values.map((code) => field.labelOf(code)).join(', ');
  if (filter.rule === 'none_of') return textOf('common:filters.except', { values });
  if (filter.rule === 'empty') return textOf('common:filters.empty');
  if (filter.rule === 'before') return beforeText(filter.values[0] ?? '');
  if (filter.rule === 'filled') return textOf('common:filters.filled');
  return values;
}

/** Characters of values that a chip holds on one line. */
const chipHolds = 32;

/** The same as short as a chip: the first values, and how many more there are (`Association, ONG +3`). */
export function shortFilterText(field: FilterField, filter: Filter): string {
  const [first = '', ...others] = filter.values.map((code) => field.labelOf(code));
  const isAmong = filter.rule === 'any_of' || filter.rule === 'none_of';
  if (!isAmong || field.field === 'id' || others.length === 0) return filterText(field, filter);
  let told = first;
  let left = others.length;
  for (const value of others) {
    if (told.length + value.length > chipHolds) break;
    told = `${told}, ${value}`;
    left -= 1;
  }
  const values = left === 0 ? told : `${told} +${numberText(left)}`;
  return filter.rule === 'none_of' ? textOf('common:filters.except', { values }) : values;
}
