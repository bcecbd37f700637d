import { Button } from '@mantine/core';
import { IconFileText, IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReviewDraft, Submission } from '../../../../main/core/contract/consolidation/operations';
import { instantDayText, quarterText, timeText } from '../../../app/formats';
import { usePagePrint, usePrinting } from '../../../app/printing';
import { useScreenKeys } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { EmptyState } from '../../../components/EmptyState';
import { PageHead } from '../../../components/PageHead';
import { countryName } from '../countries';
import { DifferencePane } from './DifferencePane';
import { FilterRail } from './FilterRail';
import { Narrative } from './Narrative';
import { everything, type Question } from './question';
import classes from './Review.module.css';
import { ReviewPaper } from './ReviewPaper';
import { ReviewRail } from './ReviewRail';
import { useDraft } from './use-draft';
import { Verdict } from './Verdict';

interface ReviewProps {
  readonly submission: Submission;
  readonly stored: ReviewDraft | null;
}

/** The review of a report: what it is, what differs, and the decision (LOOK.md, difference). */
export function Review(props: ReviewProps) {
  const { t } = useTranslation(['consolidation', 'common']);
  const { submission } = props;
  const workspace = useWorkspace();
  const desk = useDraft(submission.id, props.stored);
  const [question, setQuestion] = useState<Question>(everything);
  const [shown, setShown] = useState<'differences' | 'narrative'>('differences');
  const { print } = usePrinting();
  usePagePrint(() => {
    void print(<ReviewPaper submission={submission} draft={desk.draft} workspace={workspace} />);
  });
  useScreenKeys([
    { keys: ['↑↓'], label: t('review.keys.record') },
    { keys: ['R'], label: t('review.keys.remark') },
    { keys: ['Ctrl', t('common:keys.enter')], label: t('review.keys.decide') },
    { keys: ['Ctrl', 'P'], label: t('common:keys.print') },
  ]);
  const look = (next: Question) => {
    setShown('differences');
    setQuestion(next);
  };
  return (
    <>
      <PageHead
        title={t('review.title', {
          country: countryName(submission.committee),
          quarter: quarterText(submission.quarter),
        })}
        hint={<Origin submission={submission} />}
      >
        <Button
          leftSection={shown === 'narrative' ? <IconListDetails /> : <IconFileText />}
          onClick={() => setShown(shown === 'narrative' ? 'differences' : 'narrative')}
        >
          {shown === 'narrative' ? t('review.backToDifferences') : t('review.narrativeAndSummary')}
        </Button>
      </PageHead>
      <Verdict submission={submission} />
      <div className={classes.columns}>
        <FilterRail submission={submission} question={question} onAsk={look} />
        {shown === 'narrative' ? (
          <Narrative submission={submission} />
        ) : submission.state === 'replaced' ? (
          <EmptyState title={t('submissionStates.replaced')} text={t('review.replaced')} />
        ) : (
          <DifferencePane submission={submission} question={question} onAsk={setQuestion} desk={desk} />
        )}
        <ReviewRail submission={submission} desk={desk} onAsk={look} />
      </div>
    </>
  );
}

function Origin(props: { readonly submission: Submission }) {
  const { t } = useTranslation(['consolidation', 'common']);
  const { sequence, receivedAt, revision, reason } = props.submission;
  const when = t('common:dayAndTime', { day: instantDayText(receivedAt), time: timeText(receivedAt) });
  return (
    <>
      {t('review.origin', { sequence, when })}
      {revision > 0 && (
        <span dir="auto"> · {t('review.rectification', { revision, reason: reason ?? '' })}</span>
      )}
    </>
  );
}
