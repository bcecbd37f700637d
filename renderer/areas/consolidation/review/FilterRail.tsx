import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DifferenceRow, Submission } from '../../../../main/core/contract/consolidation/operations';
import { numberText, quarterText } from '../../../app/formats';
import { natureIcons, natures } from './natures';
import type { Question } from './question';
import classes from './Review.module.css';

type Counts = Submission['counts'][number];

interface FilterRailProps {
  readonly submission: Submission;
  readonly question: Question;
  onAsk(question: Question): void;
}

/** The tables and natures of the difference with their numbers: each is a filter. */
export function FilterRail(props: FilterRailProps) {
  const { t } = useTranslation('consolidation');
  const { submission, question, onAsk } = props;
  const { counts, comparedWith } = submission;
  const ofTable = counts.filter((count) => question.table === null || count.table === question.table);
  const numberOf = (nature: DifferenceRow['nature']) =>
    ofTable.reduce((total, count) => total + count[nature], 0);
  return (
    <nav className={classes.filters} aria-label={t('review.filters')}>
      <p className={classes.filterTitle}>
        {comparedWith === null
          ? t('review.firstReport')
          : t('review.comparedWith', {
              sequence: comparedWith.sequence,
              quarter: quarterText(comparedWith.quarter),
            })}
      </p>
      <FilterLine
        number={counts.reduce((total, count) => total + differing(count), 0)}
        place={question.table === null ? 'chosen' : 'other'}
        onChoose={() => onAsk({ ...question, table: null })}
      >
        {t('review.all')}
      </FilterLine>
      {counts.map((count) => (
        <FilterLine
          key={count.table}
          number={differing(count)}
          place={question.table === count.table ? 'chosen' : 'other'}
          warns={count.vanished > 0 ? 'yes' : 'no'}
          onChoose={() => onAsk({ ...question, table: count.table })}
        >
          {t(`tables.${count.table as 'organisations'}`)}
        </FilterLine>
      ))}
      <p className={classes.filterTitle}>{t('review.nature')}</p>
      {natures.map((nature) => {
        const Icon = natureIcons[nature];
        return (
          <FilterLine
            key={nature}
            number={numberOf(nature)}
            place={question.nature === nature ? 'chosen' : 'other'}
            onChoose={() => onAsk({ ...question, nature: question.nature === nature ? null : nature })}
          >
            <Icon className={`${nature === 'vanished' ? classes.warnIcon : ''} icon-15`} />{' '}
            {t(`natures.${nature}`)}
          </FilterLine>
        );
      })}
      <Standing submission={submission} />
    </nav>
  );
}

function differing(count: Counts): number {
  return count.new + count.changed + count.removed + count.vanished;
}

function FilterLine(props: {
  readonly number: number;
  readonly place: 'chosen' | 'other';
  readonly warns?: 'yes' | 'no';
  onChoose(): void;
  readonly children: ReactNode;
}) {
  return (
    <button
      type="button"
      className={classes.filter}
      aria-pressed={props.place === 'chosen'}
      onClick={props.onChoose}
    >
      <span className={classes.filterName}>{props.children}</span>
      {props.warns === 'yes' && <IconAlertTriangle className={`${classes.warnIcon} icon-15`} />}
      <span className="figures">{numberText(props.number)}</span>
    </button>
  );
}

/** Says whether anything of this report counts in the region. */
function Standing(props: { readonly submission: Submission }) {
  const { t } = useTranslation('consolidation');
  const { state, comparedWith } = props.submission;
  if (state === 'to_review') {
    return (
      <p className={classes.standing}>
        {comparedWith === null
          ? t('review.nothingAppliedFirst')
          : t('review.nothingApplied', { sequence: comparedWith.sequence })}
      </p>
    );
  }
  return <p className={classes.standing}>{t(`review.standing.${state}`)}</p>;
}
