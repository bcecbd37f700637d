import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenFilesButton } from '../OpenFilesButton';
import { DigitsAloud } from './DigitsAloud';
import type { StepHead } from './EnrolmentSteps';
import classes from './Trust.module.css';
import { WizardFrame } from './WizardFrame';

/** Last step: the register with the own key comes back. */
export function RegisterStep(props: {
  readonly head: StepHead;
  readonly ownDigits: string;
  readonly back: ReactNode;
}) {
  const { t } = useTranslation('packages');
  return (
    <WizardFrame
      {...props.head}
      at={3}
      heading={t('trust.register.title')}
      text={t('trust.register.text')}
      back={props.back}
    >
      <div className={classes.block}>
        <OpenFilesButton strength="filled">{t('trust.register.open')}</OpenFilesButton>
      </div>
      <p className={classes.lead}>{t('trust.register.meanwhile')}</p>
      <section className={classes.block}>
        <h3>{t('trust.digits.own')}</h3>
        <p className={classes.hint}>{t('trust.register.digitsAgain')}</p>
        <DigitsAloud digits={props.ownDigits} size="large" />
      </section>
    </WizardFrame>
  );
}
