import { Button } from '@mantine/core';
import { IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TrustOverview } from '../../../../main/core/contract/packages/operations';
import { useCommand } from '../../../app/calls';
import { ErrorLine } from '../../../components/ErrorPanel';
import { partyText } from '../words';
import { DigitsInput } from './DigitsInput';
import { DigitsVerdict } from './DigitsVerdict';
import type { StepHead } from './EnrolmentSteps';
import classes from './Trust.module.css';
import { useHeardDigits } from './use-heard-digits';
import { WizardFrame } from './WizardFrame';

interface CallStepProps {
  readonly head: StepHead;
  readonly invitation: NonNullable<TrustOverview['invitation']>;
  /** The last try was wrong: the invitation is put aside. */
  onLost(): void;
}

/** Second step: the root's digits, typed by ear. When they match, the root is pinned and the request is made. */
export function CallStep(props: CallStepProps) {
  const { t } = useTranslation('packages');
  const { invitation } = props;
  const heard = useHeardDigits();
  const accept = useCommand('trust.acceptInvitation');
  const check = () => {
    if (heard.missing > 0 || accept.isPending) return;
    accept.mutate(
      { invitation: invitation.id, digits: heard.text },
      {
        onSuccess: (answer) => {
          if (answer.match === 'yes') return;
          heard.mark(answer.groups);
          if (answer.triesLeft <= 0) props.onLost();
        },
      },
    );
  };
  return (
    <WizardFrame
      {...props.head}
      at={1}
      heading={t('trust.call.title')}
      text={t('trust.call.text', { from: partyText(invitation.from) })}
      reason={heard.missing > 0 ? t('trust.digits.left', { count: heard.missing }) : null}
      button={
        <Button
          size="lg"
          type="submit"
          variant="filled"
          leftSection={<IconPhone />}
          disabled={heard.missing > 0}
          loading={accept.isPending}
        >
          {t('trust.call.check')}
        </Button>
      }
      onSubmit={check}
    >
      <div className={classes.block}>
        <DigitsInput
          legend={t('trust.call.legend')}
          groups={heard.groups}
          marks={heard.marks}
          onChange={heard.change}
        />
      </div>
      <DigitsVerdict marks={heard.marks} triesLeft={invitation.triesLeft} />
      <ErrorLine error={accept.error} />
    </WizardFrame>
  );
}
