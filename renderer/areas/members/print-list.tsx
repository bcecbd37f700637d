import { useTranslation } from 'react-i18next';
import { call } from '../../app/calls';
import { wordError } from '../../app/errors';
import { originText } from '../../app/formats';
import { usePrinting } from '../../app/printing';
import { useSay } from '../../app/status';
import { useWorkspace } from '../../app/workspace';
import type { ListTools } from '../../components/list/arranged-list';
import type { ListColumn } from '../../components/list/columns';
import { type FilterField, filterText } from '../../components/list/filters';
import { groupLabel } from '../../components/list/groups';
import { allRows, type ListOperation, type RowOf } from '../../components/list/paged-rows';
import type { ListRegister } from '../../components/list/register';
import { PrintedList, type PrintedPart } from '../../components/print/PrintedList';

const printedAtMost = 5_000;

interface PrintableList<N extends ListOperation> {
  readonly operation: N;
  readonly register?: ListRegister;
  readonly columns: readonly ListColumn<RowOf<N>>[];
  readonly title: string;
  readonly filterFields: readonly FilterField[];
}

/** Prints what a list shows now: the checked rows or all, in their order and groups, with its columns and what it was asked. */
export function usePrintList<N extends ListOperation>({
  operation,
  register,
  columns,
  title,
  filterFields,
}: PrintableList<N>): (tools: ListTools, outcome: 'print' | 'pdf') => void {
  const { t } = useTranslation();
  const { print, savePdf } = usePrinting();
  const workspace = useWorkspace();
  const say = useSay();
  const asked = ({ question, asked: { view, filters } }: ListTools) =>
    [
      view ?? '',
      question.search,
      ...filters.flatMap((filter) => {
        const field = filterFields.find((candidate) => candidate.field === filter.field);
        return field === undefined ? [] : [`${field.label} ${filterText(field, filter)}`];
      }),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (tools, outcome) => {
    const run = async () => {
      const rows = await allRows(operation, tools.question, printedAtMost);
      const shown = tools.columns.flatMap(({ key }) => columns.find((column) => column.key === key) ?? []);
      const paper = (
        <PrintedList
          title={title}
          origin={originText(workspace.name, workspace.today)}
          hint={asked(tools)}
          columns={shown}
          parts={checkedOnly(tools, await partsOf(register, tools, rows))}
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

/** The rows put into their groups; one part without a name when the list is not grouped. */
async function partsOf<Row extends { readonly id: string }>(
  register: ListRegister | undefined,
  { question }: ListTools,
  rows: readonly Row[],
): Promise<readonly PrintedPart<Row>[]> {
  const { group } = question;
  if (register === undefined || group === null || group === undefined) return [{ label: null, rows }];
  const { groups } = await call('lists.groups', { list: register.list, question });
  let at = 0;
  return groups.map(({ value, count }) => {
    const own = rows.slice(at, at + count);
    at += count;
    return { label: groupLabel(register.description, group, value), rows: own };
  });
}

function checkedOnly<Row extends { readonly id: string }>(
  { scope: { scope } }: ListTools,
  parts: readonly PrintedPart<Row>[],
): readonly PrintedPart<Row>[] {
  const ids = new Set(scope.kind === 'ids' ? scope.ids : scope.except);
  const isMeant = ({ id }: Row) => ids.has(id) === (scope.kind === 'ids');
  return parts
    .map(({ label, rows }) => ({ label, rows: rows.filter(isMeant) }))
    .filter(({ label, rows }) => label === null || rows.length > 0);
}
