import { Button } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconDeviceFloppy, IconEraser, IconPrinter } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { InterviewQuestion } from '../../../../main/core/contract/members/interview';
import { call } from '../../../app/calls';
import { useScreenKeys } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { ErrorLine, ErrorPanel } from '../../../components/ErrorPanel';
import { Keys } from '../../../components/Keys';
import { PageHead } from '../../../components/PageHead';
import { LikePanel } from '../duplicates/LikePanel';
import { type Answers, readAnswer, understood } from './answers';
import { GoToNumber } from './GoToNumber';
import classes from './Interview.module.css';
import { useInterviewForm } from './interview-form';
import { PrintedAnswers } from './PrintedAnswers';
import { goOnWithEnter, inputIdOf, QuestionRow } from './QuestionRow';
import { optionsOf, paperQuestions, paperSections, titleOf } from './questions';

/** Typing back the paper of an interview, by the keyboard alone; what was typed before is there again. */
export function InterviewPage() {
  const [first, setFirst] = useState<Answers | null>(null);
  const [error, setError] = useState<unknown>(null);
  // Asked once for each visit: from then on the page itself is what changes the draft.
  useEffect(() => {
    call('interviews.draft', {}).then((draft) => setFirst(draft?.answers ?? {}), setError);
  }, []);
  if (error !== null) return <ErrorPanel error={error} />;
  return first === null ? null : <Form first={first} />;
}

function focusOn(question: InterviewQuestion | undefined) {
  if (question !== undefined) document.getElementById(inputIdOf(question))?.focus();
}

function Form(props: { readonly first: Answers }) {
  const { t } = useTranslation(['members', 'common', 'documents']);
  const navigate = useNavigate();
  const place = useWorkspace();
  const form = useInterviewForm(props.first, place);
  const { answers, refusals, keeper } = form;
  const [current, setCurrent] = useState<InterviewQuestion | undefined>(paperQuestions[0]);
  useEffect(() => {
    focusOn(paperQuestions.find(({ key }) => (props.first[key] ?? '') === ''));
  }, [props.first]);
  const enter = () =>
    form.enter(
      () => focusOn(paperQuestions[0]),
      (key) => focusOn(paperQuestions.find((question) => question.key === key)),
    );
  useHotkeys([['mod+Enter', enter]], [], true);
  useTakeBack(form.takeBack);
  useScreenKeys([
    { keys: [t('common:keys.enter')], label: t('interview.keys.next') },
    { keys: ['Ctrl', 'G'], label: t('interview.goTo') },
    { keys: ['Ctrl', t('common:keys.enter')], label: t('interview.keys.enter') },
  ]);
  const isAboutPerson = current !== undefined && ['persons', 'affiliations'].includes(current.entity.entity);
  const kind = isAboutPerson ? 'persons' : 'organisations';
  return (
    <>
      <PageHead title={t('interview.title')} hint={t('interview.hint')}>
        <GoToNumber onGo={focusOn} onBack={() => focusOn(current)} />
        <Button leftSection={<IconPrinter />} onClick={() => void navigate('/organisations/interview/paper')}>
          {t('documents:interview.blankAction')}
        </Button>
      </PageHead>
      <div className={classes.page}>
        <form
          className={classes.form}
          onKeyDown={goOnWithEnter}
          onSubmit={(event) => {
            event.preventDefault();
            enter();
          }}
        >
          {paperSections.map((section) => (
            <section
              key={section.key}
              className={classes.section}
              aria-labelledby={`interview-${section.key}`}
            >
              <h2 id={`interview-${section.key}`}>
                <span className={classes.number}>{section.number}</span> {titleOf(section)}
              </h2>
              {section.questions.map((question) => (
                <QuestionRow
                  key={question.key}
                  question={question}
                  typed={answers[question.key] ?? ''}
                  read={readAnswer(question, answers[question.key] ?? '', place)}
                  refusal={refusals.get(question.key) ?? null}
                  isCurrent={question.key === current?.key}
                  onType={(text) => form.type(question.key, text)}
                  onFocus={() => setCurrent(question)}
                  onLeave={keeper.flush}
                />
              ))}
            </section>
          ))}
          <div className={classes.end}>
            <Button
              type="submit"
              size="lg"
              variant="filled"
              leftSection={<IconDeviceFloppy />}
              loading={form.isEntering}
            >
              {t('interview.enter')}
            </Button>
            <Keys keys={['Ctrl', t('common:keys.enter')]} />
            <Button
              size="lg"
              variant="subtle"
              color="gray"
              leftSection={<IconEraser />}
              onClick={() => {
                form.clear();
                focusOn(paperQuestions[0]);
              }}
            >
              {t('interview.clear')}
            </Button>
            <span className="quiet" role="status">
              {keeper.state === 'kept' && t('interview.kept')}
            </span>
            <ErrorLine error={keeper.error} />
          </div>
        </form>
        <div className={classes.beside}>
          {current !== undefined && (
            <PrintedAnswers
              question={current}
              options={optionsOf(current, place.country)}
              read={readAnswer(current, answers[current.key] ?? '', place)}
            />
          )}
          <LikePanel key={kind} kind={kind} values={understood(answers, place, kind)} />
        </div>
      </div>
    </>
  );
}

/** Ctrl+Z in a form where nothing was typed since takes back the sheet that left; else it is the field's own. */
function useTakeBack(takeBack: () => boolean) {
  useHotkeys(
    [
      [
        'mod+Z',
        (event) => {
          const isInField = event.target instanceof Element && event.target.matches('input, textarea');
          if (isInField && takeBack()) event.preventDefault();
        },
        { preventDefault: false },
      ],
    ],
    [],
    true,
  );
}
