import { Menu } from '@mantine/core';
import { IconTableExport } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatrixRow } from '../../../../main/core/contract/members/cartography-operations';
import { call, useAnswer } from '../../../app/calls';
import { wordError } from '../../../app/errors';
import { numberText, originText } from '../../../app/formats';
import { listOptions } from '../../../app/lists';
import { usePagePrint, usePrinting } from '../../../app/printing';
import { useSay } from '../../../app/status';
import { useWorkspace } from '../../../app/workspace';
import { SearchSelect } from '../../../components/choice/SearchSelect';
import { ErrorPanel } from '../../../components/ErrorPanel';
import type { Sort } from '../../../components/list/list-state';
import { PrintedList } from '../../../components/print/PrintedList';
import { PrintMenu } from '../../../components/print/PrintMenu';
import classes from './Cartography.module.css';
import { DomainTotalsTable } from './DomainTotalsTable';
import { matrixColumns } from './matrix-columns';
import { SheetsTable } from './SheetsTable';
import { sorted } from './sorting';

interface Filter {
  readonly region: string | null;
  readonly theme: string | null;
}

/** Needs × organisations: levels in figures and shapes, totals by domain beside them. */
export function NeedsPart() {
  const { t } = useTranslation(['cartography', 'members']);
  const [filter, setFilter] = useState<Filter>({ region: null, theme: null });
  const [sort, setSort] = useState<Sort>({ field: 'unmet', direction: 'descending' });
  const sorting = useMemo(() => ({ sort, onSort: setSort }), [sort]);
  const answer = useAnswer('cartography.matrix', filter, { meanwhile: 'previous' });
  const { data } = answer;
  const columns = useMemo(
    () =>
      matrixColumns(
        t,
        (data?.domains ?? []).map(({ domain }) => domain),
        sorting,
      ),
    [t, data?.domains, sorting],
  );
  const rows = useMemo(() => sorted(data?.rows ?? [], sort, columns), [data, sort, columns]);
  const leave = useLeave(rows, columns, filter);
  if (answer.error !== null) return <ErrorPanel error={answer.error} />;
  if (data === undefined) return null;
  return (
    <>
      <Choices filter={filter} onFilter={setFilter} leave={leave} />
      <div className={classes.needs}>
        <div className={classes.grid}>
          <SheetsTable
            label={t('needs.matrix')}
            columns={columns}
            rows={rows}
            none={t('needs.none')}
            sorting={sorting}
          />
          <div className={classes.foot}>
            <span>
              {t('members:organisations.found', { count: rows.length, number: numberText(rows.length) })}
            </span>
            <span>{t('needs.legend')}</span>
          </div>
        </div>
        <DomainTotalsTable matrix={data} />
      </div>
    </>
  );
}

function Choices(props: {
  readonly filter: Filter;
  onFilter(filter: Filter): void;
  leave(way: 'print' | 'pdf' | 'xlsx' | 'csv'): void;
}) {
  const { t } = useTranslation('cartography');
  const { country } = useWorkspace();
  const options = (list: string, of: string | null = null) =>
    listOptions(list, of).map(({ code, label }) => ({ value: code, label }));
  return (
    <div className={classes.choices}>
      <SearchSelect
        aria-label={t('needs.region')}
        placeholder={t('needs.everyRegion')}
        data={options('regions', country)}
        value={props.filter.region}
        onChange={(region) => props.onFilter({ ...props.filter, region })}
        clearable
        clearButtonProps={{ 'aria-label': t('needs.everyRegion') }}
      />
      <SearchSelect
        aria-label={t('needs.theme')}
        placeholder={t('needs.everyTheme')}
        data={options('themes')}
        value={props.filter.theme}
        onChange={(theme) => props.onFilter({ ...props.filter, theme })}
        clearable
        clearButtonProps={{ 'aria-label': t('needs.everyTheme') }}
      />
      <span className={classes.hint} />
      <PrintMenu onChoose={props.leave}>
        <Menu.Divider />
        {(['xlsx', 'csv'] as const).map((format) => (
          <Menu.Item key={format} leftSection={<IconTableExport />} onClick={() => props.leave(format)}>
            {t(`needs.${format}`)}
          </Menu.Item>
        ))}
      </PrintMenu>
    </div>
  );
}

/** Paper, PDF and spreadsheet of the matrix as it is shown. */
function useLeave(
  rows: readonly MatrixRow[],
  columns: ReturnType<typeof matrixColumns>,
  filter: Filter,
): (way: 'print' | 'pdf' | 'xlsx' | 'csv') => void {
  const { t } = useTranslation(['cartography', 'common']);
  const { print, savePdf } = usePrinting();
  const workspace = useWorkspace();
  const say = useSay();
  const run = async (way: 'print' | 'pdf' | 'xlsx' | 'csv') => {
    const paper = (
      <PrintedList
        title={t('needs.matrix')}
        origin={originText(workspace.name, workspace.today)}
        hint={t('needs.legend')}
        columns={columns}
        parts={[{ label: null, rows }]}
      />
    );
    if (way === 'print') {
      if ((await print(paper)) === 'printed') say(t('common:print.printed'));
      return;
    }
    if (way === 'pdf') {
      const name = await savePdf(paper, `${t('needs.file')}.pdf`, 'landscape');
      if (name !== null) say(t('common:print.saved', { name }));
      return;
    }
    const file = await call('shell.chooseWhereToSave', {
      purpose: way === 'xlsx' ? 'workbook' : 'csv',
      suggestedName: `${t('needs.file')}.${way}`,
    });
    if (file === null) return;
    const saved = await call('spreadsheets.exportNeeds', { ...filter, format: way, file: file.handle });
    say(t('needs.saved', { name: saved.fileName, rows: numberText(saved.rows) }));
  };
  const leave = (way: 'print' | 'pdf' | 'xlsx' | 'csv') => {
    run(way).catch((error: unknown) => say(wordError(error).sentence));
  };
  usePagePrint(() => leave('print'));
  return leave;
}
