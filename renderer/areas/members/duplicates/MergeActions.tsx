import { Button } from '@mantine/core';
import { IconArrowsLeftRight } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ErrorLine } from '../../../components/ErrorPanel';
import { Keys } from '../../../components/Keys';
import classes from './Duplicates.module.css';

interface MergeActionsProps {
  readonly error: unknown;
  readonly merging: 'now' | 'not_yet';
  onApart(): void;
  /** The other record is to stay. */
  onSwap(): void;
}

/** What can be done with a pair, and what merging does. */
export function MergeActions(props: MergeActionsProps) {
  const { t } = useTranslation(['duplicates', 'common']);
  return (
    <div className={classes.paneFoot}>
      <ErrorLine error={props.error} />
      <div className={classes.paneActions}>
        <Button type="submit" size="lg" variant="filled" loading={props.merging === 'now'}>
          {t('pane.merge')}
        </Button>
        <Keys keys={[t('common:keys.enter')]} />
        <Button size="lg" onClick={props.onApart}>
          {t('pane.apart')}
        </Button>
        <Keys keys={['D']} />
        <Button
          size="lg"
          variant="subtle"
          color="gray"
          leftSection={<IconArrowsLeftRight />}
          onClick={props.onSwap}
        >
          {t('pane.swap')}
        </Button>
      </div>
      <p className="quiet">{t('pane.effect')}</p>
    </div>
  );
}
