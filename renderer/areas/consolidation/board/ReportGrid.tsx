// biome-ignore-all lint/a11y/noNoninteractiveElementToInteractiveRole: the cells of this table are walked with the arrows
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Board } from '../../../../main/core/contract/consolidation/operations';
import { dayText, quarterText } from '../../../app/formats';
import { countryName } from '../countries';
import { ReportCell } from './ReportCell';
import classes from './Reports.module.css';

interface ReportGridProps {
  readonly quarters: Board['quarters'];
  readonly countries: Board['countries'];
}

/** Countries × quarters; arrows go from cell to cell, Enter opens the report. */
export function ReportGrid(props: ReportGridProps) {
  const { t } = useTranslation(['consolidation', 'common']);
  const navigate = useNavigate();
  const table = useRef<HTMLTableElement>(null);
  const [cursor, setCursor] = useState({ row: 0, column: props.quarters.length - 1 });

  const onKeyDown = (event: KeyboardEvent) => {
    const forward = t('common:direction') === 'rtl' ? -1 : 1;
    const steps: Record<string, readonly [number, number]> = {
      ArrowDown: [1, 0],
      ArrowUp: [-1, 0],
      ArrowRight: [0, forward],
      ArrowLeft: [0, -forward],
      Home: [0, -props.quarters.length],
      End: [0, props.quarters.length],
    };
    const step = steps[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (step !== undefined) {
      const row = within(cursor.row + step[0], props.countries.length);
      const column = within(cursor.column + step[1], props.quarters.length);
      setCursor({ row, column });
      table.current?.querySelector<HTMLElement>(`[data-place="${row}-${column}"]`)?.focus();
    } else if (event.key === 'Enter') {
      const id = props.countries[cursor.row]?.cells[cursor.column]?.submission;
      if (typeof id === 'string') void navigate(`/submissions/${id}`);
    } else return;
    event.preventDefault();
  };

  return (
    <table
      ref={table}
      role="grid"
      className={classes.grid}
      aria-label={t('board.reports')}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <th scope="col">{t('board.country')}</th>
          {props.quarters.map((quarter) => (
            <th
              key={quarter.quarter}
              scope="col"
              data-current={quarter.current === 'current' ? 'yes' : 'no'}
              title={t('board.deadline', {
                quarter: quarterText(quarter.quarter),
                day: dayText(quarter.deadline),
              })}
            >
              <span className="figures">{quarterText(quarter.quarter)}</span>
              {quarter.current === 'current' && <span className="quiet"> {t('board.current')}</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.countries.map((country, row) => (
          <tr key={country.code}>
            <th scope="row">{countryName(country.code)}</th>
            {country.cells.map((cell, column) => (
              <td
                key={cell.quarter}
                role="gridcell"
                data-place={`${row}-${column}`}
                data-quarter={cell.quarter}
                tabIndex={row === cursor.row && column === cursor.column ? 0 : -1}
                onFocus={() => setCursor({ row, column })}
              >
                <ReportCell cell={cell} deadline={props.quarters[column]?.deadline ?? ''} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function within(index: number, length: number): number {
  return Math.max(0, Math.min(length - 1, index));
}
