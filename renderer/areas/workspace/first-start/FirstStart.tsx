import { Button } from '@mantine/core';
import { IconArrowLeft, IconArrowRight, IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../main/core/contract/values';
import { useAnswer } from '../../../app/calls';
import { languageNames } from '../../../app/i18n';
import { OpeningFrame } from '../OpeningFrame';
import frame from '../OpeningFrame.module.css';
import { roleText } from '../roles';
import { emptyDraft, isLead, reasonToWait, type StartDraft, type StartStep, startSteps } from './draft';
import { LanguageStep } from './LanguageStep';
import { PeopleStep } from './PeopleStep';
import { ProtectionStep } from './ProtectionStep';
import { ReferenceStep } from './ReferenceStep';
import { RootStep } from './RootStep';
import { SpaceStep } from './SpaceStep';

interface FirstStartProps {
  readonly language: Language;
  /** The workspace is about to be made: the window must stay here until the end. */
  onBegin(): void;
  onEnd(): void;
  /** Can one go back to the list of workspaces? */
  readonly leave: 'possible' | 'impossible';
}

/** Five steps from nothing to an open, protected workspace. */
export function FirstStart(props: FirstStartProps) {
  const { t } = useTranslation(['workspace', 'common']);
  const [step, setStep] = useState<StartStep>('language');
  const [draft, setDraft] = useState<StartDraft>(emptyDraft);
  const change = (part: Partial<StartDraft>) => setDraft((before) => ({ ...before, ...part }));
  const at = startSteps.indexOf(step);
  const goTo = (index: number) => {
    const next = startSteps[index];
    if (next !== undefined) setStep(next);
  };
  const lead = isLead(draft);
  const reason = reasonToWait(step, draft);
  useFocusTitle(step);

  const back =
    step === 'language' ? (
      props.leave === 'possible' && (
        <Button size="lg" variant="subtle" color="gray" onClick={props.onEnd}>
          {t('firstStart.leave')}
        </Button>
      )
    ) : (
      <Button
        size="lg"
        variant="subtle"
        color="gray"
        leftSection={<IconArrowLeft className="directional" />}
        onClick={() => goTo(at - 1)}
      >
        {t('firstStart.previous')}
      </Button>
    );
  const foot = (
    <>
      {back}
      <span className={frame.reason}>{reason !== null && t(`firstStart.reasons.${reason}`)}</span>
      <Button
        size="lg"
        variant="filled"
        type="submit"
        rightSection={<IconArrowRight className="directional" />}
        disabled={reason !== null}
      >
        {t('firstStart.continue')}
      </Button>
    </>
  );

  const panel = <Steps at={at} draft={draft} language={props.language} lead={lead ? 'lead' : 'other'} />;
  const shared = { promise: t('firstStart.promise'), panel };

  if (step === 'protection') {
    return (
      <ProtectionStep
        {...shared}
        draft={draft}
        language={props.language}
        back={back}
        onBegin={props.onBegin}
        onDone={() => setStep('last')}
      />
    );
  }
  if (step === 'last') return <LastStep {...shared} lead={lead ? 'lead' : 'other'} onEnd={props.onEnd} />;
  return (
    <OpeningFrame
      {...shared}
      title={t(`firstStart.${step}.title`)}
      hint={t(`firstStart.${step}.hint`)}
      foot={foot}
      onSubmit={() => reason === null && goTo(at + 1)}
    >
      {step === 'language' && <LanguageStep language={props.language} onNext={() => goTo(at + 1)} />}
      {step === 'space' && <SpaceStep draft={draft} onChange={change} />}
      {step === 'people' && <PeopleStep draft={draft} onChange={change} />}
    </OpeningFrame>
  );
}

/** A coordination that leads makes its root key now; anybody else sees what the programme brings. */
function LastStep(props: {
  readonly promise: string;
  readonly panel: React.ReactNode;
  readonly lead: 'lead' | 'other';
  onEnd(): void;
}) {
  const state = useAnswer('workspace.state', {}).data;
  const rootLeft =
    state?.status === 'open' && (state.enrolment === 'root_to_make' || state.enrolment === 'root_to_confirm');
  if (props.lead === 'lead' && (rootLeft || state === undefined)) return <RootStep {...props} />;
  return <ReferenceStep {...props} />;
}

function Steps(props: {
  readonly at: number;
  readonly draft: StartDraft;
  readonly language: Language;
  readonly lead: 'lead' | 'other';
}) {
  const { t } = useTranslation(['workspace', 'common']);
  const first = props.draft.people.find((person) => person.name.trim() !== '');
  const values = [
    languageNames[props.language],
    props.draft.name,
    first === undefined ? '' : [first.name, roleText(first.role)].filter(Boolean).join(', '),
  ];
  const labels = [
    t('firstStart.steps.language'),
    t('firstStart.steps.space'),
    t('firstStart.steps.people'),
    t('firstStart.steps.protection'),
    props.lead === 'lead' ? t('firstStart.steps.root') : t('firstStart.steps.reference'),
  ];
  return (
    <ol className={frame.steps} aria-label={t('common:wizard.steps')}>
      {labels.map((label, index) => (
        <li key={label} className={frame.step} aria-current={index === props.at ? 'step' : undefined}>
          <span className={frame.stepNumber}>
            {index < props.at ? <IconCheck className="icon-15" /> : index + 1}
          </span>
          {label}
          {index < props.at && <span className={frame.stepValue}>{values[index]}</span>}
        </li>
      ))}
    </ol>
  );
}

/** After a step, the reading starts at its first field. */
function useFocusTitle(step: StartStep) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step says when to move the focus
  useEffect(() => {
    document.querySelector<HTMLElement>('main input, main button')?.focus();
  }, [step]);
}
