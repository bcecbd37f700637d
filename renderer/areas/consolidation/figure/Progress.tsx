import { useTranslation } from 'react-i18next';
import { percentText } from '../../../app/formats';
import classes from './Figures.module.css';

/** What is done of a target, drawn and written; without a target or a figure there is nothing to draw. */
export function Progress(props: { readonly done: number | null; readonly target: number | null }) {
  const { t } = useTranslation('consolidation');
  const { done, target } = props;
  if (target === null) return <span className={classes.without}>{t('logframe.noTarget')}</span>;
  if (done === null) return null;
  const percent = Math.round((done * 100) / target);
  return (
    <span className={classes.progress}>
      <span className={classes.track} aria-hidden="true">
        <span
          className={classes.fill}
          data-full={percent >= 100 ? 'yes' : 'no'}
          style={{ width: `${Math.min(100, percent)}%` }}
        />
      </span>
      <span className="figures">{percentText(percent)}</span>
    </span>
  );
}
