import { Button, Textarea } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/calls';
import { ErrorLine } from '../../../components/ErrorPanel';
import classes from './Closing.module.css';

interface RectifyProps {
  readonly quarter: string;
  /** Number the rectification will have. */
  readonly revision: number;
}

/** Opens a signed quarter again, under a number and for a reason that travels with it. */
export function Rectify(props: RectifyProps) {
  const { t } = useTranslation(['quarter', 'common']);
  const [shown, setShown] = useState<'button' | 'form'>('button');
  const [reason, setReason] = useState('');
  const start = useCommand('quarter.startRectification');
  if (shown === 'button') {
    return (
      <div className={classes.buttons}>
        <Button leftSection={<IconRefresh />} onClick={() => setShown('form')}>
          {t('rectify.open')}
        </Button>
      </div>
    );
  }
  const isReady = reason.trim() !== '';
  return (
    <form
      className={classes.inline}
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) start.mutate({ quarter: props.quarter, reason: reason.trim() });
      }}
    >
      <h3>{t('rectify.title', { revision: props.revision })}</h3>
      <p>{t('rectify.text')}</p>
      <Textarea
        label={t('rectify.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        minRows={2}
        maxRows={8}
        maxLength={2_000}
        dir="auto"
        autoFocus
      />
      <ErrorLine error={start.error} />
      <div className={classes.buttons}>
        <Button type="submit" disabled={!isReady} loading={start.isPending}>
          {t('rectify.action')}
        </Button>
        <Button variant="subtle" onClick={() => setShown('button')}>
          {t('common:cancel')}
        </Button>
        {!isReady && <span className="quiet">{t('rectify.reasonMissing')}</span>}
      </div>
    </form>
  );
}
