import { IconCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { InterviewQuestion } from '../../../../main/core/contract/members/interview';
import type { ReadAnswer } from './answers';
import classes from './Interview.module.css';
import { labelOf, type PrintedOption } from './questions';

/** The answers printed under the current question, with their letters; those that were typed are ticked. */
export function PrintedAnswers(props: {
  readonly question: InterviewQuestion;
  readonly options: readonly PrintedOption[];
  readonly read: ReadAnswer;
}) {
  const { t } = useTranslation('members');
  const { question, options, read } = props;
  const codes = read.ok ? read.codes : [];
  return (
    <section className={classes.answers} aria-label={t('interview.answers')}>
      <h2>
        <span className={classes.number}>{question.number}</span> {labelOf(question)}
      </h2>
      {options.length === 0 ? (
        <p className="quiet">{t('interview.write')}</p>
      ) : (
        <ol>
          {options.map(({ mark, code, label }) => (
            <li key={code} data-meant={codes.includes(code) || undefined}>
              <b>{mark}</b> <span>{label}</span>
              {codes.includes(code) && <IconCheck className="icon-15" />}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
