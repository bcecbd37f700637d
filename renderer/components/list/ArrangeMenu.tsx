import { ActionIcon, Button, Popover, Select } from '@mantine/core';
import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Filters.module.css';
import type { Sort } from './list-state';

interface ArrangeMenuProps {
  /** What the list can be sorted by. */
  readonly columns: readonly { readonly label: string; readonly sort?: string }[];
  /** What it can be grouped by. */
  readonly groups: readonly { readonly field: string; readonly label: string }[];
  readonly sort: Sort;
  readonly group: string | null;
  onSort(sort: Sort): void;
  onGroup(group: string | null): void;
}

type Term = Pick<Sort, 'field' | 'direction'>;

/** How the list is sorted and grouped, said on the button and chosen below it. */
export function ArrangeMenu(props: ArrangeMenuProps) {
  const { t } = useTranslation();
  const { sort } = props;
  const sortable = props.columns.flatMap(({ label, sort: field }) =>
    field === undefined ? [] : [{ value: field, label }],
  );
  const labelOf = (field: string) => sortable.find((one) => one.value === field)?.label ?? '';
  const group = props.groups.find(({ field }) => field === props.group);
  const { second, ...first } = sort;
  const title = props.groups.length === 0 ? t('sort.alone') : t('sort.title');
  if (sortable.length === 0 && props.groups.length === 0) return null;
  return (
    <Popover position="bottom-end" width="21rem" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          color="gray"
          fw={400}
          leftSection={<IconArrowsSort className="icon-15" />}
          aria-label={title}
        >
          {labelOf(sort.field) || title}
          {second !== undefined && `, ${labelOf(second.field)}`}
          {group !== undefined && (
            <span className="quiet">&nbsp;· {t('group.by', { field: group.label })}</span>
          )}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={title}>
        <div className={classes.arrange}>
          <SortLine
            label={t('sort.first')}
            options={sortable}
            term={first}
            onChange={(term) => term !== null && props.onSort({ ...sort, ...term })}
          />
          <SortLine
            label={t('sort.second')}
            options={sortable.filter((option) => option.value !== sort.field)}
            term={second ?? null}
            onChange={(term) => props.onSort(term === null ? first : { ...first, second: term })}
          />
          {props.groups.length > 0 && (
            <Select
              label={t('group.title')}
              data={props.groups.map(({ field, label }) => ({ value: field, label }))}
              value={props.group}
              placeholder={t('group.none')}
              openOnFocus={false}
              clearable
              clearButtonProps={{ 'aria-label': t('clearField', { field: t('group.title') }) }}
              comboboxProps={{ withinPortal: false }}
              onChange={props.onGroup}
            />
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

function SortLine(props: {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly term: Term | null;
  onChange(term: Term | null): void;
}) {
  const { t } = useTranslation();
  const { term } = props;
  const turned = term?.direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <div className={classes.sortLine}>
      <Select
        label={props.label}
        data={[...props.options]}
        value={term?.field ?? null}
        placeholder="—"
        openOnFocus={false}
        maxDropdownHeight={220}
        clearable={props.term !== null && props.label === t('sort.second')}
        clearButtonProps={{ 'aria-label': t('clearField', { field: props.label }) }}
        comboboxProps={{ withinPortal: false }}
        onChange={(field) =>
          props.onChange(field === null ? null : { field, direction: term?.direction ?? 'ascending' })
        }
      />
      {term !== null && (
        <ActionIcon
          size={28}
          aria-label={t(`sort.${turned}`, { label: props.label })}
          title={t(`sort.${turned}`, { label: props.label })}
          onClick={() => props.onChange({ ...term, direction: turned })}
        >
          {term.direction === 'ascending' ? <IconArrowUp /> : <IconArrowDown />}
        </ActionIcon>
      )}
    </div>
  );
}
