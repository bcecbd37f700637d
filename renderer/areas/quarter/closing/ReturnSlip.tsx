import { IconArrowBackUp, IconCheck, IconChevronRight, IconMessageReport } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { dayText, instantDayText } from '../../../app/formats';
import { StatusWord } from '../../../components/StatusWord';
import { fieldOfRemark, titleOfRemark } from '../remarks';
import classes from './Closing.module.css';
import type { NarrativePart } from './Narrative';

type Slip = NonNullable<QuarterOverview['slip']>;
type Remark = Slip['remarks'][number];

interface ReturnSlipProps {
  readonly slip: Slip;
  readonly state: QuarterOverview['state'];
  onWrite(part: NarrativePart): void;
}

/** What the coordination answered: its decision, its word, and its remarks, each of which opens its record. */
export function ReturnSlip(props: ReturnSlipProps) {
  const { t } = useTranslation('quarter');
  const { slip } = props;
  const isReturned = slip.decision === 'returned';
  // The page says `accepted` and `returned` above, as the state of the quarter.
  const isSaid = slip.decision === props.state;
  return (
    <section className={classes.slip} aria-labelledby="slip">
      <div className={classes.checksHead}>
        <h2 id="slip">{t('slip.title')}</h2>
        {!isSaid && (
          <StatusWord icon={isReturned ? IconArrowBackUp : IconCheck} tone={isReturned ? 'warn' : 'ok'}>
            {t(`slip.${slip.decision}`)}
          </StatusWord>
        )}
        {isReturned && slip.deadline !== null && (
          <span className={classes.asks}>{t('slip.before', { day: dayText(slip.deadline) })}</span>
        )}
        <span className="quiet">
          {t('slip.from', { from: slip.from, day: instantDayText(slip.receivedAt) })}
        </span>
      </div>
      {slip.general !== '' && (
        <blockquote className={classes.general} dir="auto">
          {slip.general}
        </blockquote>
      )}
      <ul className={classes.lines}>
        {slip.remarks.map((remark, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a slip never changes; its remarks have no other name
          <li key={index}>
            <RemarkLine remark={remark} onWrite={props.onWrite} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function RemarkLine(props: { readonly remark: Remark; onWrite(part: NarrativePart): void }) {
  const { t } = useTranslation('quarter');
  const navigate = useNavigate();
  const { remark } = props;
  const field = fieldOfRemark(remark);
  const content = (
    <>
      <IconMessageReport className={classes.informationIcon} />
      <span className={classes.sentence}>
        <strong>
          <bdi>{titleOfRemark(remark) || t('slip.missing')}</bdi>
        </strong>{' '}
        {field !== null && <span className={classes.hint}>{field}</span>}
        <span className={classes.remark} dir="auto">
          {remark.text}
        </span>
      </span>
    </>
  );
  if (remark.target === null) return <div className={classes.line}>{content}</div>;
  const go = () => {
    if (remark.target === 'narrative') props.onWrite(partOf(remark.field));
    else if (remark.target === 'lines') void navigate(`/quarter/lines?line=${remark.title}`);
    else void navigate(remark.target ?? '');
  };
  return (
    <button type="button" className={classes.line} onClick={go}>
      {content}
      <span className={classes.action}>
        {t('slip.open')} <IconChevronRight className="directional icon-15" />
      </span>
    </button>
  );
}

function partOf(field: string | null): NarrativePart {
  return field === 'difficulties' || field === 'nextSteps' ? field : 'highlights';
}
