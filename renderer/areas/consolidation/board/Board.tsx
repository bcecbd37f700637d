import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnswer } from '../../../app/calls';
import { quarterAfter, quarterText } from '../../../app/formats';
import { useQuarter } from '../../../app/quarter';
import { useScreenKeys } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { PageHead } from '../../../components/PageHead';
import { PrintMenu } from '../../../components/print/PrintMenu';
import { FigureTable } from '../figure/FigureTable';
import { usePrintFigures } from '../figure/print-figures';
import { WithDrawer } from '../figure/WithDrawer';
import { OpenPackages } from './OpenPackages';
import { Reports } from './Reports';

const quartersShown = 5;

/** The coordination's first page: who has reported, and what the region has done of its logframe. */
export function Board() {
  const { t } = useTranslation(['consolidation', 'common']);
  const { quarter } = useQuarter();
  const { currentQuarter } = useWorkspace();
  const [activity, setActivity] = useState<string | null>(null);
  // Figures are read at the end of a quarter; the reports that are on their way belong to the one after.
  const upTo = quarter < currentQuarter ? quarterAfter(quarter, 1) : quarter;
  const board = useAnswer(
    'consolidation.board',
    { upTo, quarters: quartersShown },
    { meanwhile: 'previous' },
  );
  const logframe = useAnswer('consolidation.logframe', { upTo: quarter }, { meanwhile: 'previous' });
  useScreenKeys([
    { keys: ['↑↓←→'], label: t('board.keys.cell') },
    { keys: [t('common:keys.enter')], label: t('common:keys.open') },
    { keys: [t('common:keys.escape')], label: t('board.keys.closeDrawer') },
  ]);
  const print = usePrintFigures(
    t('board.title'),
    board.data !== undefined && logframe.data !== undefined
      ? { board: board.data, figures: logframe.data.figures, upTo: quarter }
      : null,
  );
  const refused = board.error ?? logframe.error;
  if (refused !== null) return <ErrorPanel error={refused} />;
  return (
    <>
      <PageHead
        title={t('board.title')}
        hint={
          logframe.data &&
          t('board.hint', {
            count: logframe.data.countriesExpected.length,
            quarter: quarterText(quarter),
          })
        }
      >
        <PrintMenu onChoose={print} />
        <OpenPackages />
      </PageHead>
      <WithDrawer activity={activity} upTo={quarter} onClose={() => setActivity(null)}>
        {board.data !== undefined && <Reports board={board.data} readTo={quarter} />}
        {logframe.data !== undefined && (
          <FigureTable
            figures={logframe.data.figures}
            expected={logframe.data.countriesExpected}
            upTo={quarter}
            opened={activity}
            onOpen={setActivity}
          />
        )}
      </WithDrawer>
    </>
  );
}
