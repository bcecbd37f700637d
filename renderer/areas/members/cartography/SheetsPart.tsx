import { Button } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetRow } from '../../../../main/core/contract/members/cartography-operations';
import { useAnswer, useCommand } from '../../../app/calls';
import { percentText } from '../../../app/formats';
import { listLabel } from '../../../app/lists';
import { useSay } from '../../../app/status';
import { useCanEdit } from '../../../app/workspace';
import { ErrorLine, ErrorPanel } from '../../../components/ErrorPanel';
import type { ListColumn } from '../../../components/list/columns';
import type { Sort } from '../../../components/list/list-state';
import { ViewTabs } from '../../../components/list/ViewTabs';
import { Meter } from '../../../components/Meter';
import { Verification } from '../organisations/Verification';
import classes from './Cartography.module.css';
import { useCheckedSheets } from './checked-sheets';
import { SheetsTable } from './SheetsTable';
import { SortHead, type Sorting } from './SortHead';
import { sorted } from './sorting';

const views = ['all', 'due', 'incomplete'] as const;
type View = (typeof views)[number];

const keeps: Readonly<Record<View, (row: SheetRow) => boolean>> = {
  all: () => true,
  due: (row) => row.verificationDue !== 'fine',
  incomplete: (row) => row.percent < 100,
};

/** Free notes are no part of what a sheet must say. */
const leftOut = 'notes';
const noSections: Sections = [];

/** How far every sheet is filled, by section, and which must be verified again. */
export function SheetsPart() {
  const { t } = useTranslation('cartography');
  const canEdit = useCanEdit();
  const answer = useAnswer('cartography.sheets', {}, { meanwhile: 'previous' });
  const [view, setView] = useState<View>('all');
  const [sort, setSort] = useState<Sort>({ field: 'percent', direction: 'ascending' });
  const { data } = answer;
  const sorting = useMemo(() => ({ sort, onSort: setSort }), [sort]);
  const columns = useColumns(data?.sections ?? noSections, sorting);
  const rows = useMemo(
    () => sorted((data?.rows ?? []).filter(keeps[view]), sort, columns),
    [data, view, sort, columns],
  );
  const { checks, ids } = useCheckedSheets(rows);
  if (answer.error !== null) return <ErrorPanel error={answer.error} />;
  if (data === undefined) return null;
  return (
    <>
      <ViewTabs
        views={views.map((key) => ({
          key,
          label: t(`sheets.${key}`),
          count: data.rows.filter(keeps[key]).length,
        }))}
        current={view}
        onChoose={(key) => {
          setView(views.find((one) => one === key) ?? 'all');
          checks.clear();
        }}
      />
      <SheetsTable
        key={view}
        label={t('parts.sheets')}
        columns={columns}
        rows={rows}
        none={t('sheets.none')}
        sorting={sorting}
        checks={canEdit ? checks : undefined}
      />
      {checks.count > 0 ? (
        <Verifying ids={ids} onDone={checks.clear} />
      ) : (
        <div className={classes.foot}>{t('sheets.mean', { percent: percentText(data.percent) })}</div>
      )}
    </>
  );
}

function Verifying(props: { readonly ids: readonly string[]; onDone(): void }) {
  const { t } = useTranslation(['cartography', 'common']);
  const say = useSay();
  const verify = useCommand('cartography.verify');
  const act = () =>
    verify.mutate(
      { ids: [...props.ids] },
      {
        onSuccess: ({ verified }) => {
          say(t('sheets.verified', { count: verified }));
          props.onDone();
        },
      },
    );
  return (
    <section className={classes.foot} data-selection aria-label={t('common:list.selection')}>
      <strong>{t('common:list.checked', { count: props.ids.length })}</strong>
      <Button leftSection={<IconChecks />} loading={verify.isPending} onClick={act}>
        {t('sheets.verify')}
      </Button>
      <ErrorLine error={verify.error} />
      <Button className={classes.hint ?? ''} onClick={props.onDone}>
        {t('common:list.uncheck')}
      </Button>
    </section>
  );
}

type Section = keyof typeof import('../../../../resources/locales/fr/cartography.json')['sheets']['short'];
type Sections = readonly { readonly section: string; readonly percent: number }[];

function useColumns(sections: Sections, sorting: Sorting): readonly ListColumn<SheetRow>[] {
  const { t } = useTranslation(['cartography', 'members']);
  return useMemo(
    () => [
      {
        key: 'name',
        label: t('needs.organisation'),
        width: { min: 9, grow: 2 },
        sort: 'name',
        text: (row) => row.acronym ?? row.name,
        render: (row) => <bdi title={row.name}>{row.acronym ?? row.name}</bdi>,
      },
      {
        key: 'region',
        label: t('progress.region'),
        width: { min: 5.5, grow: 1 },
        sort: 'region',
        text: (row) => (row.region === null ? '' : listLabel('regions', row.region)),
        render: (row) =>
          row.region === null ? (
            <span className="quiet">—</span>
          ) : (
            <bdi>{listLabel('regions', row.region)}</bdi>
          ),
      },
      {
        key: 'verifiedOn',
        label: t('members:fields.organisations.verifiedOn'),
        width: { min: 7, grow: 0 },
        sort: 'verifiedOn',
        text: (row) => row.verifiedOn ?? '',
        render: (row) => <Verification day={row.verifiedOn} />,
      },
      {
        key: 'percent',
        label: t('sheets.filled'),
        width: { min: 6.75, grow: 0 },
        sort: 'percent',
        text: (row) => String(row.percent),
        render: (row) => <Meter percent={row.percent} />,
      },
      ...sections.flatMap(({ section, percent }, index) => {
        if (section === leftOut) return [];
        const label = t(`sheets.short.${section as Section}`);
        return [
          {
            key: section,
            label,
            head: (
              <SortHead
                field={section}
                label={label}
                below={percentText(percent)}
                first="ascending"
                sorting={sorting}
              />
            ),
            width: { min: 4, grow: 0.3 },
            sort: section,
            text: (row: SheetRow) => String(row.sections[index] ?? 0),
            render: (row: SheetRow) => (
              <span className={`figures ${row.sections[index] === 100 ? 'quiet' : ''}`}>
                {percentText(row.sections[index] ?? 0)}
              </span>
            ),
          },
        ];
      }),
    ],
    [t, sections, sorting],
  );
}
