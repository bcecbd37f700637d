import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CallProgress } from '../../../app/calls';
import { numberText } from '../../../app/formats';
import classes from './Duplicates.module.css';

/** A large register is being compared: how far it is, and how to stop. */
export function Comparing(props: { readonly progress: CallProgress; onStop(): void }) {
  const { t } = useTranslation('duplicates');
  const { step, done, total } = props.progress;
  return (
    <div className={classes.comparing} role="status">
      <div>{step === 'prepare' ? t('working.prepare') : t('working.compare')}</div>
      <progress max={total ?? 1} value={done} aria-label={t('working.title')} />
      <div className="figures quiet">
        {t('working.progress', { done: numberText(done), total: numberText(total ?? 0) })}
      </div>
      <Button onClick={props.onStop}>{t('working.stop')}</Button>
    </div>
  );
}
