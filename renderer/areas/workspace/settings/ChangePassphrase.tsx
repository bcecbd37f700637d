import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/calls';
import { useWorkspace } from '../../../app/workspace';
import { ErrorLine } from '../../../components/ErrorPanel';
import { SecretInput } from '../../../components/SecretInput';
import { PassphraseFields, useNewPassphrase } from '../PassphraseFields';
import classes from './Settings.module.css';

/** A new passphrase in place of the present one; the recovery sheet stays valid. */
export function ChangePassphrase() {
  const { t } = useTranslation(['workspace', 'common']);
  const [state, setState] = useState<'closed' | 'open' | 'changed'>('closed');
  if (state === 'open') return <Form onClose={(changed) => setState(changed)} />;
  return (
    <div className={classes.buttons}>
      <Button onClick={() => setState('open')}>{t('settings.changePassphrase')}</Button>
      {state === 'changed' && (
        <span className={classes.saved} role="status">
          <IconCircleCheck className="icon-15" /> {t('settings.passphraseChanged')}
        </span>
      )}
    </div>
  );
}

function Form(props: { onClose(state: 'closed' | 'changed'): void }) {
  const { t } = useTranslation(['workspace', 'common']);
  const workspace = useWorkspace();
  const [present, setPresent] = useState('');
  const passphrase = useNewPassphrase([workspace.name, workspace.code]);
  const change = useCommand('workspace.changePassphrase');
  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase.ready === null) return;
        change.mutate(
          { passphrase: present, newPassphrase: passphrase.ready },
          { onSuccess: () => props.onClose('changed') },
        );
      }}
    >
      <SecretInput
        maw="24rem"
        label={t('settings.presentPassphrase')}
        value={present}
        autoFocus
        onChange={(event) => setPresent(event.currentTarget.value)}
      />
      <PassphraseFields
        passphrase={passphrase}
        label={t('settings.newPassphrase')}
        hint={t('passphrase.hint')}
        repeatHint={t('passphrase.when')}
      />
      <ErrorLine error={change.error} />
      <div className={classes.buttons}>
        <Button
          type="submit"
          variant="filled"
          disabled={passphrase.ready === null || present === ''}
          loading={change.isPending}
        >
          {t('settings.changePassphrase')}
        </Button>
        <Button onClick={() => props.onClose('closed')}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}
