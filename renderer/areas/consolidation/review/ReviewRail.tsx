import { useTranslation } from 'react-i18next';
import type { Submission } from '../../../../main/core/contract/consolidation/operations';
import { ErrorLine } from '../../../components/ErrorPanel';
import { Decided } from './Decided';
import { DecisionForm } from './DecisionForm';
import { Quality } from './Quality';
import type { Question } from './question';
import { ReportAttachments } from './ReportAttachments';
import classes from './Review.module.css';
import type { DraftDesk } from './use-draft';

interface ReviewRailProps {
  readonly submission: Submission;
  readonly desk: DraftDesk;
  onAsk(question: Question): void;
}

/** What to be careful about, the remarks noted so far, and the decision. */
export function ReviewRail(props: ReviewRailProps) {
  const { submission, desk, onAsk } = props;
  return (
    <aside className={classes.rail}>
      <Quality submission={submission} onAsk={onAsk} />
      {(submission.state === 'to_review' || desk.draft.remarks.length > 0) && (
        <Remarks desk={desk} onAsk={onAsk} />
      )}
      {submission.state !== 'replaced' && <ReportAttachments submission={submission.id} />}
      {submission.state === 'to_review' ? (
        <DecisionForm submission={submission} desk={desk} />
      ) : (
        <Decided submission={submission} draft={desk.draft} />
      )}
    </aside>
  );
}

function Remarks(props: { readonly desk: DraftDesk; onAsk(question: Question): void }) {
  const { t } = useTranslation('consolidation');
  const { remarks } = props.desk.draft;
  return (
    <section className={classes.railPart} aria-labelledby="review-remarks">
      <h2 id="review-remarks">
        {t('review.remarks')} <span className={`${classes.chipNumber} figures`}>{remarks.length}</span>
      </h2>
      {remarks.length === 0 && <p className="quiet">{t('review.noRemark')}</p>}
      <ul className={classes.remarks}>
        {remarks.map((remark) => (
          <li key={`${remark.table}:${remark.record}`}>
            <button
              type="button"
              onClick={() =>
                props.onAsk({
                  table: remark.table,
                  nature: null,
                  // The one narrative needs no search, and is named by its quarter in words.
                  search: remark.table === 'narratives' ? '' : remark.title,
                })
              }
            >
              <bdi>{remark.title}</bdi>
            </button>
            <p dir="auto">{remark.text}</p>
          </li>
        ))}
      </ul>
      <ErrorLine error={props.desk.error} />
    </section>
  );
}
