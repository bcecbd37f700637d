import { IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../../main/core/contract/members/operations';
import classes from './Filters.module.css';
import { type FilterField, filterText } from './filters';

interface FilterChipsProps {
  readonly fields: readonly FilterField[];
  readonly filters: readonly Filter[];
  onChange(filters: readonly Filter[]): void;
}

/** The filters in force, each as a sentence: `Thème droit et protection ×`. */
export function FilterChips(props: FilterChipsProps) {
  const { t } = useTranslation();
  return props.filters.map((filter) => {
    const field = props.fields.find((candidate) => candidate.field === filter.field);
    if (field === undefined) return null;
    return (
      <span key={filter.field} className={classes.chip}>
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
