import { useVirtualizer } from '@tanstack/react-virtual';
import type { Ref } from 'react';
import {
  type MouseEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { gridOf, type ListColumn } from './columns';
import { showWhatIsCut } from './cut-text';
import { GroupRow } from './GroupRow';
import type { GroupHead } from './groups';
import type { Sort } from './list-state';
import classes from './RecordTable.module.css';
import { useRowHeight } from './row-height';
import type { Checks } from './selection';
import { TableHead } from './TableHead';
import { TableRow } from './TableRow';
import { extendChecked, tableKeys } from './table-keys';

export interface RecordTableHandle {
  focus(): void;
  toTop(): void;
}

export interface RecordTableProps<Row extends { readonly id: string }> {
  /** What the table lists, for whoever cannot see it. */
  readonly label: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly total: number;
  readonly rowAt: (index: number) => Row | undefined;
  readonly cursor: number;
  onCursor(index: number): void;
  /** Enter or double click. */
  onOpen(row: Row): void;
  readonly sort?: Sort;
  onSort?(sort: Sort): void;
  /** Without it rows cannot be checked. */
  readonly checks?: Checks | undefined;
  /** The head of a group on this line, or null for a row; without it the list is not grouped. */
  readonly headAt?: ((line: number) => GroupHead | null) | undefined;
  onFold?(head: GroupHead): void;
  /** Another width of a column, in rem. */
  onWidth?(key: string, width: number): void;
  /** Tells which rows are in sight, so that their page is fetched. */
  onVisible?(range: { readonly from: number; readonly to: number }): void;
  /** `sticky`: the first column stays in sight while the others scroll sideways. */
  readonly firstColumn?: 'sticky';
  readonly scroll?: number;
  onScroll?(scroll: number): void;
  readonly ref?: Ref<RecordTableHandle>;
}

/**
 * The table of every list: virtual rows of 26 px, cursor by ↑↓, Enter opens, Space checks, Shift extends. Only the
 * rows in sight exist in the page, so 100,000 of them cost no more than 30.
 */
export function RecordTable<Row extends { readonly id: string }>(props: RecordTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const { template, least } = gridOf(props.columns, props.checks === undefined ? 'without' : 'with');
  const id = useId();
  const { virtualizer, rowHeight } = useRows(scroller, props);
  const gestures = useGestures(props);
  useImperativeHandle(
    props.ref,
    () => ({
      focus: () => scroller.current?.focus({ preventScroll: true }),
      toTop: () => scroller.current?.scrollTo({ top: 0 }),
    }),
    [],
  );
  const sight = {
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
    scrollTo: (line: number) => virtualizer.scrollToIndex(line),
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the role is grid or treegrid, as the rows are grouped
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles have these properties
    <div
      ref={scroller}
      className={classes.scroller}
      data-first-column={props.firstColumn}
      role={props.headAt === undefined ? 'grid' : 'treegrid'}
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      aria-colcount={props.columns.length}
      aria-multiselectable={props.checks === undefined ? undefined : true}
      aria-activedescendant={props.total > 0 ? `${id}-${props.cursor}` : undefined}
      tabIndex={0}
      onKeyDown={(event) => tableKeys(props, sight, event)}
      onPointerOver={showWhatIsCut}
      onScroll={(event) => props.onScroll?.(event.currentTarget.scrollTop)}
    >
      <TableHead
        columns={props.columns}
        sort={props.sort}
        onSort={props.onSort && gestures.onSort}
        onWidth={props.onWidth && gestures.onWidth}
        checks={props.checks}
        template={template}
        least={least}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same */}
      <div
        role="rowgroup"
        className={classes.body}
        style={{ height: virtualizer.getTotalSize(), minWidth: least }}
      >
        {virtualizer.getVirtualItems().map((item) => {
          const head = props.headAt?.(item.index) ?? null;
          const common = {
            id: `${id}-${item.index}`,
            index: item.index,
            start: item.start,
            place: item.index === props.cursor ? ('cursor' as const) : ('elsewhere' as const),
          };
          return head !== null ? (
            <GroupRow
              key={item.index}
              {...common}
              head={head}
              columns={props.columns.length + (props.checks === undefined ? 0 : 1)}
              onClick={gestures.onClick}
              onFold={gestures.onFold}
            />
          ) : (
            <TableRow
              key={item.index}
              {...common}
              row={props.rowAt(item.index)}
              columns={props.columns}
              template={template}
              checked={checkedState(props, item.index)}
              onToggle={gestures.onToggle}
              onClick={gestures.onClick}
              onOpen={gestures.onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

/** The rows in sight and some around them; tells which they are. */
function useRows(
  scroller: { readonly current: HTMLDivElement | null },
  { total, scroll, onVisible }: Pick<RecordTableProps<never>, 'total' | 'scroll' | 'onVisible'>,
) {
  const rowHeight = useRowHeight();
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialOffset: scroll ?? 0,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows are measured anew when their height changes
  useLayoutEffect(() => virtualizer.measure(), [rowHeight]);
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the range matters, not who listens
  useEffect(() => onVisible?.({ from, to }), [from, to]);
  return { virtualizer, rowHeight };
}

/** What rows and heads do, the same functions as long as the table stands: so a row is not drawn anew for its neighbours. */
function useGestures<Row extends { readonly id: string }>(props: RecordTableProps<Row>) {
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  return useMemo(
    () => ({
      onToggle: (row: Row) => latest.current.checks?.toggle(row.id),
      onClick: (index: number, event: MouseEvent) => {
        if (event.shiftKey) extendChecked(latest.current, latest.current.cursor, index);
        latest.current.onCursor(index);
      },
      onOpen: (row: Row) => latest.current.onOpen(row),
      onFold: (head: GroupHead) => latest.current.onFold?.(head),
      onSort: (sort: Sort) => latest.current.onSort?.(sort),
      onWidth: (key: string, width: number) => latest.current.onWidth?.(key, width),
    }),
    [],
  );
}

function checkedState<Row extends { readonly id: string }>(
  { checks, rowAt }: Pick<RecordTableProps<Row>, 'checks' | 'rowAt'>,
  index: number,
): 'yes' | 'no' | 'never' {
  if (checks === undefined) return 'never';
  const row = rowAt(index);
  return row !== undefined && checks.isChecked(row.id) ? 'yes' : 'no';
}
