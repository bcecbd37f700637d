import { Checkbox, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../../main/core/contract/members/operations';
import classes from './Filters.module.css';
import type { FilterField } from './filters';

interface FilterValuesProps {
  readonly field: FilterField;
  readonly filters: readonly Filter[];
  onChange(filters: readonly Filter[]): void;
}

type Rule = 'any_of' | 'none_of';

/** The values of one field: among these, or all but these; the list follows at once. */
export function FilterValues(props: FilterValuesProps) {
  const { t } = useTranslation();
  const { field, filters } = props;
  const filter = filters.find((candidate) => candidate.field === field.field);
  const values = filter?.values ?? [];
  const [rule, setRule] = useState<Rule>(filter?.rule === 'none_of' ? 'none_of' : 'any_of');
  const set = (next: readonly string[], by: Rule) => {
    const changed = { field: field.field, rule: by, values: [...next] };
    if (next.length === 0) props.onChange(filters.filter((candidate) => candidate !== filter));
    else if (filter === undefined) props.onChange([...filters, changed]);
    else props.onChange(filters.map((candidate) => (candidate === filter ? changed : candidate)));
  };
  return (
    <div>
      <div className={classes.valuesHead}>
        <strong>{field.label}</strong>
        <SegmentedControl
          size="xs"
          aria-label={t('filters.rule')}
          value={rule}
          onChange={(next) => {
            const by = next === 'none_of' ? 'none_of' : 'any_of';
            setRule(by);
            set(values, by);
          }}
          data={[
            { value: 'any_of', label: t('filters.among') },
            { value: 'none_of', label: t('filters.exceptThese') },
          ]}
        />
      </div>
      <div className={classes.values}>
        {field.options.map((option) => (
          <Checkbox
            key={option.code}
            label={option.label}
            checked={values.includes(option.code)}
            onChange={(event) =>
              set(
                event.currentTarget.checked
                  ? [...values, option.code]
                  : values.filter((code) => code !== option.code),
                rule,
              )
            }
          />
        ))}
      </div>
    </div>
  );
}
