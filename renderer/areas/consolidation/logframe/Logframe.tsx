import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Figure } from '../../../../main/core/contract/consolidation/operations';
import { useAnswer } from '../../../app/calls';
import { quarterText } from '../../../app/formats';
import { useQuarter } from '../../../app/quarter';
import { useScreenKeys } from '../../../app/status';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { PageHead } from '../../../components/PageHead';
import { PrintMenu } from '../../../components/print/PrintMenu';
import { walkFigures } from '../figure/FigureButton';
import { BehindLegend } from '../figure/FigureTable';
import { usePrintFigures } from '../figure/print-figures';
import { WithDrawer } from '../figure/WithDrawer';
import classes from './Logframe.module.css';
import { LogframeLineRow } from './LogframeLineRow';
import { printedLines } from './lines';

/** The whole logframe, word for word as printed, with what the region has done of each activity. */
export function Logframe() {
  const { t } = useTranslation(['consolidation', 'common']);
  const { quarter } = useQuarter();
  const [activity, setActivity] = useState<string | null>(null);
  const answer = useAnswer('consolidation.logframe', { upTo: quarter }, { meanwhile: 'previous' });
  useScreenKeys([
    { keys: ['↑↓'], label: t('logframe.keys.figure') },
    { keys: [t('common:keys.enter')], label: t('common:keys.open') },
    { keys: [t('common:keys.escape')], label: t('board.keys.closeDrawer') },
  ]);
  const print = usePrintFigures(
    t('logframe.title'),
    answer.data === undefined ? null : { board: null, figures: answer.data.figures, upTo: quarter },
  );
  if (answer.error !== null) return <ErrorPanel error={answer.error} />;
  const figures = new Map<string, Figure>(answer.data?.figures.map((figure) => [figure.activity, figure]));
  return (
    <>
      <PageHead title={t('logframe.title')} hint={t('logframe.readTo', { quarter: quarterText(quarter) })}>
        <PrintMenu onChoose={print} />
        <BehindLegend figures={answer.data?.figures ?? []} upTo={quarter} />
      </PageHead>
      <WithDrawer activity={activity} upTo={quarter} onClose={() => setActivity(null)}>
        {answer.data !== undefined && (
          <table
            className={classes.logframe}
            aria-label={t('logframe.title')}
            onKeyDown={(event) => walkFigures(event) && event.preventDefault()}
          >
            <thead>
              <tr>
                <th scope="col">{t('logframe.code')}</th>
                <th scope="col">{t('logframe.asPrinted')}</th>
                <th scope="col">{t('logframe.target')}</th>
                <th scope="col" className={classes.number}>
                  {t('logframe.done')}
                </th>
                <th scope="col">{t('logframe.progressAndCountries')}</th>
              </tr>
            </thead>
            <tbody>
              {printedLines().map((line) => (
                <LogframeLineRow
                  key={line.code}
                  line={line}
                  figure={figures.get(line.code) ?? null}
                  expected={answer.data.countriesExpected}
                  upTo={quarter}
                  place={line.code === activity ? 'opened' : 'elsewhere'}
                  onOpen={() => setActivity(line.code)}
                />
              ))}
            </tbody>
          </table>
        )}
      </WithDrawer>
    </>
  );
}
