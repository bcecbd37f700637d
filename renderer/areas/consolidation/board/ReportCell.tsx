import { VisuallyHidden } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Board } from '../../../../main/core/contract/consolidation/operations';
import { useWorkspace } from '../../../app/workspace';
import { StatusWord } from '../../../components/StatusWord';
import classes from './Reports.module.css';
import { reportStates } from './report-states';

export type Cell = Board['countries'][number]['cells'][number];

/** One committee's report for one quarter: where it stands, and how late it came or still is. */
export function ReportCell(props: { readonly cell: Cell; readonly deadline: string }) {
  const { t } = useTranslation('consolidation');
  const { cell } = props;
  const { icon, tone } = reportStates[cell.state];
  const numbered = cell.revision > 0 && cell.state !== 'rectified';
  const word = (
    <>
      <StatusWord icon={icon} tone={tone}>
        {t(`states.${cell.state}`, { revision: cell.revision })}
      </StatusWord>
      {numbered && <span className={classes.beside}>{t('board.revision', { revision: cell.revision })}</span>}
    </>
  );
  return (
    <span className={classes.cell}>
      {cell.submission === null ? (
        word
      ) : (
        <Link
          to={`/submissions/${cell.submission}`}
          tabIndex={-1}
          className={classes.open}
          data-waits={cell.state === 'received' ? 'yes' : 'no'}
        >
          {word}
        </Link>
      )}
      <Late cell={cell} deadline={props.deadline} />
    </span>
  );
}

/** Beyond this the quarter itself says how late it is. */
const daysWorthShowing = 99;

function Late(props: { readonly cell: Cell; readonly deadline: string }) {
  const { t } = useTranslation('consolidation');
  const { today } = useWorkspace();
  const { state, daysLate } = props.cell;
  const count = state === 'missing' ? dayjs(today).diff(dayjs(props.deadline), 'day') : daysLate;
  if (count === null || count <= 0) return null;
  return (
    <span className={classes.beside}>
      {count <= daysWorthShowing && (
        <span aria-hidden="true" className="ltr">
          {t('board.daysLate', { count })}
        </span>
      )}
      <VisuallyHidden>
        {state === 'missing' ? t('board.daysMissingSpoken', { count }) : t('board.daysLateSpoken', { count })}
      </VisuallyHidden>
    </span>
  );
}
