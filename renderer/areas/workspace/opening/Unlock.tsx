import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownWorkspace } from '../../../../main/core/contract/workspace/operations';
import { CallError, useLongCommand } from '../../../app/calls';
import { wordCode } from '../../../app/errors';
import { CallProgress } from '../../../components/CallProgress';
import { ErrorLine } from '../../../components/ErrorPanel';
import { SecretInput } from '../../../components/SecretInput';
import classes from './Opening.module.css';

/** The passphrase of one workspace; too many wrong ones make it wait, with the seconds counted down. */
export function Unlock(props: { readonly workspace: KnownWorkspace; onForgotten(): void }) {
  const { t } = useTranslation('workspace');
  const [passphrase, setPassphrase] = useState('');
  const unlock = useLongCommand('workspace.unlock');
  const seconds = useCountdown(unlock.error);
  const usable = props.workspace.present === 'present';
  return (
    <form
      className={classes.unlock}
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase === '' || seconds > 0) return;
        unlock.run({ id: props.workspace.id, passphrase }).catch(() => setPassphrase(''));
      }}
    >
      <div className={classes.unlockLine}>
        <SecretInput
          label={t('opening.passphrase')}
          value={passphrase}
          disabled={!usable}
          autoFocus
          error={unlock.error !== null && seconds === 0}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <Button
          type="submit"
          size="lg"
          variant="filled"
          disabled={!usable || passphrase === '' || seconds > 0}
          loading={unlock.running}
        >
          {t('opening.open')}
        </Button>
      </div>
      {unlock.running && <CallProgress progress={unlock.progress} onCancel={unlock.cancel} />}
      {seconds > 0 ? (
        <p className={classes.wait} role="status">
          {wordCode('passphrase_wait', { seconds }).sentence}
        </p>
      ) : (
        unlock.error?.code !== 'passphrase_wait' && <ErrorLine error={unlock.error} />
      )}
      <button type="button" className={classes.link} onClick={props.onForgotten}>
        {t('opening.forgotten')}
      </button>
    </form>
  );
}

/** Seconds left of the wait that this refusal imposes, counted down to 0. */
export function useCountdown(error: unknown): number {
  const wait =
    error instanceof CallError && error.code === 'passphrase_wait' ? Number(error.params.seconds ?? 0) : 0;
  const [left, setLeft] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each refusal starts its own wait, also of equal length
  useEffect(() => {
    setLeft(wait);
    if (wait === 0) return;
    const end = Date.now() + wait * 1_000;
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((end - Date.now()) / 1_000));
      setLeft(seconds);
      if (seconds === 0) clearInterval(timer);
    }, 250);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
