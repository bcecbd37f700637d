import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer, useCommand } from '../../app/calls';
import { bytesText, quarterText } from '../../app/formats';
import { useSay } from '../../app/status';
import { ErrorLine } from '../../components/ErrorPanel';
import { SecretInput } from '../../components/SecretInput';
import classes from './packages.module.css';

/** What a report announced and did not carry: signed into packages of their own when the connection allows. */
export function RemainingAttachments() {
  const { t } = useTranslation('attachments');
  const remaining = useAnswer('attachments.remaining', {}).data;
  const { mutate, isPending, error } = useCommand('attachments.sendRemaining');
  const [passphrase, setPassphrase] = useState('');
  const say = useSay();
  if (remaining === undefined || remaining.count === 0 || remaining.quarter === null) return null;
  const { count, bytes, quarter } = remaining;
  return (
    <section className={classes.remaining} aria-label={t('remaining.title')}>
      <IconPaperclip className="icon-15" />
      <p>{t('remaining.text', { count, size: bytesText(bytes), quarter: quarterText(quarter) })}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          mutate(
            { passphrase },
            {
              onSuccess: ({ packages }) => {
                setPassphrase('');
                say(t('remaining.done', { count: packages.length }));
              },
            },
          );
        }}
      >
        <SecretInput
          size="sm"
          aria-label={t('remaining.passphrase')}
          placeholder={t('remaining.passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button type="submit" disabled={passphrase === ''} loading={isPending}>
          {t('remaining.send')}
        </Button>
      </form>
      <ErrorLine error={error} />
    </section>
  );
}
