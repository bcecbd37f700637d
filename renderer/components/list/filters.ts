import type { EntityDescription, FieldDescription } from '../../../main/core/contract/fields';
import type { Filter } from '../../../main/core/contract/members/operations';
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

/** The filter of a described field (`choice`, `choices`, `flag`); regions are those of the given country. */
export function filterOfField(entity: EntityDescription, name: string, country: string | null): FilterField {
  const field: FieldDescription | undefined = entity.fields.find((candidate) => candidate.name === name);
  if (field === undefined) throw new Error(`No field ${name} in ${entity.entity}`);
  const { list } = field;
  const options = list === undefined ? answers() : listOptions(list, country);
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

/** What a filter says, as a sentence after the name of its field. */
export function filterText(field: FilterField, filter: Filter): string {
  if (field.field === 'id') return textOf('common:filters.these', { count: filter.values.length });
  const values = filter.values.map((code) => field.labelOf(code)).join(', ');
  if (filter.rule === 'none_of') return textOf('common:filters.except', { values });
  if (filter.rule === 'empty') return textOf('common:filters.empty');
  if (filter.rule === 'filled') return textOf('common:filters.filled');
  return values;
}
