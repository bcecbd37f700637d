import { IconArrowBackUp, IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { QuarterOverview } from '../../../../main/core/contract/quarter/operations';
import { useAnswer } from '../../../app/calls';
import { numberText, periodText, quarterText } from '../../../app/formats';
import { usePagePrint } from '../../../app/printing';
import { useQuarter } from '../../../app/quarter';
import { useScreenKeys } from '../../../app/status';
import { useCanEdit } from '../../../app/workspace';
import { ErrorLine, ErrorPanel } from '../../../components/ErrorPanel';
import { PageHead } from '../../../components/PageHead';
import { PrintMenu } from '../../../components/print/PrintMenu';
import { isOpen } from '../standing';
import { LineRail } from './LineRail';
import classes from './Lines.module.css';
import { LinesGrid } from './LinesGrid';
import { useSaveLine } from './line-saving';
import { usePrintLines } from './print-lines';

/** What was done of each of the programme's activities in the quarter, typed line by line. */
export function LinesPage() {
  const { t } = useTranslation('quarter');
  const { quarter } = useQuarter();
  const overview = useAnswer('quarter.overview', { quarter });
  if (overview.error !== null) return <ErrorPanel error={overview.error} />;
  if (overview.data === undefined) return <PageHead title={t('lines.title')} hint={quarterText(quarter)} />;
  return <Lines key={quarter} overview={overview.data} />;
}

function Lines(props: { readonly overview: QuarterOverview }) {
  const { t } = useTranslation(['quarter', 'common']);
  const { overview } = props;
  const canEdit = useCanEdit() && isOpen(overview);
  const [parameters] = useSearchParams();
  const [activity, setActivity] = useState(parameters.get('line') ?? overview.lines[0]?.activity ?? '');
  const [history, setHistory] = useState<string | null>(null);
  const { save, error } = useSaveLine(overview.quarter);
  const print = usePrintLines(overview);
  usePagePrint(() => print('print'));
  useScreenKeys([
    { keys: ['↑↓←→'], label: t('common:keys.browse') },
    ...(canEdit ? [{ keys: [t('common:keys.enter')], label: t('lines.edit') }] : []),
    { keys: ['Alt', 'H'], label: t('lines.history') },
  ]);
  const filled = overview.lines.filter((line) => line.state !== null || line.quantity !== null).length;
  return (
    <>
      <PageHead
        title={t('lines.title')}
        hint={t('lines.hint', {
          quarter: quarterText(overview.quarter),
          period: periodText(overview.start, overview.end),
        })}
      >
        <PrintMenu onChoose={print} />
      </PageHead>
      <Notice overview={overview} />
      <ErrorLine error={error} />
      <div className={classes.columns}>
        <div className={classes.grid}>
          <LinesGrid
            overview={overview}
            editable={canEdit ? 'editable' : 'read_only'}
            start={parameters.get('line')}
            onSave={save}
            onActivity={(chosen) => {
              if (chosen !== activity) setHistory(null);
              setActivity(chosen);
            }}
            onHistory={setHistory}
          />
          <p className={classes.summary}>
            {t('lines.count', {
              count: filled,
              number: numberText(filled),
              total: numberText(overview.lines.length),
            })}
          </p>
        </div>
        <LineRail overview={overview} activity={activity} history={history} onHistory={setHistory} />
      </div>
    </>
  );
}

function Notice(props: { readonly overview: QuarterOverview }) {
  const { t } = useTranslation('quarter');
  const { overview } = props;
  const isReturned = overview.state === 'returned';
  if (isOpen(overview) && !isReturned) return null;
  return (
    <p className={classes.notice} data-asks={isReturned ? 'yes' : 'no'}>
      {isReturned ? <IconArrowBackUp className="icon-15" /> : <IconLock className="icon-15" />}
      <span>{t(isReturned ? 'lines.returned' : 'lines.locked')}</span>
      <Link to="/quarter">{t('lines.lockedAction')}</Link>
    </p>
  );
}
