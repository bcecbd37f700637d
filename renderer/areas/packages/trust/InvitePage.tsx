import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Output } from '../../../../main/core/contract/operations';
import { useAnswer } from '../../../app/calls';
import { WriteButton } from '../WriteButton';
import { DigitsAloud } from './DigitsAloud';
import { InviteForm } from './InviteForm';
import classes from './Trust.module.css';
import { WizardFrame } from './WizardFrame';

type Invitation = Output<'trust.invite'> & { readonly name: string };

/** Invites a committee or a second coordination; then says what to send and what to read aloud. */
export function InvitePage() {
  const trust = useAnswer('trust.overview', {}).data;
  const [ready, setReady] = useState<Invitation | null>(null);
  if (trust === undefined) return null;
  if (ready !== null) return <Ready invitation={ready} rootDigits={trust.rootDigits ?? ''} />;
  return <InviteForm trust={trust} onReady={setReady} />;
}

function Ready(props: { readonly invitation: Invitation; readonly rootDigits: string }) {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  const { invitation } = props;
  return (
    <WizardFrame
      title={t('trust.invite.title')}
      heading={t('trust.invite.ready', { name: invitation.name })}
      text={t('trust.invite.next')}
    >
      <div className={`${classes.block} ${classes.buttons}`}>
        <WriteButton outbox={invitation.outbox} fileName={invitation.fileName} size="lg" strength="filled" />
      </div>
      <section className={classes.block}>
        <h3>{t('trust.digits.root')}</h3>
        <p className={classes.hint}>{t('trust.invite.aloud')}</p>
        <DigitsAloud digits={props.rootDigits} size="large" />
      </section>
      <p className={classes.lead}>{t('trust.invite.then')}</p>
      <div className={`${classes.block} ${classes.buttons}`}>
        <Button size="lg" onClick={() => void navigate('/trust')}>
          {t('trust.invite.back')}
        </Button>
      </div>
    </WizardFrame>
  );
}
