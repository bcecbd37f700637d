import { Button, Radio, Stack, Textarea } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconSignature } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type {
  ReviewDraft,
  Submission,
  SubmissionDecision,
} from '../../../../main/core/contract/consolidation/operations';
import { CallError, refreshTopics, useCommand } from '../../../app/calls';
import { useWorkspace } from '../../../app/workspace';
import { ConfirmTyped } from '../../../components/ConfirmTyped';
import { ErrorLine } from '../../../components/ErrorPanel';
import { SecretInput } from '../../../components/SecretInput';
import { AnswerBy, twoWeeksAfter } from './AnswerBy';
import { guardText } from './Quality';
import classes from './Review.module.css';
import { useSaveSlip } from './save-slip';
import type { DraftDesk } from './use-draft';

/** The decision: accept, accept with remarks, return; signed with the passphrase in place, then the slip is saved. */
export function DecisionForm(props: { readonly submission: Submission; readonly desk: DraftDesk }) {
  const { t } = useTranslation('consolidation');
  const { submission, desk } = props;
  const { today } = useWorkspace();
  const { draft, change } = desk;
  const [passphrase, setPassphrase] = useState('');
  const [stage, setStage] = useState<'deciding' | 'confirming'>('deciding');
  const decide = useCommand('submissions.decide');
  const saveSlip = useSaveSlip();
  const options = useRef<HTMLDivElement>(null);
  useHotkeys(
    [['mod+Enter', () => options.current?.querySelector<HTMLElement>('input:checked, input')?.focus()]],
    ['TEXTAREA'],
  );
  const remarked = draft.remarks.length;
  const decision = draft.decision === 'accepted' && remarked > 0 ? null : draft.decision;
  const why = whyNot(decision, draft, passphrase);
  const guarded = submission.guards.length > 0 && decision !== 'returned';

  const choose = (value: string) => {
    const chosen = value as SubmissionDecision;
    const deadline = chosen === 'returned' ? (draft.deadline ?? twoWeeksAfter(today)) : null;
    setStage('deciding');
    change({ decision: chosen, deadline });
  };
  const sign = (confirmation: string | null) => {
    if (decision === null) return;
    desk.flush();
    const answer = decide.mutateAsync({
      id: submission.id,
      decision,
      general: draft.general,
      remarks: draft.remarks,
      deadline: draft.deadline,
      confirmation,
      passphrase,
    });
    // The page shows the decision as soon as it is told of it: what follows must not depend on this form.
    answer.then(saveSlip, (error: unknown) => {
      setStage('deciding');
      if (error instanceof CallError && error.code === 'D03') void refreshTopics(['submissions']);
    });
  };

  return (
    <section className={classes.decision} aria-labelledby="review-decision">
      <h2 id="review-decision">{t('review.decision')}</h2>
      <Radio.Group
        ref={options}
        aria-labelledby="review-decision"
        value={decision ?? ''}
        onChange={choose}
        description={remarked > 0 ? t('review.acceptedHasRemarks') : undefined}
      >
        <Stack gap={4} mt={4}>
          <Radio size="xs" value="accepted" disabled={remarked > 0} label={t('decisions.accepted')} />
          <Radio
            size="xs"
            value="accepted_with_remarks"
            label={
              remarked === 0
                ? t('decisions.accepted_with_remarks')
                : t('review.acceptWith', { count: remarked })
            }
          />
          <Radio size="xs" value="returned" label={t('decisions.returned')} />
        </Stack>
      </Radio.Group>
      {(decision === 'returned' || decision === 'accepted_with_remarks') && (
        <AnswerBy
          key={decision}
          day={draft.deadline}
          need={decision === 'returned' ? 'expected' : 'optional'}
          onChange={(deadline) => change({ deadline })}
        />
      )}
      <Textarea
        label={t('review.general')}
        minRows={2}
        maxRows={6}
        maxLength={5_000}
        dir="auto"
        value={draft.general}
        onChange={(event) => change({ general: event.currentTarget.value })}
        onBlur={desk.flush}
      />
      <ErrorLine error={decide.error} />
      {stage === 'confirming' ? (
        <ConfirmTyped
          word={submission.committee}
          action={t(`review.sign.${decision ?? 'accepted'}`)}
          state={decide.isPending ? 'running' : 'ready'}
          onConfirm={sign}
          onCancel={() => setStage('deciding')}
        >
          {submission.guards.map((guard) => (
            <p key={`${guard.code}${guard.params.table}`}>{guardText(guard)}</p>
          ))}
        </ConfirmTyped>
      ) : (
        <form
          className={classes.signing}
          onSubmit={(event) => {
            event.preventDefault();
            if (why !== null) return;
            if (guarded) setStage('confirming');
            else sign(null);
          }}
        >
          <SecretInput
            size="sm"
            label={t('review.passphrase')}
            value={passphrase}
            onChange={(event) => setPassphrase(event.currentTarget.value)}
          />
          <Button
            type="submit"
            size="lg"
            variant="filled"
            fullWidth
            px={8}
            leftSection={<IconSignature />}
            disabled={why !== null}
            loading={decide.isPending}
          >
            {t(`review.sign.${decision ?? 'undecided'}`)}
          </Button>
          <p className={classes.effect}>
            {why === null && decision !== null
              ? t(`review.effect.${decision}`, { count: remarked })
              : t(`review.why.${why ?? 'decision'}`)}
          </p>
        </form>
      )}
    </section>
  );
}

/** What is still missing before signing, or null. */
function whyNot(
  decision: SubmissionDecision | null,
  draft: ReviewDraft,
  passphrase: string,
): 'decision' | 'words' | 'deadline' | 'passphrase' | null {
  if (decision === null) return 'decision';
  if (decision !== 'accepted' && draft.general.trim() === '' && draft.remarks.length === 0) return 'words';
  if (decision === 'returned' && draft.deadline === null) return 'deadline';
  return passphrase === '' ? 'passphrase' : null;
}
