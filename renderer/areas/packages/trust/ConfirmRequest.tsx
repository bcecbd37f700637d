import { Button } from '@mantine/core';
import { IconArrowLeft, IconSignature } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TrustOverview } from '../../../../main/core/contract/packages/operations';
import { useCommand } from '../../../app/calls';
import { SecretInput } from '../../../components/SecretInput';
import { DigitsInput } from './DigitsInput';
import { DigitsVerdict } from './DigitsVerdict';
import { type ChosenFile, RootFile, RootRefusal } from './RootFile';
import classes from './Trust.module.css';
import { useHeardDigits } from './use-heard-digits';
import { WizardFrame } from './WizardFrame';

/** What became of a request that was confirmed. */
export interface Enrolled {
  readonly name: string;
  readonly version: number;
  readonly outbox: string;
  readonly fileName: string;
}

interface ConfirmRequestProps {
  readonly request: TrustOverview['requests'][number];
  /** Version of the register that will be signed. */
  readonly version: number;
  onEnrolled(enrolled: Enrolled): void;
  /** The last try was wrong: the request is put aside. */
  onLost(): void;
}

/** Digits first, then the root key from its stick: the core compares the digits before it reads the key. */
export function ConfirmRequest(props: ConfirmRequestProps) {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  const { request, version } = props;
  const heard = useHeardDigits();
  const [root, setRoot] = useState<ChosenFile | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const confirm = useCommand('trust.confirmRequest');
  const reason = reasonToWait();

  function reasonToWait(): string | null {
    if (heard.missing > 0) return t('trust.digits.left', { count: heard.missing });
    if (root === null) return t('trust.confirm.missing.root');
    return passphrase === '' ? t('trust.confirm.missing.passphrase') : null;
  }

  const submit = () => {
    if (reason !== null || root === null || confirm.isPending) return;
    confirm.mutate(
      { request: request.id, digits: heard.text, root: root.handle, rootPassphrase: passphrase },
      {
        onSuccess: (answer) => {
          if (answer.match === 'yes') props.onEnrolled({ name: request.name, ...answer });
          else heard.mark(answer.groups);
          if (answer.match === 'no' && answer.triesLeft <= 0) props.onLost();
        },
        // Whatever is wrong with the root key was met after the digits were found right.
        onError: heard.markAllRight,
      },
    );
  };

  return (
    <WizardFrame
      title={t('trust.confirm.title', { name: request.name })}
      heading={t('trust.confirm.digits')}
      text={t('trust.confirm.digitsHint')}
      back={
        <Button
          size="lg"
          variant="subtle"
          color="gray"
          leftSection={<IconArrowLeft className="directional" />}
          onClick={() => void navigate('/trust')}
        >
          {t('trust.invite.back')}
        </Button>
      }
      reason={reason}
      button={
        <Button
          type="submit"
          size="lg"
          variant="filled"
          leftSection={<IconSignature />}
          disabled={reason !== null}
          loading={confirm.isPending}
        >
          {t('trust.confirm.submit', { version })}
        </Button>
      }
      onSubmit={submit}
    >
      <div className={classes.block}>
        <DigitsInput
          legend={t('trust.call.legend')}
          groups={heard.groups}
          marks={heard.marks}
          onChange={heard.change}
        />
        <DigitsVerdict marks={heard.marks} triesLeft={request.triesLeft} />
      </div>
      <section className={classes.block}>
        <h3>{t('trust.confirm.root')}</h3>
        <p className={classes.hint}>{t('trust.confirm.rootHint')}</p>
        <RootFile file={root} onChoose={setRoot} />
        <div className={classes.form}>
          <SecretInput
            label={t('trust.confirm.passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
        </div>
        <RootRefusal error={confirm.error} />
      </section>
    </WizardFrame>
  );
}
