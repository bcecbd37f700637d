import { Popover } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../../main/core/contract/members/operations';
import type { ListColumn } from './columns';
import classes from './Filters.module.css';
import { FilterValues } from './FilterValues';
import { type FilterField, filterText, shortFilterText } from './filters';

interface FilterChipsProps<Row> {
  readonly fields: readonly FilterField[];
  /** Name what is filtered without being offered in the menu (a saved view's day of verification). */
  readonly columns: readonly ListColumn<Row>[];
  readonly filters: readonly Filter[];
  onChange(filters: readonly Filter[]): void;
  /** A filter is gone, and what had the focus with it. */
  onRemoved(): void;
}

/** The filters in force, each as a sentence on one line: `Thème droit et protection ×`; its values open under it. */
export function FilterChips<Row>(props: FilterChipsProps<Row>) {
  return props.filters.map((filter) => {
    const column = props.columns.find((candidate) => candidate.key === filter.field);
    const field = props.fields.find((candidate) => candidate.field === filter.field) ?? {
      field: filter.field,
      label: column?.label ?? filter.field,
      options: [],
      labelOf: (code: string) => code,
    };
    return <Chip key={filter.field} {...props} field={field} filter={filter} />;
  });
}

function Chip(props: {
  readonly field: FilterField;
  readonly filter: Filter;
  readonly filters: readonly Filter[];
  onChange(filters: readonly Filter[]): void;
  onRemoved(): void;
}) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const { field, filter } = props;
  const title = `${field.label} ${filterText(field, filter)}`;
  const sentence = (
    <>
      <span className={classes.chipField}>{field.label}</span> {shortFilterText(field, filter)}
    </>
  );
  const isAmong = filter.rule === 'any_of' || filter.rule === 'none_of';
  return (
    <span className={classes.chip}>
      {isAmong && field.options.length > 0 ? (
        <Popover
          opened={opened}
          onChange={setOpened}
          position="bottom-start"
          width="18rem"
          trapFocus
          returnFocus
        >
          <Popover.Target>
            <button
              type="button"
              className={classes.sentence}
              title={title}
              aria-label={t('filters.change', { filter: title })}
              onClick={() => setOpened((before) => !before)}
            >
              {sentence}
            </button>
          </Popover.Target>
          <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={field.label}>
            <FilterValues field={field} filters={props.filters} onChange={props.onChange} />
          </Popover.Dropdown>
        </Popover>
      ) : (
        <span className={classes.sentence} title={title}>
          {sentence}
        </span>
      )}
      <button
        type="button"
        className={classes.remove}
        aria-label={t('filters.remove', { field: field.label })}
        onClick={() => {
          props.onChange(props.filters.filter((other) => other !== filter));
          props.onRemoved();
        }}
      >
        <IconX className="icon-15" />
      </button>
    </span>
  );
}
