import { Button, TextInput } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { KnownWorkspace } from '../../../../main/core/contract/workspace/operations';
import { useLongCommand } from '../../../app/calls';
import { wordCode } from '../../../app/errors';
import { CallProgress } from '../../../components/CallProgress';
import { ErrorLine } from '../../../components/ErrorPanel';
import first from '../first-start/FirstStart.module.css';
import { OpeningFrame } from '../OpeningFrame';
import frame from '../OpeningFrame.module.css';
import { PassphraseFields, reasonAgainst, useNewPassphrase } from '../PassphraseFields';
import classes from './Opening.module.css';
import { useCountdown } from './Unlock';

interface RecoverProps {
  readonly workspace: KnownWorkspace;
  onBack(): void;
}

const digitsOfCode = 26;

/** The digits of the recovery sheet open the workspace, and a new passphrase takes the place of the forgotten one. */
export function Recover(props: RecoverProps) {
  const { t } = useTranslation('workspace');
  const [code, setCode] = useState('');
  const passphrase = useNewPassphrase([props.workspace.name, props.workspace.code]);
  const recover = useLongCommand('workspace.unlockWithRecovery');
  const seconds = useCountdown(recover.error);
  const digits = code.replace(/[^\d٠-٩۰-۹]/g, '').length;
  const against = reasonAgainst(passphrase);
  const open = () => {
    if (reason !== null || seconds > 0 || passphrase.ready === null || recover.running) return;
    // A refusal stands in `recover.error`.
    recover.run({ id: props.workspace.id, code, newPassphrase: passphrase.ready }).catch(() => undefined);
  };
  const reason =
    digits < digitsOfCode
      ? t('recover.digitsLeft', { count: digitsOfCode - digits })
      : against === null
        ? null
        : t(`firstStart.reasons.${against}`);
  return (
    <OpeningFrame
      promise={t('opening.promise')}
      title={t('recover.title', { name: props.workspace.name })}
      hint={t('recover.hint')}
      onSubmit={open}
      foot={
        <>
          <Button
            size="lg"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowLeft className="directional" />}
            onClick={props.onBack}
          >
            {t('recover.back')}
          </Button>
          <span className={frame.reason}>{reason}</span>
          <Button
            size="lg"
            variant="filled"
            type="submit"
            disabled={reason !== null || seconds > 0}
            loading={recover.running}
          >
            {t('recover.open')}
          </Button>
        </>
      }
    >
      <h2 className={first.heading}>{t('recover.code')}</h2>
      <TextInput
        size="lg"
        maw="30rem"
        label={t('recover.codeLabel')}
        value={code}
        maxLength={60}
        inputMode="numeric"
        autoComplete="off"
        autoFocus
        className={classes.codeField ?? ''}
        onChange={(event) => setCode(spaced(event.currentTarget.value))}
      />
      <h2 className={first.heading}>{t('recover.newPassphrase')}</h2>
      <PassphraseFields
        passphrase={passphrase}
        label={t('passphrase.title')}
        hint={t('passphrase.hint')}
        repeatHint={t('passphrase.when')}
      />
      {recover.running && <CallProgress progress={recover.progress} onCancel={recover.cancel} />}
      {seconds > 0 ? (
        <p className={classes.wait} role="status">
          {wordCode('passphrase_wait', { seconds }).sentence}
        </p>
      ) : (
        <ErrorLine error={recover.error} />
      )}
    </OpeningFrame>
  );
}

/** Digits in groups of four, as the sheet prints them. */
function spaced(text: string): string {
  const digits = text.replace(/[^\d٠-٩۰-۹]/g, '').slice(0, digitsOfCode);
  return digits.match(/.{1,4}/g)?.join(' ') ?? '';
}
