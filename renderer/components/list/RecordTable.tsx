// biome-ignore-all lint/a11y/useSemanticElements: a virtual table has no table element; ARIA's grid says the same
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor
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
import type { Sort } from './list-state';
import classes from './RecordTable.module.css';
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
  /** Without `checked` rows cannot be checked. */
  readonly checked?: ReadonlySet<string>;
  onChecked?(checked: ReadonlySet<string>): void;
  onCheckAll?(): void;
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
  const grid = gridOf(props.columns, props.checked === undefined ? 'without' : 'with');
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
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
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
    if (target !== undefined) move(target, event);
    else if (event.key === 'Enter' && row !== undefined) props.onOpen(row);
    else if (event.key === ' ' && row !== undefined) toggleChecked(props, row.id);
    else if (event.key === 'Escape' && (props.checked?.size ?? 0) > 0) props.onChecked?.(new Set());
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      data-first-column={props.firstColumn}
      role="grid"
      aria-label={props.label}
      aria-rowcount={props.total + 1}
      aria-colcount={props.columns.length}
      aria-multiselectable={props.checked === undefined ? undefined : true}
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
        {items.map((item) => (
          <TableRow
            key={item.index}
            id={`${id}-${item.index}`}
            index={item.index}
            row={props.rowAt(item.index)}
            columns={props.columns}
            template={grid.template}
            start={item.start}
            place={item.index === props.cursor ? 'cursor' : 'elsewhere'}
            checked={checkedState(props, item.index)}
            {...gestures}
          />
        ))}
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
      onToggle: (row: Row) => toggleChecked(latest.current, row.id),
      onClick: (index: number, event: MouseEvent) => {
        if (event.shiftKey) extendChecked(latest.current, latest.current.cursor, index);
        latest.current.onCursor(index);
      },
      onOpen: (row: Row) => latest.current.onOpen(row),
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

type Checkable<Row extends { readonly id: string }> = Pick<
  RecordTableProps<Row>,
  'checked' | 'onChecked' | 'rowAt'
>;

function checkedState<Row extends { readonly id: string }>(
  props: Checkable<Row>,
  index: number,
): 'yes' | 'no' | 'never' {
  if (props.checked === undefined) return 'never';
  const row = props.rowAt(index);
  return row !== undefined && props.checked.has(row.id) ? 'yes' : 'no';
}

function toggleChecked<Row extends { readonly id: string }>(props: Checkable<Row>, id: string) {
  if (props.checked === undefined) return;
  const next = new Set(props.checked);
  if (!next.delete(id)) next.add(id);
  props.onChecked?.(next);
}

function extendChecked<Row extends { readonly id: string }>(props: Checkable<Row>, from: number, to: number) {
  if (props.checked === undefined) return;
  const next = new Set(props.checked);
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const row = props.rowAt(index);
    if (row !== undefined) next.add(row.id);
  }
  props.onChecked?.(next);
}
