import { useTranslation } from 'react-i18next';
import { wordError } from '../../../app/errors';
import { dayText } from '../../../app/formats';
import { usePagePrint, usePrinting } from '../../../app/printing';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { FiguresPaper, type PrintedFigures } from './FiguresPaper';

/** Prints the region as it is read now, or saves it as PDF; Ctrl+P does the first. */
export function usePrintFigures(
  title: string,
  printed: PrintedFigures | null,
): (outcome: 'print' | 'pdf') => void {
  const { t } = useTranslation();
  const { print, savePdf } = usePrinting();
  const workspace = useWorkspace();
  const say = useSay();
  const run = async (outcome: 'print' | 'pdf') => {
    if (printed === null) return;
    const paper = (
      <FiguresPaper title={title} origin={`${workspace.name}, ${dayText(workspace.today)}`} {...printed} />
    );
    if (outcome === 'print') {
      if ((await print(paper)) === 'printed') say(t('print.printed'));
      return;
    }
    const name = await savePdf(paper, `${title}.pdf`, 'landscape');
    if (name !== null) say(t('print.saved', { name }));
  };
  const choose = (outcome: 'print' | 'pdf') => {
    run(outcome).catch((error: unknown) => say(wordError(error).sentence));
  };
  usePagePrint(() => choose('print'));
  return choose;
}
