import { useParams } from 'react-router';
import { useAnswer } from '../../../app/calls';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { Review } from './Review';

/** One report of a committee, to be reviewed and decided; decided ones show what was decided. */
export function ReviewPage() {
  const { id = '' } = useParams();
  const submission = useAnswer('submissions.get', { id });
  const draft = useAnswer('submissions.draft', { id });
  const refused = submission.error ?? draft.error;
  if (refused !== null) return <ErrorPanel error={refused} />;
  if (submission.data === undefined || draft.data === undefined) return null;
  return <Review key={`${id} ${submission.data.state}`} submission={submission.data} stored={draft.data} />;
}
