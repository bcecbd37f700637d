import { Button } from '@mantine/core';
import type { KeyboardEvent, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../../main/core/contract/members/operations';
import { ArrangeMenu } from './ArrangeMenu';
import { ColumnChoice } from './ColumnChoice';
import type { ListColumn } from './columns';
import { FilterChips } from './FilterChips';
import { FilterMenu } from './FilterMenu';
import type { FilterField } from './filters';
import type { Sort } from './list-state';
import classes from './RecordList.module.css';
import { SearchField } from './SearchField';

interface ListToolbarProps<Row> {
  readonly search: string;
  readonly searchField: RefObject<HTMLInputElement | null>;
  onSearch(text: string): void;
  /** To the list. */
  onLeave(): void;
  readonly filterFields: readonly FilterField[];
  readonly filters: readonly Filter[];
  onFilters(filters: readonly Filter[]): void;
  /** Search and all filters away. */
  onClear(): void;
  readonly columns: readonly ListColumn<Row>[];
  readonly shown: readonly ListColumn<Row>[];
  onColumns(keys: readonly string[] | null): void;
  readonly groups: readonly { readonly field: string; readonly label: string }[];
  readonly sort: Sort;
  readonly group: string | null;
  onSort(sort: Sort): void;
  onGroup(group: string | null): void;
}

/** Search, the filters in force as sentences, then how the list is laid out. */
export function ListToolbar<Row>(props: ListToolbarProps<Row>) {
  const { t } = useTranslation();
  const asked = props.filters.length + (props.search === '' ? 0 : 1);
  const clear = () => {
    props.onClear();
    props.onLeave();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape in any of the tools goes to the list
    <div className={classes.tools} onKeyDown={(event) => leavesTools(event) && props.onLeave()}>
      <SearchField
        ref={props.searchField}
        value={props.search}
        onChange={props.onSearch}
        onLeave={props.onLeave}
      />
      <FilterMenu fields={props.filterFields} filters={props.filters} onChange={props.onFilters} />
      <div className={classes.asked} data-many={props.filters.length > 2 || undefined}>
        <FilterChips
          fields={props.filterFields}
          columns={props.columns}
          filters={props.filters}
          onChange={props.onFilters}
          onRemoved={props.onLeave}
        />
        {asked > 1 && (
          <Button variant="subtle" color="gray" fw={400} onClick={clear}>
            {t('filters.clear')}
          </Button>
        )}
      </div>
      <ArrangeMenu
        columns={props.columns}
        groups={props.groups}
        sort={props.sort}
        group={props.group}
        onSort={props.onSort}
        onGroup={props.onGroup}
      />
      <ColumnChoice columns={props.columns} shown={props.shown} onChoose={props.onColumns} />
    </div>
  );
}

/** Escape in a tool, not in what opened under it. */
function leavesTools({ key, target, currentTarget }: KeyboardEvent): boolean {
  return (
    key === 'Escape' &&
    target instanceof HTMLElement &&
    currentTarget.contains(target) &&
    target.closest('[role=dialog]') === null &&
    target.getAttribute('aria-expanded') !== 'true' &&
    !(target instanceof HTMLInputElement && target.value !== '')
  );
}
