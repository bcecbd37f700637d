import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../main/core/contract/operations';
import { numberText } from '../../app/formats';
import classes from './Import.module.css';
import { ImportsMade } from './ImportsMade';

/** The last step: what was written, and how to take it back. */
export function Applied(props: { readonly applied: Output<'spreadsheets.apply'>; onAgain(): void }) {
  const { t } = useTranslation('spreadsheets');
  const navigate = useNavigate();
  const { created, changed, refused } = props.applied;
  const count = created + changed;
  return (
    <div className={classes.fileStep}>
      <section className={classes.choose}>
        <IconCircleCheck className={classes.doneIcon} />
        <div>
          <h2>{t('done.heading', { count, number: numberText(count) })}</h2>
          <p>
            {t('done.text', { created: numberText(created), changed: numberText(changed) })}{' '}
            {refused > 0 && t('done.refused', { count: refused })}
          </p>
          <div className={classes.doneActions}>
            <Button variant="filled" onClick={() => void navigate('/organisations')}>
              {t('done.register')}
            </Button>
            <Button onClick={props.onAgain}>{t('done.again')}</Button>
          </div>
        </div>
      </section>
      <ImportsMade />
    </div>
  );
}
