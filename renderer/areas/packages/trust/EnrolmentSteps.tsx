import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboxItem, TrustOverview } from '../../../../main/core/contract/packages/operations';
import { useAnswer } from '../../../app/calls';
import { useWorkspace } from '../../../app/workspace';
import { WriteButton } from '../WriteButton';
import { CallStep } from './CallStep';
import { DigitsAloud } from './DigitsAloud';
import { InvitationStep } from './InvitationStep';
import { RegisterStep } from './RegisterStep';
import classes from './Trust.module.css';
import { WizardFrame } from './WizardFrame';

/** What every step shows at the head. */
export interface StepHead {
  readonly title: string;
  readonly steps: readonly string[];
}

/**
 * Enrolment in one telephone call, step by step. Where one is comes from the workspace itself, so the application
 * can be closed in between: invitation → call → request → register.
 */
export function EnrolmentSteps(props: { readonly trust: TrustOverview }) {
  const { t } = useTranslation('packages');
  const { enrolment, role } = useWorkspace();
  const [lost, setLost] = useState<'no' | 'yes'>('no');
  const outbox = useAnswer('packages.outbox', {}).data;
  const { invitation, ownDigits } = props.trust;
  const head: StepHead = {
    title: role === 'committee' ? t('trust.steps.titleCommittee') : t('trust.steps.titleCoordination'),
    steps: [
      t('trust.steps.invitation'),
      t('trust.steps.call'),
      t('trust.steps.request'),
      t('trust.steps.register'),
    ],
  };
  if (enrolment === 'invited' && invitation !== null) {
    return <CallStep key={invitation.id} head={head} invitation={invitation} onLost={() => setLost('yes')} />;
  }
  const request = outbox?.find((item) => item.kind === 'enrol');
  if (enrolment === 'requested' && request !== undefined && ownDigits !== null) {
    return <Requested head={head} request={request} ownDigits={ownDigits} />;
  }
  return <InvitationStep head={head} lost={lost} />;
}

/** The request is signed: it leaves as a file, the digits by voice; then the register comes back. */
function Requested(props: {
  readonly head: StepHead;
  readonly request: OutboxItem;
  readonly ownDigits: string;
}) {
  const { t } = useTranslation('packages');
  const { head, request, ownDigits } = props;
  const [step, setStep] = useState<'request' | 'register'>(
    request.writtenAt === null ? 'request' : 'register',
  );
  if (step === 'register') {
    return (
      <RegisterStep
        head={head}
        ownDigits={ownDigits}
        back={
          <Button
            size="lg"
            variant="subtle"
            color="gray"
            leftSection={<IconArrowLeft className="directional" />}
            onClick={() => setStep('request')}
          >
            {t('trust.steps.previous')}
          </Button>
        }
      />
    );
  }
  const isWritten = request.writtenAt !== null;
  return (
    <WizardFrame
      {...head}
      at={2}
      heading={t('trust.request.title')}
      text={t('trust.request.text')}
      reason={isWritten ? null : t('trust.request.notReady')}
      button={
        <Button
          size="lg"
          type="submit"
          variant={isWritten ? 'filled' : 'default'}
          disabled={!isWritten}
          rightSection={<IconArrowRight className="directional" />}
        >
          {t('trust.request.continue')}
        </Button>
      }
      onSubmit={() => setStep('register')}
    >
      <section className={classes.block}>
        <h3>{t('trust.request.file')}</h3>
        <p className={classes.hint}>{t('trust.request.fileHint')}</p>
        <div className={classes.buttons}>
          <WriteButton
            outbox={request.id}
            fileName={request.fileName}
            size="lg"
            strength={isWritten ? 'default' : 'filled'}
          />
        </div>
      </section>
      <section className={classes.block}>
        <h3>{t('trust.digits.own')}</h3>
        <p className={classes.hint}>{t('trust.digits.ownHint')}</p>
        <DigitsAloud digits={ownDigits} size="large" />
      </section>
    </WizardFrame>
  );
}
