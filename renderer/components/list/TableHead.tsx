import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo, type PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckBox } from './CheckBox';
import type { ListColumn } from './columns';
import type { RecordTableProps } from './RecordTable';
import classes from './RecordTable.module.css';
import type { Checks } from './selection';

interface TableHeadProps<Row extends { readonly id: string }>
  extends Pick<RecordTableProps<Row>, 'columns' | 'checks'> {
  readonly sort: RecordTableProps<Row>['sort'] | undefined;
  readonly onSort: RecordTableProps<Row>['onSort'] | undefined;
  readonly onWidth: RecordTableProps<Row>['onWidth'] | undefined;
  readonly template: string;
  readonly least: string;
}

/** The heads of the columns; a click sorts, a second click turns the order. */
export const TableHead = memo(DrawnHead) as typeof DrawnHead;

function DrawnHead<Row extends { readonly id: string }>(props: TableHeadProps<Row>) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same
    <div role="rowgroup" className={classes.head} style={{ minWidth: props.least }}>
      {/** biome-ignore lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same */}
      {/** biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor */}
      <div
        role="row"
        aria-rowindex={1}
        className={classes.headRow}
        style={{ gridTemplateColumns: props.template }}
      >
        {props.checks === undefined ? (
          <div aria-hidden="true" />
        ) : (
          // biome-ignore lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same
          // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor
          <div role="columnheader" className={classes.check}>
            <CheckBox
              label={t('list.checkAll')}
              state={checkedOf(props.checks)}
              within="head"
              onChange={() => (props.checks?.count ? props.checks.clear() : props.checks?.checkAll())}
            />
          </div>
        )}
        {props.columns.map((column) => (
          <Head
            key={column.key}
            column={column}
            sort={props.sort}
            onSort={props.onSort}
            onWidth={props.onWidth}
          />
        ))}
      </div>
    </div>
  );
}

function checkedOf({ count, of }: Checks): 'checked' | 'partly' | 'unchecked' {
  if (count === 0) return 'unchecked';
  return count < of ? 'partly' : 'checked';
}

function Head<Row>(props: {
  readonly column: ListColumn<Row>;
  readonly sort: RecordTableProps<never>['sort'] | undefined;
  readonly onSort: RecordTableProps<never>['onSort'] | undefined;
  readonly onWidth: RecordTableProps<never>['onWidth'] | undefined;
}) {
  const { t } = useTranslation();
  const { column, sort, onSort } = props;
  const term =
    column.sort === undefined ? undefined : [sort, sort?.second].find((one) => one?.field === column.sort);
  const sorted = term?.direction ?? null;
  const rank = sort?.second === undefined || term === undefined ? null : term === sort ? 1 : 2;
  const resize = (by: number) => props.onWidth?.(column.key, Math.max(3, column.width.min + by));
  const { sort: field } = column;
  const label = (
    <>
      <span className="truncate" title={column.label}>
        {column.label}
      </span>
      {sorted === 'ascending' && <IconArrowUp className="icon-15" />}
      {sorted === 'descending' && <IconArrowDown className="icon-15" />}
      {rank !== null && <span className={`${classes.rank} figures`}>{rank}</span>}
    </>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same
    // biome-ignore lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor
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
          title={t('sort.hint')}
          onClick={(event) => {
            const direction = sorted === 'ascending' ? 'descending' : 'ascending';
            if (event.shiftKey && sort !== undefined && sort.field !== field) {
              onSort({ field: sort.field, direction: sort.direction, second: { field, direction } });
            } else onSort({ field, direction });
          }}
          onKeyDown={(event) => {
            if (!event.altKey || !event.shiftKey || !event.key.startsWith('Arrow')) return;
            event.preventDefault();
            resize(event.key === 'ArrowRight' ? 1 : -1);
          }}
        >
          {label}
        </button>
      )}
      {props.onWidth !== undefined && <Grip onMove={resize} />}
    </div>
  );
}

/** The edge of a column, pulled to another width. */
function Grip(props: { onMove(rem: number): void }) {
  const begin = (event: PointerEvent<HTMLSpanElement>) => {
    const from = event.clientX;
    const root = getComputedStyle(document.documentElement);
    const rem = Number.parseFloat(root.fontSize) * (document.documentElement.dir === 'rtl' ? -1 : 1);
    const { currentTarget } = event;
    currentTarget.setPointerCapture(event.pointerId);
    const end = (last: globalThis.PointerEvent) => {
      currentTarget.removeEventListener('pointerup', end);
      const moved = (last.clientX - from) / rem;
      if (Math.abs(moved) > 0.1) props.onMove(moved);
    };
    currentTarget.addEventListener('pointerup', end);
  };
  return <span className={classes.grip} aria-hidden="true" onPointerDown={begin} />;
}
