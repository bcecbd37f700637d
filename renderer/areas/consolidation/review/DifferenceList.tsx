// biome-ignore-all lint/a11y/useSemanticElements: a virtual list has no table element; ARIA's grid says the same
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and names the row at the cursor
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceRow, Submission } from '../../../../main/core/contract/consolidation/operations';
import { numberText } from '../../../app/formats';
import classes from './Difference.module.css';
import { DifferenceItem } from './DifferenceItem';
import type { DraftDesk } from './use-draft';

interface DifferenceListProps {
  readonly total: number;
  readonly rowAt: (index: number) => DifferenceRow | undefined;
  /** Numbers by table for the headings; empty while a filter makes them untrue. */
  readonly counts: Submission['counts'];
  readonly desk: DraftDesk;
  readonly access: 'open' | 'decided';
  onVisible(range: { readonly from: number; readonly to: number }): void;
  readonly ref?: Ref<HTMLDivElement>;
}

/** Height of a usual difference before it is measured, px. */
const usualHeight = 76;

/** The differences under the names of their tables: ↑↓ from record to record, R remarks, Enter unfolds. */
export function DifferenceList(props: DifferenceListProps) {
  const { t } = useTranslation('consolidation');
  const { total, rowAt, desk, onVisible } = props;
  const scroller = useRef<HTMLDivElement>(null);
  useImperativeHandle(props.ref, () => scroller.current as HTMLDivElement, []);
  const id = useId();
  const [cursor, setCursor] = useState(0);
  const [editing, setEditing] = useState<number | null>(null);
  const [unfolded, setUnfolded] = useState<ReadonlySet<number>>(new Set());
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualHeight,
    overscan: 8,
  });
  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = items.at(-1)?.index ?? 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the range matters, not who listens
  useEffect(() => onVisible({ from, to }), [from, to]);

  const toggle = (index: number) => {
    const next = new Set(unfolded);
    if (!next.delete(index)) next.add(index);
    setUnfolded(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.altKey || event.metaKey) return;
    const moves: Record<string, number> = {
      ArrowDown: cursor + 1,
      ArrowUp: cursor - 1,
      PageDown: cursor + 6,
      PageUp: cursor - 6,
      Home: 0,
      End: total - 1,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      const next = Math.max(0, Math.min(total - 1, target));
      setCursor(next);
      virtualizer.scrollToIndex(next);
    } else if (isRemarkKey(event) && props.access === 'open') setEditing(cursor);
    else if (event.key === 'Enter') toggle(cursor);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={t('review.differences')}
      aria-rowcount={total}
      aria-activedescendant={total > 0 ? `${id}-${cursor}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          const heading = headingOf(row, item.index === 0 ? null : rowAt(item.index - 1));
          return (
            <div
              key={item.index}
              id={`${id}-${item.index}`}
              ref={virtualizer.measureElement}
              data-index={item.index}
              role="row"
              aria-rowindex={item.index + 1}
              className={classes.item}
              style={{ transform: `translateY(${item.start}px)` }}
              data-cursor={item.index === cursor ? 'yes' : undefined}
            >
              {row !== undefined && (
                <>
                  {heading !== null && <Heading heading={heading} counts={props.counts} />}
                  <DifferenceItem
                    row={row}
                    desk={desk}
                    access={props.access}
                    folding={unfolded.has(item.index) ? 'unfolded' : 'folded'}
                    editing={editing === item.index ? 'yes' : 'no'}
                    onPoint={() => setCursor(item.index)}
                    onFold={() => toggle(item.index)}
                    onEdit={() => {
                      setCursor(item.index);
                      setEditing(item.index);
                    }}
                    onEndEdit={() => {
                      setEditing(null);
                      desk.flush();
                    }}
                    onLeaveEdit={() => scroller.current?.focus()}
                  />
                </>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** R as it is printed on the keyboard, whatever alphabet is being typed. */
function isRemarkKey(event: KeyboardEvent): boolean {
  return event.key.toLowerCase() === 'r' || event.code === 'KeyR';
}

/** The block a record stands in: what vanished comes before the tables. */
function blockOf(row: DifferenceRow): string {
  return row.nature === 'vanished' ? 'vanished' : row.table;
}

function headingOf(row: DifferenceRow | undefined, before: DifferenceRow | null | undefined): string | null {
  if (row === undefined || before === undefined) return null;
  return before === null || blockOf(before) !== blockOf(row) ? blockOf(row) : null;
}

function Heading(props: { readonly heading: string; readonly counts: Submission['counts'] }) {
  const { t } = useTranslation('consolidation');
  const { heading, counts } = props;
  const count =
    heading === 'vanished'
      ? counts.reduce((total, of) => total + of.vanished, 0)
      : counts
          .filter((of) => of.table === heading)
          .reduce((total, of) => total + of.new + of.changed + of.removed, 0);
  return (
    <div role="gridcell" className={classes.heading}>
      <strong>
        {heading === 'vanished' ? t('review.lookFirst') : t(`tables.${heading as 'organisations'}`)}
      </strong>{' '}
      {count > 0 && (
        <span className="quiet">{t('review.differenceCount', { count, number: numberText(count) })}</span>
      )}
    </div>
  );
}
