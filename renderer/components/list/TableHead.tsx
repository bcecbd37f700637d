// biome-ignore-all lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor
import { Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from './columns';
import type { RecordTableProps } from './RecordTable';
import classes from './RecordTable.module.css';

interface TableHeadProps<Row extends { readonly id: string }>
  extends Pick<
    RecordTableProps<Row>,
    'columns' | 'sort' | 'onSort' | 'checked' | 'onChecked' | 'onCheckAll' | 'total'
  > {
  readonly template: string;
  readonly least: string;
}

/** The heads of the columns; a click sorts, a second click turns the order. */
export function TableHead<Row extends { readonly id: string }>(props: TableHeadProps<Row>) {
  const { t } = useTranslation();
  const checked = props.checked?.size ?? 0;
  return (
    <div role="rowgroup" className={classes.head} style={{ minWidth: props.least }}>
      <div
        role="row"
        aria-rowindex={1}
        className={classes.headRow}
        style={{ gridTemplateColumns: props.template }}
      >
        {props.checked === undefined ? (
          <div aria-hidden="true" />
        ) : (
          <div role="columnheader" className={classes.check}>
            <Checkbox
              aria-label={t('list.checkAll')}
              checked={checked > 0 && checked >= props.total}
              indeterminate={checked > 0 && checked < props.total}
              onChange={() => (checked > 0 ? props.onChecked?.(new Set()) : props.onCheckAll?.())}
            />
          </div>
        )}
        {props.columns.map((column) => (
          <Head key={column.key} column={column} sort={props.sort} onSort={props.onSort} />
        ))}
      </div>
    </div>
  );
}

function Head<Row>(props: {
  readonly column: ListColumn<Row>;
  readonly sort: RecordTableProps<never>['sort'] | undefined;
  readonly onSort: RecordTableProps<never>['onSort'] | undefined;
}) {
  const { column, sort, onSort } = props;
  const sorted = sort !== undefined && column.sort === sort.field ? sort.direction : null;
  const { sort: field } = column;
  const label = (
    <>
      <span className="truncate" title={column.label}>
        {column.label}
      </span>
      {sorted === 'ascending' && <IconArrowUp className="icon-15" />}
      {sorted === 'descending' && <IconArrowDown className="icon-15" />}
    </>
  );
  return (
    <div
      role="columnheader"
      className={classes.headCell}
      data-align={column.align ?? 'start'}
      aria-sort={sorted ?? 'none'}
    >
      {column.head !== undefined ? (
        column.head
      ) : field === undefined || onSort === undefined ? (
        <span className={classes.headLabel}>{label}</span>
      ) : (
        <button
          type="button"
          className={classes.headLabel}
          onClick={() => onSort({ field, direction: sorted === 'ascending' ? 'descending' : 'ascending' })}
        >
          {label}
        </button>
      )}
    </div>
  );
}
