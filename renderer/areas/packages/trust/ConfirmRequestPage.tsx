import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { useAnswer } from '../../../app/calls';
import { WriteButton } from '../WriteButton';
import { ConfirmRequest, type Enrolled } from './ConfirmRequest';
import classes from './Trust.module.css';
import { WizardFrame } from './WizardFrame';

/** One enrolment request: digits typed by ear, root key at hand, register signed; then its file. */
export function ConfirmRequestPage() {
  const { id } = useParams();
  const trust = useAnswer('trust.overview', {}).data;
  const [enrolled, setEnrolled] = useState<Enrolled | null>(null);
  const [lost, setLost] = useState<'no' | 'yes'>('no');
  if (trust === undefined) return null;
  if (enrolled !== null) return <Done enrolled={enrolled} />;
  const request = trust.requests.find((waiting) => waiting.id === id);
  if (lost === 'yes' || request === undefined) return <Gone lost={lost} />;
  return (
    <ConfirmRequest
      key={request.id}
      request={request}
      version={(trust.register?.version ?? 0) + 1}
      onEnrolled={setEnrolled}
      onLost={() => setLost('yes')}
    />
  );
}

function BackToTrust() {
  const { t } = useTranslation('packages');
  const navigate = useNavigate();
  return (
    <Button size="lg" onClick={() => void navigate('/trust')}>
      {t('trust.invite.back')}
    </Button>
  );
}

function Gone(props: { readonly lost: 'no' | 'yes' }) {
  const { t } = useTranslation('packages');
  return (
    <WizardFrame title={t('trust.title')} heading={t('titles.enrol')}>
      <p className={classes.notice} role="alert">
        <IconAlertTriangle />
        <span>{props.lost === 'yes' ? t('trust.confirm.lost') : t('trust.confirm.gone')}</span>
      </p>
      <div className={classes.block}>
        <BackToTrust />
      </div>
    </WizardFrame>
  );
}

function Done(props: { readonly enrolled: Enrolled }) {
  const { t } = useTranslation('packages');
  const { name, version, outbox, fileName } = props.enrolled;
  return (
    <WizardFrame
      title={t('trust.title')}
      heading={t('trust.confirm.done', { name, version })}
      text={t('trust.confirm.doneText')}
    >
      <div className={`${classes.block} ${classes.buttons}`}>
        <WriteButton outbox={outbox} fileName={fileName} size="lg" strength="filled">
          {t('trust.confirm.save')}
        </WriteButton>
        <BackToTrust />
      </div>
    </WizardFrame>
  );
}
