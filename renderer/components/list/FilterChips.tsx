import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../../main/core/contract/members/operations';
import type { ListColumn } from './columns';
import classes from './Filters.module.css';
import { type FilterField, filterText } from './filters';

interface FilterChipsProps<Row> {
  readonly fields: readonly FilterField[];
  /** Name what is filtered without being offered in the menu (a saved view's day of verification). */
  readonly columns: readonly ListColumn<Row>[];
  readonly filters: readonly Filter[];
  onChange(filters: readonly Filter[]): void;
}

/** The filters in force, each as a sentence: `Thème droit et protection ×`. */
export function FilterChips<Row>(props: FilterChipsProps<Row>) {
  const { t } = useTranslation();
  return props.filters.map((filter) => {
    const column = props.columns.find((candidate) => candidate.key === filter.field);
    const field = props.fields.find((candidate) => candidate.field === filter.field) ?? {
      field: filter.field,
      label: column?.label ?? filter.field,
      options: [],
      labelOf: (code: string) => code,
    };
    return (
      <span key={`${filter.field} ${filter.rule}`} className={classes.chip}>
        <span className={classes.chipField}>{field.label}</span> {filterText(field, filter)}
        <button
          type="button"
          aria-label={t('filters.remove', { field: field.label })}
          onClick={() => props.onChange(props.filters.filter((other) => other !== filter))}
        >
          <IconX className="icon-15" />
        </button>
      </span>
    );
  });
}
