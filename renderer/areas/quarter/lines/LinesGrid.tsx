import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { type ResultGroup, resultGroups, shortLabel } from '../programme';
import { type Move, type Place, placeAfter, typedFields } from './grid-moves';
import { LineRow } from './LineRow';
import classes from './Lines.module.css';
import type { SaveLine } from './line-saving';

interface LinesGridProps {
  readonly overview: QuarterOverview;
  readonly editable: 'editable' | 'read_only';
  /** Activity to begin at (a remark that was opened), or null. */
  readonly start: string | null;
  readonly onSave: SaveLine;
  /** The cursor came to another activity. */
  onActivity(activity: string): void;
  /** The history of a field of the line at the cursor is wanted. */
  onHistory(field: string): void;
}

const order = resultGroups.flatMap((group) => group.activities.map((activity) => activity.code as string));

/** The activities under their results; what is typed is typed in its cell, and arrows, Tab and Enter go on. */
export function LinesGrid(props: LinesGridProps) {
  const { t } = useTranslation('quarter');
  const { overview, start } = props;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<Place>({ row: 0, column: 0 });
  const focus = (place: Place) => {
    table.current?.querySelector<HTMLElement>(`[data-place="${place.row} ${place.column}"]`)?.focus();
  };
  useEffect(() => {
    const row = order.indexOf(start ?? '');
    const cell = table.current?.querySelector<HTMLElement>(`[data-place="${row} 0"]`);
    cell?.focus();
    cell?.scrollIntoView({ block: 'center' });
  }, [start]);
  /** Answers whether the grid went there; else the key does what it does elsewhere. */
  const go = (from: Place, move: Move): boolean => {
    const next = placeAfter(from, move, order.length);
    if (next !== null) focus(next);
    return next !== null;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are typed is ARIA's grid
    <table ref={table} role="grid" aria-label={t('lines.gridLabel')} className={classes.table}>
      <thead>
        <tr>
          <th scope="col">{t('lines.code')}</th>
          <th scope="col">{t('lines.activity')}</th>
          <th scope="col" className={classes.amount} title={t('lines.targetLong')}>
            {t('lines.target')}
          </th>
          <th scope="col" className={classes.amount} title={t('lines.beforeLong')}>
            {t('lines.before')}
          </th>
          <th scope="col">{t('fields.activityLines.state')}</th>
          <th scope="col" className={classes.amount}>
            {t('lines.quantity')}
          </th>
          <th scope="col">{t('fields.activityLines.comment')}</th>
        </tr>
      </thead>
      {resultGroups.map((group) => (
        <tbody key={group.result.code}>
          <GroupRow group={group} />
          {group.activities.map((activity) => {
            const line = overview.lines.find((candidate) => candidate.activity === activity.code);
            const row = order.indexOf(activity.code);
            return line === undefined ? null : (
              <LineRow
                key={activity.code}
                activity={activity}
                line={line}
                slip={overview.slip}
                row={row}
                column={at.row === row ? at.column : null}
                editable={props.editable}
                onSave={props.onSave}
                onFocus={(column) => {
                  setAt({ row, column });
                  props.onActivity(activity.code);
                }}
                onMove={go}
                onHistory={(column) => {
                  const field = typedFields[column];
                  if (field !== undefined) props.onHistory(field);
                }}
              />
            );
          })}
        </tbody>
      ))}
    </table>
  );
}

function GroupRow(props: { readonly group: ResultGroup }) {
  const { result } = props.group;
  return (
    <tr className={classes.result}>
      <th scope="rowgroup" colSpan={7} title={result.text}>
        <span className={classes.resultLine}>
          <span className="code">{result.code}</span>
          <strong>{shortLabel(result)}</strong>
          <span lang="fr" dir="auto" className="quiet truncate">
            {result.text}
          </span>
        </span>
      </th>
    </tr>
  );
}
