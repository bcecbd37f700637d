import { useTranslation } from 'react-i18next';
import { findLine } from '../../../../main/core/contract/programme/logframe';
import type { LogframeActivity } from '../../../../main/core/contract/programme/reference-pack';
import { labelIn } from '../../../../main/core/contract/programme/text';
import { activityLineFields } from '../../../../main/core/contract/quarter/fields';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { shippedReferencePack } from '../../../../resources/programme';
import { numberText } from '../../../app/formats';
import { currentLanguage } from '../../../app/i18n';
import { HistoryRail } from '../../../components/sheet/HistoryRail';
import { shortLabel } from '../programme';
import classes from './Lines.module.css';

interface LineRailProps {
  readonly overview: QuarterOverview;
  /** Code of the activity at the cursor. */
  readonly activity: string;
  /** A field whose history is wanted, `all`, or null. */
  readonly history: string | null;
  onHistory(shown: string | null): void;
}

/** The activity at the cursor in full: the document's own text, its target, the whole comment, its history. */
export function LineRail(props: LineRailProps) {
  const { t } = useTranslation('quarter');
  const activity = findLine(shippedReferencePack, props.activity);
  const line = props.overview.lines.find((candidate) => candidate.activity === props.activity);
  if (activity?.level !== 'activity' || line === undefined) return <aside className={classes.rail} />;
  return (
    <aside className={classes.rail} aria-label={t('lines.rail')}>
      <section className={classes.railPart}>
        <h2>
          <span className="code">{activity.code}</span> {shortLabel(activity)}
        </h2>
        <p className="quiet">{t('lines.document')}</p>
        <p lang="fr" dir="auto" className={classes.document}>
          {activity.text}
        </p>
        {activity.note !== null && (
          <p className={classes.note}>{labelIn(activity.note, currentLanguage())}</p>
        )}
        <Target activity={activity} />
        {line.comment !== null && (
          <>
            <p className="quiet">{t('fields.activityLines.comment')}</p>
            <p className={classes.comment} dir="auto">
              {line.comment}
            </p>
          </>
        )}
      </section>
      {line.id !== null && (
        <HistoryRail
          description={activityLineFields}
          id={line.id}
          shown={props.history}
          onShow={props.onHistory}
        />
      )}
    </aside>
  );
}

function Target(props: { readonly activity: LogframeActivity }) {
  const { t } = useTranslation('quarter');
  const { target } = props.activity;
  const language = currentLanguage();
  return (
    <dl className={classes.facts}>
      <dt>{t('lines.targetLong')}</dt>
      <dd>
        {target.quantity === null ? t('lines.noTarget') : numberText(target.quantity)}
        {target.perCountry !== null && (
          <span className="quiet"> ({t('lines.perCountry', { number: numberText(target.perCountry) })})</span>
        )}
      </dd>
      <dt>{t('lines.unit')}</dt>
      <dd>{labelIn(target.unit, language)}</dd>
      {target.note !== null && <dd className={`${classes.wide} quiet`}>{labelIn(target.note, language)}</dd>}
      {target.further.map((further) => (
        <FurtherTarget key={further.unit.fr} further={further} />
      ))}
    </dl>
  );
}

function FurtherTarget(props: { readonly further: LogframeActivity['target']['further'][number] }) {
  const { further } = props;
  const language = currentLanguage();
  const quantity = further.quantity ?? further.perCountry;
  return (
    <>
      <dt>{labelIn(further.unit, language)}</dt>
      <dd>{quantity === null ? '—' : numberText(quantity)}</dd>
      {further.note !== null && (
        <dd className={`${classes.wide} quiet`}>{labelIn(further.note, language)}</dd>
      )}
    </>
  );
}
