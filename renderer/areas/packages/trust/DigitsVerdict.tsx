import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './Trust.module.css';

/** What the last check said of the digits as a whole, and how many tries are left. */
export function DigitsVerdict(props: {
  readonly marks: readonly (boolean | null)[];
  readonly triesLeft: number;
}) {
  const { t } = useTranslation('packages');
  const { marks } = props;
  const tries = t('trust.digits.tries', { count: props.triesLeft });
  if (marks.includes(false)) {
    return (
      <p className={classes.notice} role="alert">
        <IconAlertTriangle />
        <span>
          {t('trust.digits.wrong')} {tries}
        </span>
      </p>
    );
  }
  if (marks.includes(null)) return <p className={classes.tries}>{tries}</p>;
  return (
    <p className={classes.success} role="status">
      <IconCircleCheck className="icon-15" /> {t('trust.digits.right')}
    </p>
  );
}
