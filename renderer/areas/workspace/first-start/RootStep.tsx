import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../app/calls';
import { OpeningFrame } from '../OpeningFrame';
import frame from '../OpeningFrame.module.css';
import { RootKey } from '../RootKey';

interface RootStepProps {
  readonly promise: string;
  readonly panel: ReactNode;
  onEnd(): void;
}

/** Last step of the lead coordination: the key from which all trust of the programme comes. */
export function RootStep(props: RootStepProps) {
  const { t } = useTranslation('workspace');
  const state = useAnswer('workspace.state', {}).data;
  return (
    <OpeningFrame
      promise={props.promise}
      panel={props.panel}
      title={t('root.title')}
      hint={t('root.hint')}
      foot={
        <>
          <span className={frame.reason}>{t('root.laterHint')}</span>
          <Button size="lg" onClick={props.onEnd}>
            {t('root.later')}
          </Button>
        </>
      }
    >
      {state?.status === 'open' && <RootKey workspace={state} />}
    </OpeningFrame>
  );
}
