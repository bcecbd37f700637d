import { IconCalendarDue } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { dayText } from '../../../app/formats';
import classes from './Closing.module.css';

/** Until when the quarter is awaited, or since when it is late. */
export function Deadline(props: { readonly overview: QuarterOverview }) {
  const { t } = useTranslation('quarter');
  const { daysToDeadline, deadline } = props.overview;
  const isLate = daysToDeadline < 0;
  return (
    <p className={classes.deadline} data-late={isLate ? 'yes' : 'no'}>
      <IconCalendarDue className="icon-15" />
      <span>
        {t(isLate ? 'closing.late' : 'closing.deadline', {
          day: dayText(deadline),
          count: Math.abs(daysToDeadline),
        })}
      </span>
      {isLate && <span className="quiet">{t('closing.lateHint')}</span>}
    </p>
  );
}
