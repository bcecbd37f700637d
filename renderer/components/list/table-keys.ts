import type { KeyboardEvent } from 'react';
import type { GroupHead } from './groups';
import type { RecordTableProps } from './RecordTable';

type Keyed<Row extends { readonly id: string }> = Pick<
  RecordTableProps<Row>,
  'total' | 'rowAt' | 'cursor' | 'onCursor' | 'onOpen' | 'checks' | 'headAt' | 'onFold'
>;

interface Sight {
  /** Lines that a page key goes on by. */
  page(): number;
  scrollTo(line: number): void;
}

/** What the keys do in a table: ↑↓, page keys, Home and End move, Shift checks on the way, Space, Enter, Ctrl+A. */
export function tableKeys<Row extends { readonly id: string }>(
  props: Keyed<Row>,
  sight: Sight,
  event: KeyboardEvent,
): void {
  if (event.target !== event.currentTarget || event.altKey) return;
  if (event.ctrlKey || event.metaKey) {
    if (event.key.toLowerCase() !== 'a' || props.checks === undefined) return;
    event.preventDefault();
    props.checks.checkAll();
    return;
  }
  const target = lineAfter(props, sight, event.key);
  if (target !== undefined) {
    const next = Math.max(0, Math.min(props.total - 1, target));
    if (event.shiftKey) extendChecked(props, props.cursor, next);
    props.onCursor(next);
    sight.scrollTo(next);
  } else if (!actAtCursor(props, event.key)) return;
  event.preventDefault();
}

function lineAfter(
  { cursor, total }: Pick<Keyed<never>, 'cursor' | 'total'>,
  sight: Sight,
  key: string,
): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return cursor + 1;
    case 'ArrowUp':
      return cursor - 1;
    case 'PageDown':
      return cursor + sight.page();
    case 'PageUp':
      return cursor - sight.page();
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return undefined;
  }
}

/** Gives whether the key means something on the line at the cursor. */
function actAtCursor<Row extends { readonly id: string }>(props: Keyed<Row>, key: string): boolean {
  const row = props.rowAt(props.cursor);
  const head = props.headAt?.(props.cursor) ?? null;
  if (head !== null && [' ', 'Enter', foldKey(head)].includes(key)) props.onFold?.(head);
  else if (key === 'Enter' && row !== undefined) props.onOpen(row);
  else if (key === ' ' && row !== undefined) props.checks?.toggle(row.id);
  else if (key === 'Escape' && (props.checks?.count ?? 0) > 0) props.checks?.clear();
  else return false;
  return true;
}

/** Checks the rows from one line to another. */
export function extendChecked<Row extends { readonly id: string }>(
  { checks, rowAt }: Pick<Keyed<Row>, 'checks' | 'rowAt'>,
  from: number,
  to: number,
): void {
  const lines = Array.from({ length: Math.abs(to - from) + 1 }, (_, step) => Math.min(from, to) + step);
  checks?.check(lines.flatMap((line) => rowAt(line)?.id ?? []));
}

/** The arrow that folds an open group, and opens a folded one: the other way round where one reads from the right. */
function foldKey({ state }: GroupHead): 'ArrowLeft' | 'ArrowRight' {
  const towardsStart = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
  const towardsEnd = towardsStart === 'ArrowLeft' ? 'ArrowRight' : 'ArrowLeft';
  return state === 'open' ? towardsStart : towardsEnd;
}
