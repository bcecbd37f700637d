// biome-ignore-all lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor
// biome-ignore-all lint/a11y/noStaticElementInteractions: the role is grid or treegrid, as the rows are grouped
// biome-ignore-all lint/a11y/useAriaPropsSupportedByRole: both roles have these properties
import { useVirtualizer } from '@tanstack/react-virtual';
import type { Ref } from 'react';
import {
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { gridOf, type ListColumn } from './columns';
import { GroupRow } from './GroupRow';
import type { GroupHead } from './groups';
import type { Sort } from './list-state';
import classes from './RecordTable.module.css';
import type { Checks } from './selection';
import { TableHead } from './TableHead';
import { TableRow } from './TableRow';

export interface RecordTableHandle {
  focus(): void;
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
  const grid = gridOf(props.columns, props.checks === undefined ? 'without' : 'with');
  const id = useId();
  const virtualizer = useVirtualizer({
    count: props.total,
    getScrollElement: () => scroller.current,
    estimateSize: rowHeight,
    overscan: 8,
    initialOffset: props.scroll ?? 0,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  const { onVisible } = props;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the range matters, not who listens
  useEffect(() => onVisible?.({ from, to }), [from, to]);
  useImperativeHandle(
    props.ref,
    () => ({ focus: () => scroller.current?.focus({ preventScroll: true }) }),
    [],
  );
  useRowHeightChange(() => virtualizer.measure());
  const gestures = useRowGestures(props);

  const move = (index: number, event: KeyboardEvent) => {
    const next = Math.max(0, Math.min(props.total - 1, index));
    if (event.shiftKey) extendChecked(props, props.cursor, next);
    props.onCursor(next);
    virtualizer.scrollToIndex(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a' || props.checks === undefined) return;
      event.preventDefault();
      props.checks.checkAll();
      return;
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight()) - 2);
    const moves: Record<string, number> = {
      ArrowDown: props.cursor + 1,
      ArrowUp: props.cursor - 1,
      PageDown: props.cursor + page,
      PageUp: props.cursor - page,
      Home: 0,
      End: props.total - 1,
    };
    const target = moves[event.key];
    const row = props.rowAt(props.cursor);
    const head = props.headAt?.(props.cursor) ?? null;
    if (target !== undefined) move(target, event);
    else if (head !== null && (event.key === 'Enter' || event.key === ' ')) props.onFold?.(head);
    else if (head !== null && event.key === foldKey(head)) props.onFold?.(head);
    else if (event.key === 'Enter' && row !== undefined) props.onOpen(row);
    else if (event.key === ' ' && row !== undefined) props.checks?.toggle(row.id);
    else if (event.key === 'Escape' && (props.checks?.count ?? 0) > 0) props.checks?.clear();
    else return;
    event.preventDefault();
  };

  return (
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
      onKeyDown={onKeyDown}
      onScroll={(event) => props.onScroll?.(event.currentTarget.scrollTop)}
    >
      <TableHead {...props} template={grid.template} least={grid.least} />
      <div
        role="rowgroup"
        className={classes.body}
        style={{ height: virtualizer.getTotalSize(), minWidth: grid.least }}
      >
        {items.map((item) => {
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
              template={grid.template}
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

/** What a row does, the same functions as long as the table stands: so a row is not drawn anew for its neighbours. */
function useRowGestures<Row extends { readonly id: string }>(props: RecordTableProps<Row>) {
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
    }),
    [],
  );
}

function rowHeight(): number {
  const root = getComputedStyle(document.documentElement);
  return Number.parseFloat(root.getPropertyValue('--row')) * Number.parseFloat(root.fontSize);
}

/** The density can change while the list is shown. */
function useRowHeightChange(onChange: () => void) {
  useLayoutEffect(() => {
    const observer = new MutationObserver(onChange);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-density'] });
    return () => observer.disconnect();
  });
}

type Checkable<Row extends { readonly id: string }> = Pick<RecordTableProps<Row>, 'checks' | 'rowAt'>;

function checkedState<Row extends { readonly id: string }>(
  props: Checkable<Row>,
  index: number,
): 'yes' | 'no' | 'never' {
  if (props.checks === undefined) return 'never';
  const row = props.rowAt(index);
  return row !== undefined && props.checks.isChecked(row.id) ? 'yes' : 'no';
}

function extendChecked<Row extends { readonly id: string }>(props: Checkable<Row>, from: number, to: number) {
  const lines = Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => Math.min(from, to) + step);
  props.checks?.check(lines.flatMap((line) => props.rowAt(line)?.id ?? []));
}

/** The arrow that folds an open group, and opens a folded one: the other way round where one reads from the right. */
function foldKey({ state }: GroupHead): 'ArrowLeft' | 'ArrowRight' {
  const towardsStart = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const towardsEnd = towardsStart === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  return state === 'open' ? towardsStart : towardsEnd;
}
