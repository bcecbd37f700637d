import { Button, Progress } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallProgress as Known } from '../app/calls';
import { numberText } from '../app/formats';
import { hasText, textOf } from '../app/i18n';
import classes from './CallProgress.module.css';

const shownAfter = 500;

/** How far a long call is, with its cancel; shows itself only after half a second. */
export function CallProgress(props: { readonly progress: Known | null; onCancel(): void }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState<'no' | 'yes'>('no');
  useEffect(() => {
    const timer = setTimeout(() => setShown('yes'), shownAfter);
    return () => clearTimeout(timer);
  }, []);
  if (shown === 'no') return null;
  const { progress } = props;
  const key = `common:progress.${progress?.step ?? 'working'}`;
  const step = hasText(key) ? textOf(key) : t('progress.working');
  const share =
    progress !== null && progress.total !== null && progress.total > 0
      ? progress.done / progress.total
      : null;
  return (
    <div className={classes.progress} role="status">
      <span>
        {step}
        {progress !== null && progress.total !== null && (
          <span className="quiet figures">
            {' '}
            {numberText(progress.done)} / {numberText(progress.total)}
          </span>
        )}
      </span>
      <Progress value={share === null ? 100 : share * 100} animated={share === null} aria-label={step} />
      <Button onClick={props.onCancel}>{t('cancel')}</Button>
    </div>
  );
}
