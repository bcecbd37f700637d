import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../main/core/contract/spreadsheets/operations';
import { numberText } from '../../app/formats';
import classes from './Import.module.css';

/** Rows that bear the name of an earlier one (a row for each activity): one answer joins them all, or parts them again. */
export function Repeats(props: {
  readonly view: ImportView;
  onArrange(wanted: { repeats: 'asked' | 'joined' }): void;
}) {
  const { t } = useTranslation('spreadsheets');
  const { how, waiting, joined } = props.view.repeats;
  if (waiting + joined === 0) return null;
  return (
    <div className={classes.repeats}>
      <span>
        {joined > 0 && t('repeats.joined', { count: joined, number: numberText(joined) })}{' '}
        {waiting > 0 && t('repeats.waiting', { count: waiting, number: numberText(waiting) })}
      </span>
      {how === 'joined' ? (
        <Button size="xs" variant="default" onClick={() => props.onArrange({ repeats: 'asked' })}>
          {t('repeats.part')}
        </Button>
      ) : (
        waiting > 0 && (
          <Button size="xs" variant="default" onClick={() => props.onArrange({ repeats: 'joined' })}>
            {t('repeats.join')}
          </Button>
        )
      )}
    </div>
  );
}
