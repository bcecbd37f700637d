import { useTranslation } from 'react-i18next';
import { wordError } from '../../app/errors';
import { originText } from '../../app/formats';
import { usePrinting } from '../../app/printing';
import { useSay } from '../../app/status';
import { useWorkspace } from '../../app/workspace';
import type { ListColumn } from '../../components/list/columns';
import { allRows, type ListOperation, type RowOf } from '../../components/list/paged-rows';
import type { ListTools } from '../../components/list/RecordList';
import { PrintedList } from '../../components/print/PrintedList';

const printedAtMost = 5_000;

/** Prints what a list shows now: its rows in its order, with its columns, and the search it answers. */
export function usePrintList<N extends ListOperation>(
  operation: N,
  columns: readonly ListColumn<RowOf<N>>[],
  title: string,
): (tools: ListTools, outcome: 'print' | 'pdf') => void {
  const { t } = useTranslation();
  const { print, savePdf } = usePrinting();
  const workspace = useWorkspace();
  const say = useSay();
  return (tools, outcome) => {
    const run = async () => {
      const rows = await allRows(operation, tools.question, printedAtMost);
      const shown = tools.columns.map((column) => column.key);
      const paper = (
        <PrintedList
          title={title}
          origin={originText(workspace.name, workspace.today)}
          hint={tools.question.search}
          columns={columns.filter((column) => shown.includes(column.key))}
          rows={rows}
        />
      );
      if (outcome === 'print') {
        if ((await print(paper)) === 'printed') say(t('print.printed'));
        return;
      }
      const name = await savePdf(paper, `${title}.pdf`, 'landscape');
      if (name !== null) say(t('print.saved', { name }));
    };
    run().catch((error: unknown) => say(wordError(error).sentence));
  };
}
