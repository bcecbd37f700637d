import { Button } from '@mantine/core';
import { useDebouncedValue, useHotkeys } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Submission } from '../../../../main/core/contract/consolidation/operations';
import { numberText } from '../../../app/formats';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { SearchField } from '../../../components/list/SearchField';
import { DifferenceList } from './DifferenceList';
import { everything, type Question } from './question';
import classes from './Review.module.css';
import { useDifference } from './use-difference';
import type { DraftDesk } from './use-draft';

interface DifferencePaneProps {
  readonly submission: Submission;
  readonly question: Question;
  onAsk(question: Question): void;
  readonly desk: DraftDesk;
}

/** Search, what to look at first, and the differences. */
export function DifferencePane(props: DifferencePaneProps) {
  const { t } = useTranslation('consolidation');
  const { submission, question, onAsk } = props;
  const [search] = useDebouncedValue(question.search, 80);
  const asked = useMemo(() => ({ ...question, search }), [question, search]);
  const [visible, setVisible] = useState({ from: 0, to: 0 });
  const pages = useDifference(submission.id, asked, visible);
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const vanished = submission.counts.reduce((total, count) => total + count.vanished, 0);
  useHotkeys([['/', () => searchField.current?.select()]]);
  useEffect(() => list.current?.focus(), []);
  return (
    <div className={classes.pane}>
      <div className={classes.paneTools}>
        <SearchField
          ref={searchField}
          value={question.search}
          onChange={(text) => onAsk({ ...question, search: text })}
          onLeave={() => list.current?.focus()}
        />
        {vanished > 0 && (
          <Button
            variant={question.nature === 'vanished' ? 'light' : 'subtle'}
            aria-pressed={question.nature === 'vanished'}
            leftSection={<IconAlertTriangle className={`${classes.warnIcon} icon-15`} />}
            onClick={() =>
              onAsk({
                ...question,
                table: null,
                nature: question.nature === 'vanished' ? null : 'vanished',
              })
            }
          >
            {t('review.lookFirst')}{' '}
            <span className={`${classes.chipNumber} figures`}>{numberText(vanished)}</span>
          </Button>
        )}
        <span className={classes.paneTotal} role="status">
          {pages.total !== undefined &&
            t('review.shown', { count: pages.total, number: numberText(pages.total) })}
        </span>
      </div>
      {pages.error !== null ? (
        <ErrorPanel error={pages.error} />
      ) : pages.total === 0 ? (
        <div className={classes.nothing} role="status">
          <p>{question === everything ? t('review.noDifference') : t('review.nothingFound')}</p>
          {question !== everything && (
            <button type="button" className={`linked ${classes.link}`} onClick={() => onAsk(everything)}>
              {t('review.showAll')}
            </button>
          )}
        </div>
      ) : (
        <DifferenceList
          key={`${asked.table} ${asked.nature} ${asked.search}`}
          ref={list}
          total={pages.total ?? 0}
          rowAt={pages.rowAt}
          counts={asked.search === '' && asked.nature === null ? submission.counts : []}
          desk={props.desk}
          access={submission.state === 'to_review' ? 'open' : 'decided'}
          onVisible={setVisible}
        />
      )}
    </div>
  );
}
