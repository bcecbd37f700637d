import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { OpenFilesButton } from '../OpenFilesButton';
import type { StepHead } from './EnrolmentSteps';
import classes from './Trust.module.css';
import { WizardFrame } from './WizardFrame';

/** First step: the invitation's file. */
export function InvitationStep(props: { readonly head: StepHead; readonly lost: 'no' | 'yes' }) {
  const { t } = useTranslation('packages');
  return (
    <WizardFrame {...props.head} at={0} heading={t('trust.begin.title')} text={t('trust.begin.text')}>
      {props.lost === 'yes' && (
        <p className={classes.notice} role="alert">
          <IconAlertTriangle /> <span>{t('trust.begin.lost')}</span>
        </p>
      )}
      <div className={classes.block}>
        <OpenFilesButton strength="filled">{t('trust.begin.open')}</OpenFilesButton>
      </div>
      <p className={classes.lead}>{t('trust.begin.ask')}</p>
    </WizardFrame>
  );
}
