import { Button } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck, IconReceipt, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ReviewDraft, Submission } from '../../../../main/core/contract/consolidation/operations';
import { useAnswer } from '../../../app/calls';
import { dayText, instantDayText, timeText } from '../../../app/formats';
import { StatusWord } from '../../../components/StatusWord';
import classes from './Review.module.css';
import { useSaveSlip } from './save-slip';

interface DecidedProps {
  readonly submission: Submission;
  /** What was signed. */
  readonly draft: ReviewDraft;
}

/** What was decided, by whom and when, and the slip to give once more. */
export function Decided(props: DecidedProps) {
  const { t } = useTranslation(['consolidation', 'common']);
  const { submission, draft } = props;
  const { state, decidedAt, decidedBy } = submission;
  const returned = state === 'returned';
  return (
    <section className={classes.decision} aria-labelledby="review-decided">
      <h2 id="review-decided">{t('review.decided')}</h2>
      <div>
        <StatusWord
          shape="filled"
          tone={returned ? 'warn' : state === 'accepted' ? 'ok' : 'quiet'}
          icon={returned ? IconArrowBackUp : state === 'accepted' ? IconCircleCheck : IconRefresh}
        >
          {draft.decision === 'accepted_with_remarks'
            ? t('review.acceptedWithRemarks')
            : t(`submissionStates.${state}`)}
        </StatusWord>
      </div>
      {decidedAt !== null && (
        <p>
          {t('review.decidedBy', {
            name: decidedBy ?? '',
            when: t('common:dayAndTime', {
              day: instantDayText(decidedAt),
              time: timeText(decidedAt),
            }),
          })}
        </p>
      )}
      {draft.deadline !== null && <p>{t('review.answerAsked', { day: dayText(draft.deadline) })}</p>}
      {draft.general !== '' && (
        <blockquote className={classes.general} dir="auto">
          {draft.general}
        </blockquote>
      )}
      {submission.slip !== null && <Slip slip={submission.slip} />}
    </section>
  );
}

function Slip(props: { readonly slip: NonNullable<Submission['slip']> }) {
  const { t } = useTranslation('consolidation');
  const { outbox, writtenAt } = props.slip;
  const saveSlip = useSaveSlip();
  const item = useAnswer('packages.outbox', {}).data?.find((candidate) => candidate.id === outbox);
  return (
    <>
      <p className={writtenAt === null ? classes.notSaved : ''}>
        {writtenAt === null
          ? t('review.slipNotSaved')
          : t('review.slipSavedOn', { day: instantDayText(writtenAt) })}
      </p>
      <Button
        leftSection={<IconReceipt />}
        variant={writtenAt === null ? 'filled' : 'default'}
        disabled={item === undefined}
        onClick={() => item !== undefined && saveSlip({ outbox, fileName: item.fileName })}
      >
        {writtenAt === null ? t('review.saveSlip') : t('review.saveSlipAgain')}
      </Button>
    </>
  );
}
