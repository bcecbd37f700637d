import { Select, UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../main/core/contract/spreadsheets/operations';
import classes from './OpenQuestion.module.css';

/**
 * What must be said before the rows are read: which column is the name of the organisations, where several could be;
 * that it is a list of organisations, where it seems to be one of persons or meetings.
 */
export function OpenQuestion(props: {
  readonly view: ImportView;
  readonly question: NonNullable<ImportView['question']>;
  onArrange(wanted: { targets: Record<string, string> }): void;
}) {
  const { t } = useTranslation('spreadsheets');
  const { view, question } = props;
  const choose = (column: number) => props.onArrange({ targets: { [column]: 'name' } });
  const headingOf = (index: number) =>
    view.columns[index]?.heading || t('grid.noHeading', { number: index + 1 });
  const offered = new Set(question.candidates.map(({ index }) => index));
  return (
    <section className={classes.question} aria-labelledby="import-question">
      <h2 id="import-question">{t(`question.${question.kind}.title`)}</h2>
      <p>{t(`question.${question.kind}.text`)}</p>
      {question.candidates.map(({ index, samples }) => (
        <UnstyledButton key={index} className={classes.candidate} onClick={() => choose(index)}>
          <strong>
            <bdi>{headingOf(index)}</bdi>
          </strong>
          <span className={classes.samples}>
            {samples.map((sample) => (
              <bdi key={sample}>{sample}</bdi>
            ))}
          </span>
        </UnstyledButton>
      ))}
      <Select
        className={classes.other ?? ''}
        label={t(question.candidates.length > 0 ? 'question.otherColumn' : 'question.nameColumn')}
        placeholder={t('question.choose')}
        data={view.columns
          .filter(({ index }) => !offered.has(index))
          .map(({ index }) => ({ value: String(index), label: headingOf(index) }))}
        value={null}
        searchable
        onChange={(column) => column !== null && choose(Number(column))}
      />
    </section>
  );
}
