import { useTranslation } from 'react-i18next';
import type { ReviewDraft, Submission } from '../../../../main/core/contract/consolidation/operations';
import { narrativeFields } from '../../../../main/core/contract/quarter/fields';
import type { OpenWorkspace } from '../../../../main/core/contract/workspace/operations';
import { dayText, instantDayText, quarterText } from '../../../app/formats';
import { labelOfField } from '../../../app/i18n';
import { countryName } from '../countries';
import { CountsTable } from './CountsTable';
import { guardText, qualityText } from './Quality';

interface ReviewPaperProps {
  readonly submission: Submission;
  readonly draft: ReviewDraft;
  readonly workspace: OpenWorkspace;
}

/** Narrative and synthesis of a report on paper: for a meeting, or for the file. */
export function ReviewPaper(props: ReviewPaperProps) {
  const { t } = useTranslation('consolidation');
  const { submission, draft, workspace } = props;
  const { narrative, sequence, receivedAt, signer, state } = submission;
  return (
    <article>
      <div className="paper-head">
        <h1>
          {t('review.title', {
            country: countryName(submission.committee),
            quarter: quarterText(submission.quarter),
          })}
        </h1>
        <span>{`${workspace.name}, ${dayText(workspace.today)}`}</span>
      </div>
      <p>
        {t('review.origin', { sequence, when: instantDayText(receivedAt) })} ·{' '}
        {t('review.signedBy', { name: signer.name })} · {t(`submissionStates.${state}`)}
      </p>
      {(['highlights', 'difficulties', 'nextSteps'] as const).map((part) => (
        <section key={part}>
          <h2>{labelOfField(narrativeFields, { name: part })}</h2>
          <p dir="auto" style={{ whiteSpace: 'pre-wrap' }}>
            {narrative[part] === '' ? t('review.emptyPart') : narrative[part]}
          </p>
        </section>
      ))}
      <h2>{t('review.summary')}</h2>
      <CountsTable counts={submission.counts} />
      <h2>{t('review.quality')}</h2>
      <ul>
        {submission.guards.map((guard) => (
          <li key={`${guard.code}${guard.params.table}`}>{guardText(guard)}</li>
        ))}
        {submission.quality.map(({ message }) => (
          <li key={JSON.stringify(message)}>{qualityText(message)}</li>
        ))}
      </ul>
      {draft.remarks.length > 0 && (
        <>
          <h2>{t('review.remarks')}</h2>
          <dl>
            {draft.remarks.map((remark) => (
              <div key={`${remark.table}:${remark.record}`}>
                <dt dir="auto">{remark.title}</dt>
                <dd dir="auto">{remark.text}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
      <div className="paper-foot">{t('review.paperPurpose')}</div>
    </article>
  );
}
