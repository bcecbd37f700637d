import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { useAnswer } from '../../../app/calls';
import { periodText, quarterText } from '../../../app/formats';
import { useQuarter } from '../../../app/quarter';
import { useScreenKeys } from '../../../app/status';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { type Step, Steps } from '../../../components/Steps';
import { blockingChecks, isOpen } from '../standing';
import { Checks } from './Checks';
import classes from './Closing.module.css';
import { Contents } from './Contents';
import { Deadline } from './Deadline';
import { Narrative, type NarrativePart } from './Narrative';
import { ReturnSlip } from './ReturnSlip';
import { SignedPackage, Signing } from './Signing';
import { Standing } from './Standing';

/** The closing of a quarter: what is left to mend, what it contains, its narrative, its signature. */
export function ClosingPage() {
  const { quarter } = useQuarter();
  const overview = useAnswer('quarter.overview', { quarter });
  if (overview.error !== null) return <ErrorPanel error={overview.error} />;
  return (
    <div className={classes.closing}>
      <Head quarter={quarter} overview={overview.data} />
      {overview.data !== undefined && <Body key={quarter} overview={overview.data} />}
    </div>
  );
}

function Head(props: { readonly quarter: string; readonly overview: QuarterOverview | undefined }) {
  const { t } = useTranslation('quarter');
  const { overview } = props;
  return (
    <header className={classes.head}>
      <h1>{t('closing.title', { quarter: quarterText(props.quarter) })}</h1>
      {overview !== undefined && (
        <>
          <span className={classes.period}>{periodText(overview.start, overview.end)}</span>
          <span className={classes.steps}>
            <Steps steps={stepsOf(overview, (step) => t(`closing.steps.${step}`))} />
          </span>
        </>
      )}
    </header>
  );
}

function Body(props: { readonly overview: QuarterOverview }) {
  const { t } = useTranslation(['quarter', 'common']);
  const { overview } = props;
  const [part, setPart] = useState<NarrativePart>('highlights');
  useScreenKeys([
    { keys: ['↑↓'], label: t('checks.next') },
    { keys: [t('common:keys.enter')], label: t('common:keys.open') },
  ]);
  const write = (wanted: NarrativePart) => {
    flushSync(() => setPart(wanted));
    document.getElementById(`narrative-${wanted}`)?.focus();
  };
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <Standing overview={overview} />
        {overview.slip !== null && <ReturnSlip slip={overview.slip} state={overview.state} onWrite={write} />}
        {overview.state === 'open' && <Deadline overview={overview} />}
        {isOpen(overview) && <Checks checks={overview.checks} onWrite={write} />}
      </div>
      <aside className={classes.rail}>
        {!isOpen(overview) && <SignedPackage overview={overview} />}
        <Contents overview={overview} />
        <Narrative overview={overview} part={part} onPart={setPart} />
        {isOpen(overview) && <Signing overview={overview} />}
      </aside>
    </div>
  );
}

/** Check, tell, sign and send: where this quarter is. */
function stepsOf(overview: QuarterOverview, label: (step: 'check' | 'tell' | 'sign') => string): Step[] {
  const blocking = blockingChecks(overview);
  const toTell = blocking.filter((check) => check.target === 'narrative').length;
  const at = !isOpen(overview)
    ? overview.signed?.writtenAt === null
      ? 2
      : 3
    : blocking.length > toTell
      ? 0
      : toTell > 0
        ? 1
        : 2;
  return (['check', 'tell', 'sign'] as const).map((step, index) => ({
    key: step,
    label: label(step),
    state: index < at ? 'done' : index === at ? 'now' : 'later',
  }));
}
