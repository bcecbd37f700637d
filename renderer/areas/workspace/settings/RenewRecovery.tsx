import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../../app/calls';
import { useWorkspace } from '../../../app/workspace';
import { ErrorLine } from '../../../components/ErrorPanel';
import { SecretInput } from '../../../components/SecretInput';
import { AskedGroups, KeepRecovery, type Recovery, RecoverySheet, useAskedGroups } from '../RecoverySheet';
import classes from './Settings.module.css';

type Stage =
  | { readonly at: 'closed' }
  | { readonly at: 'passphrase' }
  | { readonly at: 'sheet'; readonly recovery: Recovery }
  | { readonly at: 'done' };

/** A new recovery sheet: the former one stops working; it too is asked back before it leaves the screen. */
export function RenewRecovery() {
  const { t } = useTranslation(['workspace', 'common']);
  const { recovery } = useWorkspace();
  const [stage, setStage] = useState<Stage>({ at: 'closed' });
  if (stage.at === 'passphrase') {
    return (
      <AskPassphrase
        onCancel={() => setStage({ at: 'closed' })}
        onSheet={(sheet) => setStage({ at: 'sheet', recovery: sheet })}
      />
    );
  }
  if (stage.at === 'sheet') {
    return <NewSheet recovery={stage.recovery} onDone={() => setStage({ at: 'done' })} />;
  }
  return (
    <div className={classes.buttons}>
      <Button
        variant={recovery === 'to_confirm' ? 'filled' : 'default'}
        onClick={() => setStage({ at: 'passphrase' })}
      >
        {t('settings.newSheet')}
      </Button>
      {stage.at === 'done' ? (
        <span className={classes.saved} role="status">
          <IconCircleCheck className="icon-15" /> {t('settings.sheetConfirmed')}
        </span>
      ) : (
        <span className="quiet">
          {recovery === 'to_confirm' ? t('settings.sheetToConfirm') : t('settings.sheetHint')}
        </span>
      )}
    </div>
  );
}

function AskPassphrase(props: { onCancel(): void; onSheet(recovery: Recovery): void }) {
  const { t } = useTranslation(['workspace', 'common']);
  const [passphrase, setPassphrase] = useState('');
  const renew = useCommand('workspace.renewRecovery');
  return (
    <form
      className={classes.panel}
      onSubmit={(event) => {
        event.preventDefault();
        renew.mutate({ passphrase }, { onSuccess: props.onSheet });
      }}
    >
      <p>{t('settings.newSheetExplain')}</p>
      <SecretInput
        maw="24rem"
        label={t('settings.presentPassphrase')}
        value={passphrase}
        autoFocus
        onChange={(event) => setPassphrase(event.currentTarget.value)}
      />
      <ErrorLine error={renew.error} />
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" disabled={passphrase === ''} loading={renew.isPending}>
          {t('settings.makeSheet')}
        </Button>
        <Button onClick={props.onCancel}>{t('common:cancel')}</Button>
      </div>
    </form>
  );
}

function NewSheet(props: { readonly recovery: Recovery; onDone(): void }) {
  const { t } = useTranslation('workspace');
  const workspace = useWorkspace();
  const asked = useAskedGroups(props.recovery);
  const confirm = useCommand('workspace.confirmRecovery');
  const sheet = { recovery: props.recovery, owner: workspace.name, day: workspace.today };
  return (
    <div className={classes.panel}>
      <RecoverySheet {...sheet} />
      <KeepRecovery {...sheet} />
      <h3>{t('recovery.copyBack')}</h3>
      <AskedGroups asked={asked} />
      <ErrorLine error={confirm.error} />
      <div className={classes.buttons}>
        <Button
          variant="filled"
          disabled={asked.complete === null}
          loading={confirm.isPending}
          onClick={() =>
            asked.complete !== null && confirm.mutate({ groups: asked.complete }, { onSuccess: props.onDone })
          }
        >
          {t('settings.confirmSheet')}
        </Button>
        {asked.complete === null && (
          <span className="quiet">{t('firstStart.reasons.digits', { count: asked.missing })}</span>
        )}
      </div>
    </div>
  );
}
